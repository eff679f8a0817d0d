import type { ProgrammeEntry } from '../../api/contract.js';
import { formatDuration } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { withId } from './withId.js';

/** A schedule fires within that. */
const PUNCTUAL_MS = 1_000;

export function programmeLines(items: ProgrammeEntry[], voice: Voice): string[] {
  const { say } = voice;
  return items.length === 0
    ? [say('The plan in force has no drill programme.', '现行预案没有年度演练计划。')]
    : items.flatMap((entry) => entryLines(entry, voice));
}

function entryLines({ id, name, kind, scenario, paused, next, past }: ProgrammeEntry, voice: Voice): string[] {
  const { say, time, style } = voice;
  const form = kind === 'live' ? say('live', '实战') : say('tabletop', '桌面');
  return [
    `${style.bold(name)} (${id})  ${form}  ${withId(scenario, voice)}`,
    ...(paused === undefined
      ? []
      : [
          style.bad(
            say(
              `  paused since ${time(paused.since)} by ${actorName(paused.by, voice)}: ${paused.reason}`,
              `  ${time(paused.since)}起暂停，${actorName(paused.by, voice)}：${paused.reason}`,
            ),
          ),
        ]),
    ...next.map(({ dueAt, opensAt, moved, drillId }) => {
      const parts = [
        say(`  due ${time(dueAt)}`, `  定于 ${time(dueAt)}`),
        moved ? say('moved from a day off', '休息日顺延') : undefined,
        drillId ?? say(`scheme ${time(opensAt)}`, `方案 ${time(opensAt)}`),
      ];
      return parts.filter((part) => part !== undefined).join('  ');
    }),
    ...past.map((one) => style.dim(`  ${pastLine(one, voice)}`)),
  ];
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
    drill?.words,
    drill?.endedAt && say(`held ${time(drill.endedAt)}`, `举行 ${time(drill.endedAt)}`),
    drill?.brokenOff,
    drill?.conclusion?.name,
    drill?.status === 'closed' && !drill.acceptedByPeople
      ? say('accepted by the simulator', '系统模拟审定')
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join('  ');
}
