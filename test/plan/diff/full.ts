import { loadPlan } from '../../../src/planfiles/index.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';

/** A plan in which every key of the schema is used. A copy: tests change it. */
export function fullPlan(): PlanDocument {
  return structuredClone(FULL);
}

const FULL = loadPlan('test/plan/diff/full').document;
