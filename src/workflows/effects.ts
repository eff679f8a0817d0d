import { ActivityCancellationType, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { MergeRequest } from '../activities/mergeInto.js';
import { assertNever } from '../domain/assertNever.js';
import { givenOver, noticeTexts, plansOf } from '../domain/incident/index.js';
import type { Answer, Effect, EffectOf, Message, State } from '../domain/incident/index.js';

/** A worker that was killed is noticed after `heartbeatTimeout`; every activity of Muster heartbeats. */
const HEARTBEAT = '3s';

/** Who lets go of an effect does not wait for it: it may be what hangs. */
const cancellationType = ActivityCancellationType.TRY_CANCEL;

/** The record is never given up: silence lasts until the store is back. */
const { record } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
});
export const recordEvents = record;

/**
 * One attempt at a notice: seconds on the wire, after waiting for its turn behind larger mobilisations. When even the
 * attempt cannot be made for so long, the machine's own retry rule goes on.
 */
const { notify } = proxyActivities<Activities>({
  startToCloseTimeout: '5m',
  scheduleToCloseTimeout: '10m',
  heartbeatTimeout: HEARTBEAT,
  cancellationType,
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
});

/** The first document after a start reads a whole record, and nobody waits for it. One that fails gives way to the next. */
const { writeDocument } = proxyActivities<Activities>({
  startToCloseTimeout: '120s',
  heartbeatTimeout: '20s',
  cancellationType,
  retry: { initialInterval: '500ms', maximumInterval: '30s', maximumAttempts: 5 },
});

/** The ledger of people and of stock; nobody waits for it. */
const { claimPeople, releasePeople, allocateStock, settleStock } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: HEARTBEAT,
  cancellationType,
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
});

/** A statement that was approved is out within seconds, or once the store is back. */
const { publish } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: HEARTBEAT,
  cancellationType,
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
});

/** Somebody waits for the answer to what is to be put right. */
const { takeUp } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
});
export const readKept = takeUp;

/** Another workflow answers within milliseconds, or when its worker is back. */
const { mergeInto, startImprovement } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: HEARTBEAT,
  cancellationType,
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
});

/** Carries out one effect and says what became of it; a notice throws only when it is let go of. */
export async function carryOut(state: State, effect: Effect): Promise<Answer> {
  switch (effect.kind) {
    case 'notify':
      return await sendNotice(state, effect);
    case 'writeDocument': {
      const { id: effectId, kind: _, ...asked } = effect;
      const written = await writeDocument({ incidentId: state.incidentId, effectId, ...asked });
      return { type: 'documentWritten', effectId: effect.id, ...written };
    }
    case 'startImprovement': {
      const { id: effectId, improvement, upTo } = effect;
      await startImprovement({ incidentId: state.incidentId, improvement, upTo });
      return { type: 'improvementStarted', effectId };
    }
    case 'claim': {
      const { id: effectId, kind: _, ...wanted } = effect;
      const { mode, simulated = [] } = state.report;
      // Whoever is not there may serve in another drill meanwhile.
      const people = wanted.people.filter((person) => !simulated.includes(person));
      if (people.length === 0) return { type: 'claimed', effectId, contested: [], shared: [] };
      const claim = { incidentId: state.incidentId, mode, ...wanted, people };
      return { type: 'claimed', effectId, ...(await claimPeople(claim)) };
    }
    case 'releaseClaims':
      await releasePeople({ incidentId: state.incidentId, ...(effect.people ? { people: effect.people } : {}) });
      return { type: 'releasedClaims', effectId: effect.id };
    case 'allocate': {
      const { id: effectId, kind: _, ...wanted } = effect;
      const { mode } = state.report;
      return {
        type: 'allocated',
        effectId,
        ...(await allocateStock({ incidentId: state.incidentId, mode, ...wanted })),
      };
    }
    case 'settleStock': {
      const { id: effectId, kind: _, ...settled } = effect;
      await settleStock({ incidentId: state.incidentId, effectId, ...settled });
      return { type: 'stockSettled', effectId };
    }
    case 'publish': {
      const { id: effectId, kind: _, ...asked } = effect;
      return { type: 'published', effectId, ...(await publish({ incidentId: state.incidentId, ...asked })) };
    }
    case 'merge':
      return { type: 'mergeAnswered', effectId: effect.id, ...(await mergeInto(mergeRequest(state, effect))) };
    default:
      return assertNever(effect);
  }
}

/** In the name of whoever decided to merge. */
function mergeRequest(state: State, { id, into }: EffectOf<'merge'>): MergeRequest {
  const message: Message = {
    ...givenOver(state),
    requestId: `${state.incidentId}/${id}`,
    actor: state.merging.asked?.by ?? state.report.reporter,
    via: 'api',
  };
  return { into, message };
}

async function sendNotice(state: State, effect: EffectOf<'notify'>): Promise<Answer> {
  const { plan } = state.basis;
  const [, ...earlier] = plansOf(state);
  const { mode, category, reportedAt, occurredAt, simulated } = state.report;
  try {
    const outcome = await notify({
      incidentId: state.incidentId,
      mode,
      plan: { id: plan.id, version: plan.version },
      ...(earlier.length === 0 ? {} : { earlierPlans: earlier.map(({ id, version }) => ({ id, version })) }),
      category,
      reportedAt,
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ...(simulated === undefined ? {} : { simulated }),
      effect,
      texts: noticeTexts(state, effect),
    });
    return { type: 'noticeAttempted', effectId: effect.id, ...outcome };
  } catch (error) {
    if (isCancellation(error)) throw error;
    // The activity's own policy is exhausted: everybody counts as not yet reached, and the machine decides what next.
    const delayed = effect.recipients.map(({ person }) => ({ person, code: 'not_attempted' }));
    return { type: 'noticeAttempted', effectId: effect.id, accepted: [], unreachable: [], delayed };
  }
}
