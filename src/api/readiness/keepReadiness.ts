import { almanacOf } from '../../domain/drill/index.js';
import { inspectionTimes, lastInspection } from '../../domain/readiness/index.js';
import { MINUTE } from '../../domain/time.js';
import type { Duration } from '../../domain/time.js';
import { READINESS_WORKFLOW } from '../../workflows/messages.js';
import type { ReadinessInput } from '../../workflows/messages.js';
import type { ProgrammeParts } from '../programme/keepProgramme.js';

/** Its schedule comes first; after so long an inspection that it has not started is started without it. */
const LEFT_TO_TEMPORAL: Duration = 2 * MINUTE;

const READINESS_SCHEDULE = 'readiness';

/**
 * Brings the schedule of inspections in step with the plan in force, and starts the one that was due last and was not made.
 * Earlier ones are not made up for: what they would have found, that one finds. Any number of processes may ask for it, any
 * number of times. Answers after how long it has something to look at.
 */
export async function keepReadiness(parts: ProgrammeParts): Promise<Duration | undefined> {
  const { store, schedules, zone, now } = parts;
  const plan = (await store.effectivePlan())?.document;
  // Both come before there is something to look at.
  if (plan === undefined || (await store.currentRoster()) === undefined) return undefined;
  const almanac = almanacOf(plan, zone);
  const at = now();
  const since = await store.keepReadiness(at);
  const times = inspectionTimes(plan, almanac, at).map((time) => time.at);
  const schedule = { id: READINESS_SCHEDULE, workflow: READINESS_WORKFLOW };
  const none: ReadinessInput = {};
  // A pause made in Temporal stands there, with its note, until somebody lifts it there.
  const { pausedElsewhere } = await schedules.put({ ...schedule, args: [none], times });

  const last = lastInspection(plan, almanac, at);
  const waits = times.filter((time) => time > at).map((time) => time + LEFT_TO_TEMPORAL - at);
  if (last !== undefined && last.at >= since && pausedElsewhere === undefined) {
    const left = last.at + LEFT_TO_TEMPORAL - at;
    if (left > 0) waits.push(left);
    else if ((await store.inspection(last.id)) === undefined) {
      const input: ReadinessInput = { scheduledFor: last.at };
      // A name of its own: what the schedule started may have ended without an inspection, and its name is used up then.
      await schedules.start({ ...schedule, id: `${READINESS_SCHEDULE}/without` }, last.at, [input]);
    }
  }
  return waits.length === 0 ? undefined : Math.min(...waits);
}
