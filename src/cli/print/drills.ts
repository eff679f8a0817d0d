import type { Drill, DrillRecord } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

export function drillListLines(items: Drill[], voice: Voice): string[] {
  const { say } = voice;
  return items.length === 0 ? [say('No drills.', '没有演练。')] : items.map((item) => drillLine(item, voice));
}

const YET_TO_BEGIN: readonly Drill['status'][] = ['drafting', 'review', 'ready'];

function drillLine(drill: Drill, { say, time }: Voice): string {
  const { id, scenario, words, storyNow, plannedAt, ended, score, conclusion, brokenOff } = drill;
  const pace = paceOf(drill, { say });
  const parts = [
    words,
    storyNow === undefined ? '' : say(`${pace}, story ${time(storyNow)}`, `${pace}，情景时间 ${time(storyNow)}`),
    plannedAt === undefined || !YET_TO_BEGIN.includes(drill.status)
      ? ''
      : say(`begins ${time(plannedAt)}`, `开始 ${time(plannedAt)}`),
    ended === undefined ? '' : say(`held ${time(ended.at)}`, `举行 ${time(ended.at)}`),
    brokenOff === undefined ? '' : [conclusion?.name, brokenOff.words].filter((part) => part !== undefined).join(' '),
    score === undefined ? '' : `${score}${conclusion === undefined ? '' : ` ${conclusion.name}`}`,
  ];
  return `  ${id}  ${scenario.name}  ${parts.filter((part) => part !== '').join('  ')}`;
}

function paceOf({ pace }: Drill, { say }: Pick<Voice, 'say'>): string {
  return pace === 0 ? say('stands still', '暂停') : say(`× ${pace}`, `${pace} 倍速`);
}

