export { measuredAs } from './measured.js';
export type { Measured } from './measured.js';
