export * from './areas.js';
export type * from './facts.js';
export * from './finding.js';
export * from './inspect.js';
export { liveDrill } from './liveDrill.js';
export { ownersIn } from './owners.js';
export * from './reminders.js';
export { readinessRules, USUAL_READINESS } from './rules.js';
export * from './schedule.js';
