import type { Drill, DrillRecord } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

export function drillListLines(items: Drill[], voice: Voice): string[] {
  const { say } = voice;
  return items.length === 0 ? [say('No drills.', '没有演练。')] : items.map((item) => drillLine(item, voice));
}

const YET_TO_BEGIN: readonly Drill['status'][] = ['drafting', 'review', 'ready'];

function drillLine(drill: Drill, { say, time }: Voice): string {
  const { id, scenario, words, storyNow, plannedAt, startedAt, ended } = drill;
  const pace = paceOf(drill, { say });
  const parts = [
    words,
    storyNow === undefined ? '' : say(`${pace}, story ${time(storyNow)}`, `${pace}，情景时间 ${time(storyNow)}`),
    plannedAt === undefined || !YET_TO_BEGIN.includes(drill.status)
      ? ''
      : say(`begins ${time(plannedAt)}`, `开始 ${time(plannedAt)}`),
    ended === undefined || startedAt === undefined ? '' : say(`held ${time(startedAt)}`, `举行 ${time(startedAt)}`),
    resultWords(drill, { say }) ?? '',
  ];
  return `  ${id}  ${scenario.name}  ${parts.filter((part) => part !== '').join('  ')}`;
}

/** What it came to, and what of it was not looked at. */
export function resultWords(
  { score, conclusion, brokenOff, restsOn }: Drill,
  { say }: Pick<Voice, 'say'>,
): string | undefined {
  if (brokenOff !== undefined)
    return [conclusion?.name, brokenOff.words].filter((part) => part !== undefined).join(say('; ', '；'));
  if (score === undefined) return undefined;
  const result = `${score}${conclusion === undefined ? '' : ` ${conclusion.name}`}`;
  if (restsOn === undefined) return result;
  const { rated, criteria, played, injects } = restsOn;
  const parts = [
    rated < criteria ? say(`by ${rated} of ${criteria} criteria`, `${criteria}项标准评定${rated}项`) : undefined,
    played < injects
      ? say(`${injects - played} of ${injects} injects not played`, `${injects}项情景未注入${injects - played}项`)
      : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return result;
  return say(`${result} (${parts.join('; ')})`, `${result}（${parts.join('；')}）`);
}

/** Whoever waits for something to happen in it waits in vain. */
function standstillLines({ id, status, pace }: Drill, { say, style }: Voice): string[] {
  if (pace !== 0) return [];
  if (status === 'running') return [style.bad(`  ${standsStillWords(id, { say })}`)];
  if (!YET_TO_BEGIN.includes(status)) return [];
  const words = say(
    `  Its clock will stand still when it begins: muster drill revise ${id} --pace 1`,
    `  开始时演练时钟停止：muster drill revise ${id} --pace 1`,
  );
  return [style.bad(words)];
}

export function standsStillWords(id: string, { say }: Pick<Voice, 'say'>): string {
  return say(
    `Its clock stands still, and nothing happens by itself: muster drill resume ${id}`,
    `演练时钟已停止，情景不会自动推进：muster drill resume ${id}`,
  );
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
        : takenBy(drill.taken)
            .map(([incidentId, taken]) => `${incidentId}  ${people(taken)}`)
            .join(say('; ', '；')),
    ],
    [say('Feedback by', '反馈期限'), feedback && time(feedback.dueAt)],
    [say('Feedback missing', '尚未反馈'), feedback && people(feedback.missing)],
    [
      say('Sheets without a name', '匿名反馈表'),
      feedback?.heldBack === undefined
        ? undefined
        : say(
            `${feedback.heldBack}, to be read once all have answered, time is up or the report is handed in`,
            `已收${feedback.heldBack}份，待全部收回、期限届满或者提交评估报告后可查看`,
          ),
    ],
    [say('Not asked, simulated', '系统模拟，无须反馈'), feedback && people(feedback.simulated)],
    [say('Result', '结果'), resultWords(drill, voice)],
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
    ...standstillLines(drill, voice),
    ...fields.flatMap(([label, value]) => (value === undefined ? [] : [`  ${label}${say(': ', '：')}${value}`])),
    ...section(say('Injects', '情景注入'), [
      ...drill.injects.flatMap((inject) => injectLines(inject, voice)),
      ...(drill.injects.some(({ actions }) => actions.length > 0) ? [style.dim(`  ${marksWords(drill, voice)}`)] : []),
    ]),
    ...section(
      say('Questions', '反馈问题'),
      (feedback?.questions ?? []).map(({ id, text }) => `  ${id}  ${text}`),
    ),
    ...section(
      say('Said without a name', '匿名反馈'),
      (feedback?.sheets ?? []).flatMap((sheet, i) => sheetLines(sheet, i + 1, feedback?.questions ?? [])),
    ),
    ...section(say('Ratings', '评定'), [
      ...drill.ratings.flatMap((one) => ratingLines(one, voice)),
      ...unratedLines(drill, voice),
      ...(drill.ratings.some(({ rating }) => rating !== undefined)
        ? [style.dim(`  ${drill.scale.map(({ id, name }) => `${id} ${name}`).join(say('; ', '；'))}`)]
        : []),
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

/** An incident may take people in several steps. */
function takenBy(steps: DrillRecord['taken']): [string, DrillRecord['taken'][number]['people']][] {
  return [...new Set(steps.map(({ incidentId }) => incidentId))].map((id) => [
    id,
    steps.filter(({ incidentId }) => incidentId === id).flatMap(({ people }) => people),
  ]);
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

/** A sheet has answers to some of the questions. */
function sheetLines(
  sheet: Record<string, string>,
  number: number,
  questions: NonNullable<DrillRecord['feedback']>['questions'],
): string[] {
  const answers = Object.entries(sheet).map(([id, answer]) => {
    const question = questions.find((one) => one.id === id)?.text ?? id;
    return [question, answer] as const;
  });
  return answers.map(([question, answer], i) => `  ${i === 0 ? `${number}.` : '  '} ${question} – ${answer}`);
}

function marksWords({ ended }: DrillRecord, { say }: Voice): string {
  const { open, seen, late, missed, excused } = MARKS;
  const undecided =
    ended === undefined
      ? say('still open', '等待中')
      : say('not decided: the drill ended before its time was up', '未判定（演练结束时时限未到）');
  return say(
    `${seen} done in time; ${late} late; ${missed} not done; ${open} ${undecided}; ${excused} excused`,
    `${seen} 按时；${late} 超时；${missed} 未出现；${open} ${undecided}；${excused} 不计`,
  );
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
  return [`  ${rating}  ${criterion.id}  ${criterion.name}${from}${counts}`, ...figures];
}

/** What no record shows waits for somebody who says it. */
function unratedLines({ ratings, status }: DrillRecord, { say }: Voice): string[] {
  const left = ratings.filter(({ rating }) => rating === undefined).map(({ criterion }) => criterion.id);
  if (status !== 'evaluating' || left.length === 0) return [];
  return [say(`  For evaluators to rate: ${left.join(', ')}`, `  待评估人员评定：${left.join('、')}`)];
}
