import type { CompiledPlan } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

/** When personal data has to be destroyed after an end at `at`. What an earlier release compiled does not say. */
export function destroyBy({ aftermath }: Pick<CompiledPlan, 'aftermath'>, at: Instant): { destroyBy?: Instant } {
  const after = aftermath?.personalData?.destroyAfter;
  return after === undefined ? {} : { destroyBy: at + after };
}