export function drillLines(drill: DrillRecord, voice: Voice): string[] {
  const { say, time, style } = voice;
  const { roles, director, plan, feedback, report } = drill;
  const people = (named: { id: string; name: string }[]) =>
    named.length === 0 ? undefined : named.map((one) => withId(one, voice)).join(say(', ', '，'));
  const fields: [string, string | undefined][] = [
    [say('Status', '状态'), drill.words],
    [say('Plan', '预案'), say(`${plan.id}, version ${plan.version}`, `${plan.id} 第${plan.version}版`)],
    [say('Programme', '年度演练计划'), drill.programme && withId(drill.programme, voice)],
    [say('Incident', '事故'), drill.incidentId],
    [say('Director', '总指挥'), withId(director, voice)],
    [say('Controllers', '控制人员'), people(roles.controllers)],
    [say('Evaluators', '评估人员'), people(roles.evaluators)],
    [say('Safety', '安全员'), people(roles.safety)],
    [say('Observers', '观摩人员'), people(roles.observers)],
    [say('Players', '参演人员'), people(roles.players)],
    [
      say('Simulated', '系统模拟'),
      drill.simulated &&
        say(
          `${people(drill.simulated.people)}; seed ${drill.simulated.seed}`,
          `${people(drill.simulated.people)}；随机种子 ${drill.simulated.seed}`,
        ),
    ],
    [
      say('Accepted', '审定'),
      report?.simulated && say('by the simulator: that proves nothing', '系统模拟审定，不作为整改依据'),
    ],
    [say('Time of the story', '情景时间'), drill.storyNow && time(drill.storyNow)],
    [say('Over', '结束'), drill.ended && `${time(drill.ended.at)}  ${drill.ended.words}`],
    [
      say('Real incident', '真实事故'),
      drill.taken.length === 0
        ? undefined
        : drill.taken.map((one) => `${one.incidentId}  ${people(one.people)}`).join(say('; ', '；')),
    ],
    [say('Feedback by', '反馈期限'), feedback && time(feedback.dueAt)],
    [say('Feedback missing', '尚未反馈'), feedback && people(feedback.missing)],
    [say('Not asked, simulated', '系统模拟，无须反馈'), feedback && people(feedback.simulated)],
    [
      say('Result', '结果'),
      drill.brokenOff !== undefined
        ? [drill.conclusion?.name, drill.brokenOff.words].filter((part) => part !== undefined).join(say('; ', '；'))
        : drill.score === undefined
          ? undefined
          : `${drill.score}${drill.conclusion ? ` ${drill.conclusion.name}` : ''}`,
    ],
    [say('Held down by', '限制项'), report?.capped && people(report.capped)],
    [
      say('Without an improvement yet', '尚未制定改进措施'),
      drill.unimproved === undefined || drill.unimproved.length === 0
        ? undefined
        : drill.unimproved.map(({ id }) => id).join(say(', ', '、')),
    ],
  ];
  return [
    `${drill.scenario.name} (${drill.id})`,
    ...fields.flatMap(([label, value]) => (value === undefined ? [] : [`  ${label}${say(': ', '：')}${value}`])),
    ...section(
      say('Injects', '情景注入'),
      drill.injects.flatMap((inject) => injectLines(inject, voice)),
    ),
    ...section(
      say('Questions', '反馈问题'),
      (feedback?.questions ?? []).map(({ id, text }) => `  ${id}  ${text}`),
    ),
    ...section(
      say('Said without a name', '匿名反馈'),
      (feedback?.sheets ?? []).map((sheet) => `  ${JSON.stringify(sheet)}`),
    ),
    ...section(say('Ratings', '评定'), [
      ...drill.ratings.flatMap((one) => ratingLines(one, voice)),
      ...unratedLines(drill, voice),
    ]),
    ...section(
      say('Weaknesses of plan, roster and ledger', '预案、通讯录和台账的薄弱环节'),
      (drill.weaknesses ?? []).flatMap(({ found, advice, criteria }) => [
        `  ${found}${criteria.length === 0 ? '' : say(` (counts against ${criteria.join(', ')})`, `（计入${criteria.join('、')}）`)}`,
        style.dim(`      → ${advice}`),
      ]),
    ),
    ...section(
      say('What happened', '经过'),
      drill.events.map(({ at, words }) => `  ${time(at)}  ${words}`),
    ),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title}`, ...lines];
}

function injectLines(inject: DrillRecord['injects'][number], { say, time, style }: Voice): string[] {
  const { id, event, words, playedAt, expected, actions } = inject;
  const marks = actions.map(({ status }) => MARKS[status]).join(' ');
  return [
    `  ${id}  ${words}${playedAt === undefined ? '' : `  ${time(playedAt)}`}${marks === '' ? '' : `  ${marks}`}`,
    `      ${event}`,
    ...(expected === undefined ? [] : [style.dim(`      ${say('Expected: ', '预期：')}${expected}`)]),
  ];
}

const MARKS = { open: '…', seen: '✓', late: '✓!', missed: '✗', excused: '–' };

const FROM = {
  machine: (say: Voice['say']) => say(' (by the record)', '（依据记录）'),
  simulator: (say: Voice['say']) => say(' (simulated, does not count)', '（系统模拟，不计分）'),
};

function ratingLines({ criterion, rating, by, seen }: DrillRecord['ratings'][number], { say, style }: Voice): string[] {
  if (rating === undefined) return [];
  const from = by === undefined || by === 'person' ? '' : FROM[by](say);
  const counts =
    seen === undefined || seen.inTime + seen.late + seen.missed === 0
      ? ''
      : say(
          `  in time ${seen.inTime}, late ${seen.late}, missed ${seen.missed}`,
          `  按时 ${seen.inTime}，超时 ${seen.late}，未出现 ${seen.missed}`,
        );
  const figures = (seen?.figures ?? []).map(({ words }) => style.dim(`     ${words}`));
  return [`  ${rating}  ${criterion.name}${from}${counts}`, ...figures];
}

/** What no record shows waits for somebody who says it. */
function unratedLines({ ratings, status }: DrillRecord, { say }: Voice): string[] {
  const left = ratings.filter(({ rating }) => rating === undefined).map(({ criterion }) => criterion.id);
  if (status !== 'evaluating' || left.length === 0) return [];
  return [say(`  For evaluators to rate: ${left.join(', ')}`, `  待评估人员评定：${left.join('、')}`)];
}
