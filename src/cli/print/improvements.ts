import type { Improvement, ImprovementChain, ImprovementRecord } from '../../api/contract.js';
import { excerpt } from '../../domain/incident/excerpt.js';
import { improvementPriorityWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

export function improvementListLines(items: Improvement[], voice: Voice): string[] {
  const { say } = voice;
  return items.length === 0
    ? [say('No improvements.', '没有改进措施。')]
    : items.flatMap((item) => [improvementLine(item, voice), `      ${excerpt(item.finding, FINDING)}`]);
}

/** Of what an improvement is about, in characters; `improvement show` has all of it. */
const FINDING = 120;

type Brief = Pick<Improvement, 'id' | 'action' | 'words' | 'owner' | 'dueAt' | 'overdue' | 'closedAt'>;

export function improvementLine(item: Brief, voice: Voice): string {
  const { say, style, time } = voice;
  const due = say(`due ${time(item.dueAt)}`, `期限 ${time(item.dueAt)}`);
  const parts = [
    item.overdue ? style.bad(say('overdue', '逾期')) : item.words,
    ownerOf(item, voice),
    item.closedAt === undefined ? due : '',
  ];
  return `  ${item.id}  ${item.action}  ${parts.filter((part) => part !== '').join('  ')}`;
}

export function improvementLines(item: ImprovementRecord, voice: Voice): string[] {
  const { say, time, style } = voice;
  const { planVersion, planNow } = item;
  const fields: [string, string | undefined][] = [
    [say('Status', '状态'), item.overdue ? `${item.words}  ${style.bad(say('overdue', '逾期'))}` : item.words],
    [say('Finding', '问题'), item.finding],
    [say('Reference', '出处'), item.reference],
    [say('Type', '类型'), withId(item.type, voice)],
    [say('Priority', '优先级'), improvementPriorityWords(item.priority, voice.lang)],
    [say('Owner', '责任人'), ownerOf(item, voice)],
    [say('Due', '期限'), time(item.dueAt)],
    [say('From', '来源'), item.origin.words],
    [say('Closed by', '验证方式'), closedBy(item, voice)],
    [
      say('Plan', '预案'),
      planVersion === undefined
        ? item.planChange
          ? say('changes the plan, no version is linked yet', '涉及修改预案，尚未关联版本')
          : undefined
        : [
            say(
              `${planVersion.plan}, version ${planVersion.version}: ${planNow?.status ?? '–'}`,
              `${planVersion.plan} 第${planVersion.version}版：${planNow?.status ?? '–'}`,
            ),
            planNow?.effectiveAt === undefined
              ? ''
              : say(`in effect since ${time(planNow.effectiveAt)}`, `生效时间 ${time(planNow.effectiveAt)}`),
            planNow === undefined ? '' : `SHA-256 ${planNow.hash.slice(0, 12)}…`,
          ]
            .filter((part) => part !== '')
            .join('  '),
    ],
    [say('Record', '记录'), item.chain.intact ? say('intact', '完整') : style.bad(say('changed', '被改动'))],
  ];
  return [
    `${item.action} (${item.id})`,
    ...fields.flatMap(([label, value]) => (value === undefined ? [] : [`  ${label}${say(': ', '：')}${value}`])),
    ...item.events.map(({ at, words }) => `  ${time(at)}  ${words}`),
  ];
}

function closedBy(
  { verifiedBy, verificationDrill: drill, noDrillUnder: without }: ImprovementRecord,
  { say, time }: Voice,
): string | undefined {
  if (verifiedBy === undefined) return undefined;
  if (without !== undefined)
    return say(
      `a drill, but ${without.plan} version ${without.version} does not have its criterion, or no scenario for it`,
      `演练验证，但 ${without.plan} 第${without.version}版中没有其评估标准，或者没有可评定的情景`,
    );
  if (drill === undefined) return say('a drill, none is planned yet', '演练验证，尚未安排');
  return say(`the drill ${drill.drill}, ${time(drill.dueAt)}`, `演练 ${drill.drill}，${time(drill.dueAt)}`);
}

export function chainLines({ id, links, overTime }: ImprovementChain, voice: Voice): string[] {
  const { say, time, style } = voice;
  const since = overTime.map((one) => {
    const { drill, at, plan, rating = '–', words, passed, accepted, score, weaknesses } = one;
    const parts = [
      `${rating} ${words}`,
      drill,
      say(`${plan.plan} version ${plan.version}`, `${plan.plan} 第${plan.version}版`),
      score === undefined ? '' : say(`score ${score}`, `得分 ${score}`),
      ...(passed ? [] : howRated(one, voice)),
      weaknesses === undefined ? '' : say('a weakness was seen', '暴露出薄弱环节'),
      accepted ? '' : say('not accepted in person', '未经本人审定'),
    ];
    const line = `  ${time(at)}  ${parts.filter((part) => part !== '').join('  ')}`;
    return passed ? line : style.bad(line);
  });
  return [
    id,
    ...links.map(({ words }, i) => `  ${i + 1}. ${words}`),
    ...(since.length === 0 ? [] : [say('Rated since:', '历次评定：'), ...since]),
  ];
}

/** Why a rating shows nothing of people. */
function howRated({ ratedBy, played }: ImprovementChain['overTime'][number], { say }: Voice): string[] {
  if (ratedBy === 'simulator') return [say('rated by the simulator', '由系统模拟评定')];
  if (ratedBy !== 'machine') return [];
  if (played === 'simulated') return [say('played by the simulator', '由系统模拟完成')];
  return played === 'incomplete' ? [say('not played throughout', '未完整演练')] : [];
}

function ownerOf({ owner: { post, person } }: Brief, voice: Voice): string {
  const { say } = voice;
  if (post === undefined && person === undefined) return say('nobody', '无人');
  return [person, post].flatMap((named) => (named === undefined ? [] : [withId(named, voice)])).join(say(', ', '，'));
}
