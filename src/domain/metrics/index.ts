export * from './metric.js';
export * from './metricsOf.js';
export type { FilingMargin, FilingOutcome } from './filings.js';
export { answerTimes, REACH_WINDOWS } from './reach.js';
export type { ReachMetrics } from './reach.js';
export type { QuorumTime } from './quorums.js';
export * from './overTime.js';
export * from './readiness.js';
