export { rehearseOnce } from './outcome.js';
export type { Outcome } from './outcome.js';
export { PARAMETERS, readParameters } from './parameters.js';
export type { Parameters } from './parameters.js';
export type { Rehearsed } from './rehearsal.js';
export { reportOn } from './report.js';
export type { RehearsalReport } from './report.js';
export type { ShareOf, Summary } from './statistics.js';
export type { Weakness } from './weaknesses.js';
