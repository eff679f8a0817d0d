/**
 * Every request and response of the HTTP API. The console and the CLI import this file and nothing else of `src/api`;
 * the OpenAPI document at `/docs/openapi.json` is generated from the same schemas.
 *
 * Times are ISO 8601 with offset; answers use UTC (`Z`). Durations are milliseconds. Unknown keys in requests are refused.
 */
export * from './contract/analysis.js';
export * from './contract/chain.js';
export * from './contract/clock.js';
export * from './contract/command.js';
export * from './contract/common.js';
export * from './contract/coverage.js';
export * from './contract/decisions.js';
export * from './contract/document.js';
export * from './contract/erasures.js';
export * from './contract/events.js';
export * from './contract/drillRequests.js';
export * from './contract/drills.js';
export * from './contract/improvements.js';
export * from './contract/incident.js';
export * from './contract/incidentReport.js';
export * from './contract/lessons.js';
export * from './contract/metrics.js';
export * from './contract/mobilisation.js';
export * from './contract/needs.js';
export * from './contract/obligations.js';
export * from './contract/programme.js';
export * from './contract/readiness.js';
export * from './contract/publications.js';
export * from './contract/planFindings.js';
export * from './contract/plans.js';
export * from './contract/problem.js';
export * from './contract/publicOpinion.js';
export * from './contract/record.js';
export * from './contract/registers.js';
export * from './contract/report.js';
export * from './contract/resources.js';
export * from './contract/roster.js';
export * from './contract/situation.js';
export * from './contract/summary.js';
export * from './contract/sitreps.js';
export * from './contract/stock.js';
export * from './contract/upkeep.js';
export * from './contract/system.js';
export * from './contract/tasks.js';
export * from './contract/tokens.js';
