export { checkRecord } from './checkRecord.js';
export type * from './kept.js';
