export { figuresOf, ratedBy, worst } from './figures.js';
export type { Figure, Figures } from './figures.js';
export { measuredAs } from './measured.js';
export type { Measured } from './measured.js';
