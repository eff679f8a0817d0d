import { almanacOf, isOwed, lastOccurrence, openingTimes } from '../../domain/drill/index.js';
import type { Almanac, ProgrammeEntry } from '../../domain/drill/index.js';
import { MINUTE } from '../../domain/time.js';
import type { Duration, Instant } from '../../domain/time.js';
import type { Store } from '../../store/index.js';
import { PROGRAMME_WORKFLOW } from '../../workflows/messages.js';
import type { ProgrammeInput } from '../../workflows/messages.js';
import type { Schedules, WantedSchedule } from './schedules.js';

/** Its schedule comes first; after so long what it has not started is started without it. */
const LEFT_TO_TEMPORAL: Duration = 2 * MINUTE;

/** Who there has done something is not known. */
const TEMPORAL = { kind: 'integration', id: 'Temporal' } as const;

const PREFIX = 'drill-programme/';

export interface ProgrammeParts {
  store: Store;
  schedules: Schedules;
  zone: string;
  now: () => Instant;
}

/**
 * Brings the schedules in step with the programme of the plan in force, and opens what none of them has opened: a server
 * that has lost its schedules, or was told of other times while one was due, leaves no drill out. Any number of processes
 * may ask for it, any number of times. Answers after how long it has something to look at.
 */
export async function keepProgramme(parts: ProgrammeParts): Promise<Duration | undefined> {
  const { store, schedules, zone, now } = parts;
  const plan = (await store.effectivePlan())?.document;
  if (plan === undefined) return undefined;
  const programme = plan.drills?.programme ?? [];
  const almanac = almanacOf(plan, zone);
  await keepInStep(parts, programme, almanac);

  const since = new Map((await store.keptEntries()).map((kept) => [kept.entry, kept.since]));
  const waits: Duration[] = [];
  for (const entry of programme) {
    const at = now();
    const occurrence = lastOccurrence(entry, almanac, at);
    if (occurrence !== undefined && isOwed(occurrence, since.get(entry.id) ?? at, at)) {
      const { opensAt } = occurrence;
      const isLeft = opensAt + LEFT_TO_TEMPORAL > at;
      if (isLeft) waits.push(opensAt + LEFT_TO_TEMPORAL - at);
      else if ((await store.occurrenceOf({ entry: entry.id, occurrence: occurrence.id })) === undefined) {
        const input: ProgrammeInput = { entry: entry.id, scheduledFor: opensAt };
        await schedules.start({ id: PREFIX + entry.id, workflow: PROGRAMME_WORKFLOW }, opensAt, [input]);
      }
    }
    const [next] = openingTimes(entry, almanac, at).filter((time) => time > at);
    if (next !== undefined) waits.push(next + LEFT_TO_TEMPORAL - at);
  }
  return waits.length === 0 ? undefined : Math.min(...waits);
}

async function keepInStep(
  { store, schedules, now }: ProgrammeParts,
  programme: readonly ProgrammeEntry[],
  almanac: Almanac,
): Promise<void> {
  const ids = programme.map(({ id }) => id);
  const { gone } = await store.keepEntries(ids, now());
  const pauses = new Map((await store.keptEntries()).map(({ entry, paused }) => [entry, paused]));
  for (const entry of programme) {
    const paused = pauses.get(entry.id)?.reason;
    const input: ProgrammeInput = { entry: entry.id };
    const wanted: WantedSchedule = {
      ...{ id: PREFIX + entry.id, workflow: PROGRAMME_WORKFLOW, args: [input] },
      times: openingTimes(entry, almanac, now()),
    };
    const { pausedElsewhere } = await schedules.put(paused === undefined ? wanted : { ...wanted, paused });
    if (pausedElsewhere !== undefined) {
      const at = now();
      const reason = pausedElsewhere === '' ? '–' : pausedElsewhere;
      await store.pauseEntry(entry.id, { by: TEMPORAL, reason, since: at }, at);
      // From now on it is Muster's: whoever resumes it there must not find it taken over again.
      await schedules.put({ ...wanted, paused: reason });
    }
  }
  const left = (await schedules.list()).filter((id) => id.startsWith(PREFIX)).map((id) => id.slice(PREFIX.length));
  const over = [...new Set([...left, ...gone])].filter((entry) => !ids.includes(entry));
  for (const entry of over) await schedules.remove(PREFIX + entry);
}
