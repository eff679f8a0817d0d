import type { CompiledPlan } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { State } from '../state.js';

/** When personal data has to be destroyed after an end at `at`. What an earlier release compiled does not say. */
export function destroyBy({ aftermath }: Pick<CompiledPlan, 'aftermath'>, at: Instant): { destroyBy?: Instant } {
  const after = aftermath?.personalData?.destroyAfter;
  return after === undefined ? {} : { destroyBy: at + after };
}

/** By the wall clock, when what is personal has to be destroyed; undefined before the end, and once it is destroyed. */
export function destructionDue({ clock, aftermath }: Pick<State, 'clock' | 'aftermath'>): Instant | undefined {
  if (aftermath.destroyBy === undefined || aftermath.erasedAt !== undefined) return undefined;
  // The clock of a drill which is over goes as fast as the wall clock, and may be ahead of it or behind.
  return aftermath.destroyBy - (clock === undefined ? 0 : clock.at - clock.realAt);
}
