import type { DestructionList, ErasureAnswer, ErasureList } from '../../api/contract.js';
import { oneLine } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';

export function erasureLines(answer: ErasureAnswer, voice: Voice): string[] {
  const { subject, preview, done, counts, incidents, improvements, drills, left, found, words } = answer;
  const { say, style } = voice;
  const head = preview
    ? style.bold(say(`${subject}: nothing is erased yet. This would be:`, `${subject}：尚未删除。将删除：`))
    : done && left.length === 0
      ? style.good(say(`${subject}: erased.`, `${subject}：已删除。`))
      : style.bad(say(`${subject}: not everything is erased yet.`, `${subject}：尚未全部删除。`));
  return [
    head,
    ...countLines(counts, voice),
    ...incidents.flatMap((incident) => [incidentLine(incident, voice), ...evidenceLines(incident, voice)]),
    ...improvements.flatMap((improvement) => [
      improvementLine(improvement, voice),
      ...evidenceLines(improvement, voice),
    ]),
    ...drills
      .filter(({ texts, sheets, papers }) => texts + sheets + papers > 0)
      .map((drill) => drillLine(drill, voice)),
    ...(found === undefined ? [] : foundLines(found, voice)),
    ...words.map((sentence) => style.dim(`  ${sentence}`)),
  ];
}

type Counts = ErasureAnswer['counts'];

function countLines(counts: Counts, { say }: Voice): string[] {
  const names: Record<keyof Counts, string> = {
    incidents: say('incidents', '事故'),
    improvements: say('improvements', '改进措施'),
    drills: say('drills', '演练'),
    texts: say('texts', '文字'),
    messages: say('messages', '消息'),
    documentsRewritten: say('documents written anew', '重新生成的文书'),
    documentsDestroyed: say('documents destroyed', '销毁的文书'),
    evidence: say('files of evidence', '凭证文件'),
    mails: say('mails', '邮件'),
    mailbox: say('copies in the mailbox', '内置邮箱副本'),
    answers: say('answers', '答复'),
    tokens: say('tokens', '令牌'),
    registers: say('versions of roster and ledger', '通讯录和台账版本'),
    others: say('other entries', '其他条目'),
    histories: say('histories in Temporal', 'Temporal 历史'),
  };
  const said = (Object.keys(names) as (keyof Counts)[]).filter((key) => (counts[key] ?? 0) > 0);
  if (said.length === 0) return [say('  nothing', '  无')];
  return [`  ${said.map((key) => `${names[key]} ${counts[key]}`).join(say(', ', '、'))}`];
}

function incidentLine({ incidentId, texts, messages, documents }: ErasureAnswer['incidents'][number], { say }: Voice) {
  return say(
    `  ${incidentId}: texts ${texts}, messages ${messages}, documents ${documents}`,
    `  ${incidentId}：文字 ${texts}、消息 ${messages}、文书 ${documents}`,
  );
}

function improvementLine({ id, texts }: ErasureAnswer['improvements'][number], { say }: Voice) {
  return say(`  improvement ${id}: texts ${texts}`, `  改进措施 ${id}：文字 ${texts}`);
}

function drillLine({ id, texts, sheets, papers }: ErasureAnswer['drills'][number], { say }: Voice) {
  return say(
    `  drill ${id}: texts ${texts}, answers without a name ${sheets}, papers ${papers}`,
    `  演练 ${id}：文字 ${texts}、不记名答复 ${sheets}、文书 ${papers}`,
  );
}

function foundLines(
  { lookedFor, texts, leftOut, rosterEntries }: NonNullable<ErasureAnswer['found']>,
  { say, style }: Voice,
): string[] {
  const kinds = {
    incident: '',
    improvement: say('improvement ', '改进措施 '),
    drill: say('drill ', '演练 '),
  };
  const more = say(`  and ${leftOut} texts more`, `  另有 ${leftOut} 条文字`);
  return [
    ...(lookedFor.length === 0
      ? []
      : [say(`  looked for: ${lookedFor.join(', ')}`, `  查找内容：${lookedFor.join('、')}`)]),
    ...(texts.length === 0 ? [] : [style.bold(say('  Texts that would go whole:', '  将整条删除的文字：'))]),
    ...texts.map(({ of, id, seq, field, excerpt }) => `    ${kinds[of]}${id} #${seq} ${field}  ${oneLine(excerpt)}`),
    ...(leftOut === 0 ? [] : [more]),
    ...rosterEntries.map(({ person, versions }) =>
      say(
        `  roster: the entry of ${person}, in ${versions} versions`,
        `  通讯录：${person} 的条目，涉及 ${versions} 个版本`,
      ),
    ),
  ];
}

function evidenceLines(
  { evidence }: Pick<ErasureAnswer['incidents'][number], 'evidence'>,
  { say, style }: Voice,
): string[] {
  return evidence.map(({ sha256, name, storedBy, destroyed }) => {
    const words = destroyed ? style.good(say('destroyed', '已销毁')) : say('to be decided', '待判断');
    return `    ${sha256}  ${oneLine(name)}  ${storedBy}  ${words}`;
  });
}

export function destructionLines({ owner, items, brokenOff }: DestructionList, { say, time, style }: Voice): string[] {
  if (items.length + brokenOff.length === 0) return [say('Nothing is due.', '没有到期事项。')];
  const by =
    owner === undefined
      ? []
      : [style.dim(say(`For: ${owner.name} (${owner.id})`, `负责岗位：${owner.name}（${owner.id}）`))];
  return [
    ...items.map(({ incidentId, title, destroyBy }) => `${time(destroyBy)}  ${incidentId}  ${oneLine(title)}`),
    ...brokenOff.map(({ person, begunAt }) => {
      const open = style.bad(say('not completed: give the command again', '未完成，请再次执行'));
      return `${time(begunAt)}  ${say('person', '人员')} ${person}  ${open}`;
    }),
    ...(items.length === 0
      ? []
      : [
          ...by,
          style.dim(
            say('To look: muster erase incident <id> --preview', '查看：muster erase incident <编号> --preview'),
          ),
        ]),
  ];
}

export function erasureListLines({ items }: ErasureList, voice: Voice): string[] {
  const { say, time, style } = voice;
  if (items.length === 0) return [say('Nothing was erased.', '没有删除记录。')];
  return items.map(({ kind, subject, reason, by, begunAt, doneAt }) => {
    const what = { person: say('person', '人员'), incident: say('incident', '事故') }[kind];
    const open =
      doneAt === undefined ? style.bad(say('  not completed: give the command again', '  未完成，请再次执行')) : '';
    return `${time(doneAt ?? begunAt)}  ${what} ${subject}  ${actorName(by, voice)}  ${oneLine(reason)}${open}`;
  });
}
