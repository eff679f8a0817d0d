import type { Actor, Programme, ProgrammeEntry } from '../../api/contract.js';
import { formatDuration } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { withId } from './withId.js';

/** A schedule fires within that. */
const PUNCTUAL_MS = 1_000;

export function programmeLines({ items, zone, daysOffUntil, catchupWindow }: Programme, voice: Voice): string[] {
  const { say, style } = voice;
  if (items.length === 0) return [say('The plan in force has no drill programme.', '现行预案没有年度演练计划。')];
  const days = Number.parseInt(catchupWindow, 10);
  const isGuessed = items.some(({ next }) => next.some(({ guessed }) => guessed));
  return [
    say(
      `Days of ${zone}. Each time is a drill of its own, also while another is open; what fell due while nothing ran is made up for within ${days} days.`,
      `日期按 ${zone} 计。每次演练单独进行，不受其他演练影响；停机期间到期的，${days}天内补办。`,
    ),
    ...(isGuessed ? [style.bad(calendarWords(daysOffUntil, voice))] : []),
    ...items.flatMap((entry) => entryLines(entry, voice)),
  ];
}

function calendarWords(until: number | undefined, { say }: Voice): string {
  return until === undefined
    ? say(
        'The plan lists no days off: times marked * only avoid weekends. Add holidays to its calendar.',
        '预案未列出节假日：标 * 的日期只避开周末。请在预案日历中补充节假日。',
      )
    : say(
        `The calendar of the plan ends in ${until}: times marked * only avoid weekends. Add the holidays of the years after it.`,
        `预案日历只到${until}年：标 * 的日期只避开周末。请补充以后年份的节假日。`,
      );
}

export function entryLines(entry: ProgrammeEntry, voice: Voice): string[] {
  const { say, time, style } = voice;
  const { id, name, kind, scenario, paused, next, past, byHand } = entry;
  const form = kind === 'live' ? say('live', '实战') : say('tabletop', '桌面');
  return [
    `${style.bold(name)} (${id})  ${form}  ${withId(scenario, voice)}`,
    ...aboutLines(entry, voice),
    ...(paused === undefined
      ? []
      : [
          style.bad(
            say(
              `  paused since ${time(paused.since)} ${byWords(paused.by, voice)}: ${paused.reason}`,
              `  ${time(paused.since)}起暂停，${byWords(paused.by, voice)}：${paused.reason}`,
            ),
          ),
        ]),
    ...next.map((one) => nextLine(one, voice)),
    ...past.map((one) => style.dim(`  ${pastLine(one, voice)}`)),
    ...byHand.map((one) => style.dim(`  ${byHandLine(one, voice)}`)),
  ];
}

/** Who has paused it in Temporal is not known. */
function byWords(by: Actor, voice: Voice): string {
  const { say } = voice;
  if (by.kind === 'integration') return say(`in ${by.id}`, `在 ${by.id} 中操作`);
  return say(`by ${actorName(by, voice)}`, actorName(by, voice));
}

function aboutLines({ category, levels, teams, purpose, missedWords }: ProgrammeEntry, { say }: Voice): string[] {
  const names = (all: { name: string }[]) => all.map((one) => one.name).join(say(', ', '、'));
  const parts = [
    category?.name,
    say(`levels: ${names(levels)}`, `级别：${names(levels)}`),
    say(`teams: ${names(teams)}`, `工作组：${names(teams)}`),
  ];
  return [
    `  ${parts.filter((part) => part !== undefined).join(say('; ', '；'))}`,
    `  ${say(`purpose: ${purpose}`, `目的：${purpose}`)}`,
    `  ${say(`when missed: ${missedWords}`, `错过时：${missedWords}`)}`,
  ];
}

function nextLine(
  { dueAt, opensAt, movedFrom, guessed, leftOut, drillId }: ProgrammeEntry['next'][number],
  voice: Voice,
) {
  const { say, time } = voice;
  const parts = [
    say(`  due ${time(dueAt)}`, `  定于 ${time(dueAt)}`) + (guessed ? ' *' : ''),
    movedFrom && say(`moved from ${movedFrom}, a day off`, `${movedFrom}休息，顺延`),
    leftOut
      ? say('left out while paused', '暂停期间不进行')
      : (drillId ?? say(`scheme ${time(opensAt)}`, `方案 ${time(opensAt)}`)),
  ];
  return parts.filter((part) => part !== undefined).join('  ');
}

function pastLine(one: ProgrammeEntry['past'][number], voice: Voice): string {
  const { say, time, lang } = voice;
  const { occurrence, words, settledAt, lateMs, drillId, plannedAt, drill } = one;
  const late = formatDuration(lateMs, lang);
  const parts = [
    occurrence,
    words,
    time(settledAt),
    lateMs < PUNCTUAL_MS ? undefined : say(`${late} late`, `迟${late}`),
    plannedAt && say(`due ${time(plannedAt)}`, `定于 ${time(plannedAt)}`),
    drillId,
    ...(drill === undefined ? [] : heldParts(drill, voice)),
  ];
  return parts.filter((part) => part !== undefined).join('  ');
}

function byHandLine({ drillId, openedAt, plannedAt, drill }: ProgrammeEntry['byHand'][number], voice: Voice): string {
  const { say, time } = voice;
  const parts = [
    say(`besides, by hand ${time(openedAt)}`, `另行拟定 ${time(openedAt)}`),
    plannedAt && say(`due ${time(plannedAt)}`, `定于 ${time(plannedAt)}`),
    drillId,
    ...heldParts(drill, voice),
  ];
  return parts.filter((part) => part !== undefined).join('  ');
}

function heldParts(drill: ProgrammeEntry['byHand'][number]['drill'], { say, time }: Voice): (string | undefined)[] {
  const { words, status, startedAt, brokenOff, conclusion, acceptedByPeople } = drill;
  return [
    words,
    startedAt && say(`held ${time(startedAt)}`, `举行 ${time(startedAt)}`),
    brokenOff,
    conclusion?.name,
    status === 'closed' && !acceptedByPeople ? say('accepted by the simulator', '系统模拟审定') : undefined,
  ];
}

/** What whoever drafts one more drill of the entry should know. */
export function besidesNotices(
  { id, paused, past, byHand }: ProgrammeEntry,
  drafted: string,
  { say, time }: Voice,
): string[] {
  const open = [...past, ...byHand].filter(
    ({ drillId, drill }) => drillId !== drafted && drill !== undefined && NOT_BEGUN.includes(drill.status),
  );
  const drafts = open.map(({ drillId }) => drillId).join(say(', ', '、'));
  return [
    ...(paused === undefined
      ? []
      : [
          say(
            `The entry ${id} is paused since ${time(paused.since)}: ${paused.reason}. This drill is drafted all the same.`,
            `${id} 自 ${time(paused.since)} 起暂停：${paused.reason}。本次演练仍已拟定。`,
          ),
        ]),
    ...(open.length === 0
      ? []
      : [
          say(
            `Not begun yet of the same entry: ${drafts}. Call off what is one too many: muster drill call-off.`,
            `同一项中尚未开始的演练：${drafts}。重复的请取消：muster drill call-off。`,
          ),
        ]),
  ];
}

const NOT_BEGUN: readonly string[] = ['drafting', 'review', 'ready'];
