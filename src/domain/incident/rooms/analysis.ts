import { decideAnalysis } from '../analysis/decide.js';
import { evolveAnalysis } from '../analysis/evolve.js';
import type { Room } from '../room.js';

/**
 * Cause analysis 事故原因分析, after the end: timeline, contributing, direct, indirect and root causes, and the whys that lead
 * to the root. Whoever has it records the whole as often as they like, and says once that it is complete.
 */
export const analysis: Room<'analysis'> = {
  name: 'analysis',
  initial: { version: 0 },
  evolve: evolveAnalysis,
  decide: { analysis: decideAnalysis },
};
