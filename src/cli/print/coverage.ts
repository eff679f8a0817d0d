import type { Coverage } from '../../api/contract.js';
import { parseDuration } from '../../domain/plan/duration.js';
import { DAY } from '../../domain/time.js';
import { formatDuration } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

type Row = Coverage['items'][number];

/** A table for each kind; what is due stands out. */
export function coverageLines({ items, exerciseEvery, complete }: Coverage, due: boolean, voice: Voice): string[] {
  const { say, style } = voice;
  const shown = due ? items.filter((row) => row.due !== undefined) : items;
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const every = periodWords(exerciseEvery, voice);
  const met = items.filter((row) => row.due === undefined).length;
  return [
    say(`${met} of ${items.length} exercised within ${every}`, `共${items.length}项，${met}项在${every}内演练过`),
    ...kinds.flatMap((kind) => {
      const rows = shown.filter((row) => row.kind === kind);
      return ['', style.bold(rows[0]!.kindWords), ...rows.map((row) => rowLine(row, voice))];
    }),
    ...(complete ? [] : ['', style.dim(say('The oldest incidents were not looked at.', '未计入最早的事故和演练。'))]),
  ];
}

/** `365 days`, as people say it. */
function periodWords(duration: string, { say, lang }: Voice): string {
  const length = parseDuration(duration);
  return length % DAY === 0 ? say(`${length / DAY} days`, `${length / DAY}天`) : formatDuration(length, lang);
}

function rowLine(row: Row, voice: Voice): string {
  const { say, time, style } = voice;
  const { lastDrill, lastReal, dueWords, drills, simulated } = row;
  const parts = [
    withId(row, voice),
    lastDrill && `${time(lastDrill.at)} ${lastDrill.drillId ?? lastDrill.incidentId}`,
    drills > 1 ? say(`${drills} drills`, `${drills}次演练`) : undefined,
    dueWords && style.bad(dueWords),
    simulated && style.dim(say(`only simulated in ${simulated}`, `另有${simulated}次仅为系统模拟`)),
    lastReal &&
      style.dim(
        say(
          `real: ${time(lastReal.at)} ${lastReal.incidentId}`,
          `真实事故：${time(lastReal.at)} ${lastReal.incidentId}`,
        ),
      ),
  ];
  return `  ${parts.filter((part) => part !== undefined).join('  ')}`;
}
