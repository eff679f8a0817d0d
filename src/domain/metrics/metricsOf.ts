import type { EventType, IncidentEvent } from '../incident/index.js';
import type { CompiledPlan } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import { beginningTimes } from './beginning.js';
import type { BeginningTimes } from './beginning.js';
import { requestFill } from './fill.js';
import { filingMetrics } from './filings.js';
import type { FilingMetrics } from './filings.js';
import type { Share } from './metric.js';
import { milestoneTimes } from './milestones.js';
import type { MilestoneTimes } from './milestones.js';
import { sitrepPunctuality } from './punctuality.js';
import { quorumTimes } from './quorums.js';
import type { QuorumTime } from './quorums.js';
import { reachMetrics } from './reach.js';
import type { ReachMetrics } from './reach.js';

export const TIME_METRICS = [
  'detection',
  'acknowledgement',
  'firstAction',
  'grading',
  'activation',
  'containment',
  'restoration',
  'restorationFromReport',
  'dwell',
  'response',
] as const;
export type TimeMetric = (typeof TIME_METRICS)[number];

/** Everything is defined in `docs/metrics.md`. */
export interface IncidentMetrics {
  times: BeginningTimes & MilestoneTimes;
  quorums: QuorumTime[];
  filings: FilingMetrics;
  reach: ReachMetrics;
  sitreps: Share;
  requests: Share;
}

/**
 * Taken from the events of one incident, in order. `plan`: by which it runs now; what it marks and which of its rules are
 * verified holds for all. `at`: until when they tell everything; what falls due later is not counted.
 */
export function metricsOf(events: IncidentEvent[], plan: CompiledPlan, at: Instant): IncidentMetrics {
  return {
    times: { ...beginningTimes(events), ...milestoneTimes(events, plan) },
    quorums: quorumTimes(events),
    filings: filingMetrics(events, plan, at),
    reach: reachMetrics(events, at),
    sitreps: sitrepPunctuality(events, at),
    requests: requestFill(events, at),
  };
}

/** All that it reads. Of effects only notices that ask for an acknowledgement. */
export const METRIC_EVENTS = [
  'reported',
  'reportAbsorbed',
  'called',
  'acknowledged',
  'declined',
  'arrived',
  'stoodDown',
  'released',
  'takenOff',
  'noticeCancelled',
  'effectRequested',
  'confirmed',
  'treatedAsReal',
  'activated',
  'categoryChanged',
  'factAdded',
  'tasksOpened',
  'taskStarted',
  'taskFinished',
  'cordonSet',
  'criteriaConfirmed',
  'criteriaWithdrawn',
  'criteriaLapsed',
  'terminated',
  'reopened',
  'rejected',
  'merged',
  'quorumChanged',
  'quorumLost',
  'quorumReached',
  'shortageAccepted',
  'obligationsOpened',
  'obligationsConfirmed',
  'obligationClocksMoved',
  'obligationClockSet',
  'obligationsJudged',
  'obligationsLifted',
  'obligationsFiled',
  'sitrepDrafted',
  'sitrepRescheduled',
  'sitrepReleased',
  'sitrepLapsed',
  'resourcesRequested',
  'requestAmended',
  'requestsReduced',
  'requestSubstituted',
  'requestCancelled',
  'spendingRefused',
  'stockAllocated',
  'resourcesDispatched',
  'resourcesArrived',
  'partnerAsked',
] as const satisfies EventType[];
