import type { Actor, PlanDistribution, PlanRecord, PlanSummary } from '../../api/contract.js';
import { planStatusWords, unapprovedWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

export function planListLines(items: PlanSummary[], voice: Voice): string[] {
  const { say, style } = voice;
  if (items.length === 0) return [say('No plans.', '没有预案。')];
  return items.map(({ summary, ...plan }) => {
    const about = [style.bold(statusWords(plan, voice)), plan.title, summary].filter((part) => part !== '');
    return `${versionWords(plan, voice)}  ${about.join(' · ')}`;
  });
}

export function planLines(record: PlanRecord, voice: Voice): string[] {
  const { say, style, time } = voice;
  const { reviewers, approver, approvedAt, reviewDue, evaluationDue, receipts } = record;
  const counted = reviewers && `${reviewers.counting}/${reviewers.atLeast} ${names(reviewers.posts, voice)}`;
  const given = receipts.given === 0 ? undefined : `${receipts.acknowledged}/${receipts.given}`;
  const fields: [string, string | undefined][] = [
    [say('Status', '状态'), statusWords(record, voice)],
    [say('Summary', '修订说明'), record.summary || undefined],
    [
      say('Authors', '编制人'),
      record.authors.map((author) => actorWords(author, voice)).join(say(', ', '、')) || undefined,
    ],
    [say('Reviewers', '评审人'), counted],
    [say('Approver', '批准人'), approver?.name],
    [say('Approved', '批准时间'), approvedAt && time(approvedAt)],
    [say('Review due', '下次评审'), reviewDue && time(reviewDue)],
    [say('Evaluation due', '下次评估'), evaluationDue && time(evaluationDue)],
    [say('Acknowledged', '签收'), given],
    [say('Content', '内容校验值'), record.hash],
  ];
  const steps = record.steps.map(
    ({ n, at, by, words }) => `  #${n} ${style.dim(time(at))} ${actorWords(by, voice)}${say(': ', '：')}${words}`,
  );
  return [
    style.bold(`${record.title} ${versionWords(record, voice)}`),
    ...fields.flatMap(([label, value]) =>
      value === undefined ? [] : [`  ${style.dim(`${label}${say(':', '：')}`)} ${value}`],
    ),
    style.bold(say('History', '办理过程')),
    ...steps,
  ];
}

export function planActLines(record: PlanRecord, voice: Voice): string[] {
  const { say, style } = voice;
  const now = style.bold(statusWords(record, voice));
  const what = versionWords(record, voice);
  return [say(`On the record. ${what}: ${now}.`, `已记录。${what}：${now}。`)];
}

export function distributionLines({ posts, items }: PlanDistribution, voice: Voice): string[] {
  const { say, style, time } = voice;
  const goesTo = say(`Goes to: ${names(posts, voice)}.`, `发放范围：${names(posts, voice)}。`);
  const nobody = say('Not given out yet.', '尚未发放。');
  const lines = items.map(({ person, posts: held, givenAt, mail, acknowledgedAt }) => {
    const status =
      acknowledgedAt === undefined
        ? style.bad(say('not acknowledged', '未签收'))
        : say(`acknowledged ${time(acknowledgedAt)}`, `已于 ${time(acknowledgedAt)} 签收`);
    return `  ${style.bold(person.name)} (${names(held, voice)}) · ${say('given', '发放于')} ${time(givenAt)}${mailWords(mail, voice)} · ${status}`;
  });
  return [goesTo, ...(lines.length === 0 ? [nobody] : lines)];
}

/** Only what keeps the person from having it is worth a word. */
function mailWords(mail: PlanDistribution['items'][number]['mail'], { say, style }: Voice): string {
  if (mail === undefined || mail === 'accepted') return '';
  return mail === 'rejected'
    ? style.bad(say(', the mail was refused', '，邮件被拒收'))
    : say(', the mail has not left yet', '，邮件尚未送出');
}

function statusWords(
  { status, sample, effectiveFrom }: Omit<PlanSummary, 'summary'>,
  { lang, say, time }: Voice,
): string {
  const words = planStatusWords(status, lang);
  if (sample) return `${words} (${unapprovedWords(lang)})`;
  const from = effectiveFrom && (status === 'approved' || status === 'effective') ? time(effectiveFrom) : undefined;
  return from === undefined ? words : `${words}${say(` from ${from}`, `（自 ${from} 起）`)}`;
}

function versionWords({ id, version }: Pick<PlanSummary, 'id' | 'version'>, { say }: Voice): string {
  return say(`${id} version ${version}`, `${id} 第${version}版`);
}

function names(posts: { name: string }[], { say }: Voice): string {
  return posts.map(({ name }) => name).join(say(', ', '、'));
}

function actorWords({ kind, name, id }: Actor, { say }: Voice): string {
  if (kind === 'person') return name ?? id ?? '';
  return kind === 'operator' ? say('operator', '系统管理员') : say('system', '系统');
}
