import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type {
  DrillEffect,
  DrillState,
  DrillTemplate,
  Examined,
  Opened,
  Paced,
  Reached,
  Written,
} from '../domain/drill/index.js';
import type { Instant } from '../domain/time.js';

/** The record is never given up: silence lasts until the store is back. */
export const { recordDrill } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: '3s',
  retry: { initialInterval: '500ms', maximumInterval: '30s' },
});

const TELLING = {
  startToCloseTimeout: '60s',
  heartbeatTimeout: '3s',
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  retry: { initialInterval: '1s', maximumInterval: '30s' },
} as const;

/** What happens in the story is no news after an hour. */
const { tellDrill: tellNow } = proxyActivities<Activities>({ ...TELLING, scheduleToCloseTimeout: '1h' });
/** Whoever has to decide, or to answer, must hear of it also after a night without a mail server. */
const { tellDrill: tellSurely } = proxyActivities<Activities>({ ...TELLING, scheduleToCloseTimeout: '18h' });

const OF_THE_MOMENT: readonly DrillTemplate[] = ['begins', 'inject', 'contingency', 'paused', 'goesOn'];

const ASKING = {
  startToCloseTimeout: '30s',
  heartbeatTimeout: '3s',
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
} as const;

/** Without its incident a drill is nothing. */
const { startDrillIncident } = proxyActivities<Activities>(ASKING);
/** Where it goes wrong somebody may have said something else meanwhile, which waits for this one. */
const { paceDrillIncident } = proxyActivities<Activities>({
  ...ASKING,
  retry: { initialInterval: '500ms', maximumInterval: '2s' },
  scheduleToCloseTimeout: '1h',
});
/** What the incident refuses for an hour it will not take any more; that stands in the record. */
const { takeOutOfDrill, clearDrillIncident } = proxyActivities<Activities>({
  ...ASKING,
  scheduleToCloseTimeout: '1h',
});

/** A night without a database is waited for. Where charts are drawn nothing else runs for seconds, no heartbeat either. */
const { writeDrill } = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '1m',
  scheduleToCloseTimeout: '18h',
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

/** Waits for what the incident shows next, for minutes if need be. */
export const { followIncident } = proxyActivities<Activities>({
  startToCloseTimeout: '11m',
  heartbeatTimeout: '3s',
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  retry: { initialInterval: '500ms', maximumInterval: '5s' },
});

/** For as long as a drill may last; a worker that dies is noticed by the heartbeat. */
export const { playAbsent } = proxyActivities<Activities>({
  startToCloseTimeout: '7d',
  heartbeatTimeout: '3s',
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  retry: { initialInterval: '500ms', maximumInterval: '5s' },
});

/** Asks the world for it, beside the loop. What it answers settles the effect. */
export async function carryOut(
  effect: DrillEffect,
  { drill, incidentId, scenario, roles, pace, openedAt, simulateAbsent }: DrillState,
  at: Instant,
): Promise<Partial<Reached> & Partial<Written> & Partial<Examined> & Partial<Opened> & Partial<Paced>> {
  switch (effect.kind) {
    case 'tell':
      return OF_THE_MOMENT.includes(effect.template) ? tellNow({ drill, effect }) : tellSurely({ drill, effect });
    case 'start':
      return startDrillIncident({
        ...{ drill, incidentId, scenario: scenario.id, roles, pace, openedAt, at },
        simulated: simulateAbsent?.people ?? [],
        upTo: Number.parseInt(effect.id.slice(1), 10),
      });
    case 'pace':
      // An earlier release has answered nothing.
      return (await paceDrillIncident({ drill, incidentId, pace: effect.pace, effectId: effect.id })) ?? {};
    case 'takeOut': {
      const { id: effectId, heldBy, people } = effect;
      await takeOutOfDrill({ drill, incidentId, effectId, heldBy, people });
      return {};
    }
    case 'write':
      return writeDrill({ drill, effectId: effect.id, papers: effect.papers, upTo: effect.upTo });
    case 'clear':
      return clearDrillIncident({ drill, incidentId, effectId: effect.id });
  }
}
