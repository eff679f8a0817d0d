import type { Basis } from '../../src/domain/plan/compiled.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';

/** The next version of the sample plan, changed as a test needs it. */
export function nextVersion(change: (basis: Basis) => void = () => undefined): Basis {
  const basis: Basis = { plan: { ...samplePlan(), version: 4, hash: 'a7'.repeat(32) }, holders: sampleHolders() };
  change(basis);
  return basis;
}
