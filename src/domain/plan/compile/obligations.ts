import type { ObligationRule } from '../compiled.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';
import { compileCondition } from './conditions.js';
import { inUse } from './packs.js';

/** Only what binds this operator. */
export function compileObligations(document: PlanDocument): ObligationRule[] {
  return (document.obligations ?? [])
    .filter((obligation) => inUse(document, obligation.pack))
    .map(({ id, when, start, after, limit, theirs, owner, deputy, reminders, verified }) => ({
      id,
      when: compileCondition(when),
      start,
      ...(after === undefined ? {} : { after }),
      limit: compileLimit(limit),
      ...(theirs === undefined ? {} : { theirs }),
      owner,
      ...(deputy === undefined ? {} : { deputy }),
      reminders,
      verified,
    }));
}

function compileLimit(limit: NonNullable<PlanDocument['obligations']>[number]['limit']): ObligationRule['limit'] {
  const { within, workingDays, months, target } = limit;
  return {
    ...(within === undefined ? {} : { within: parseDuration(within) }),
    ...(workingDays === undefined ? {} : { workingDays }),
    ...(months === undefined ? {} : { months }),
    ...(target === undefined ? {} : { target: parseDuration(target) }),
  };
}
