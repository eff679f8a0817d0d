export * from './metric.js';
export * from './metricsOf.js';
export type { FilingMargin, FilingMetrics, FilingOutcome } from './filings.js';
export { REACH_WINDOWS } from './reach.js';
export type { NoticeReach, ReachMetrics, ReachWindow } from './reach.js';
export type { QuorumTime } from './quorums.js';
export * from './overTime.js';
export * from './readiness.js';
