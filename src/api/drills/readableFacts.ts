import { planDrilled } from '../../domain/drill/index.js';
import type { DrillState } from '../../domain/drill/index.js';
import { compilePlan } from '../../domain/plan/compile.js';
import type { Facts } from '../../domain/plan/condition.js';
import { reportFault } from '../../domain/plan/reportFault.js';
import type { ApiParts } from '../deps.js';
import { ProblemError, unavailable } from '../problemError.js';

/** Facts of an inject are entered by players later: what the plan cannot read is refused to whoever adds it, and not to them. */
export async function mustBeReadable({ store }: ApiParts, state: DrillState | undefined, facts: Facts): Promise<void> {
  if (state === undefined || Object.keys(facts).length === 0) return;
  const { id, version, hash } = planDrilled(state);
  const kept = await store.getPlan(id, version);
  if (kept === undefined) throw unavailable('no_plan');
  const fault = reportFault({ category: state.scenario.category, facts }, compilePlan(kept.document, hash));
  if (fault !== undefined) throw new ProblemError(fault.code, fault.found, fault.needed);
}
