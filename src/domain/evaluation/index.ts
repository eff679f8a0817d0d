export { measuredAs } from './measured.js';
export type { Measured } from './measured.js';
export { scoreOf } from './score.js';
export type { AxisScore, Rated, Score } from './score.js';
