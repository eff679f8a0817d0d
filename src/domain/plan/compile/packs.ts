import type { PlanDocument } from '../schema.js';

type Packs = Pick<PlanDocument, 'packs' | 'operator'>;

/** Whether what belongs to `pack` counts for this operator. What belongs to none always does. */
export function inUse({ packs, operator }: Packs, pack: string | undefined): boolean {
  if (pack === undefined) return true;
  const regimes = packs?.find((known) => known.id === pack)?.regimes;
  return regimes === undefined || regimes.some((regime) => operator?.boundBy.includes(regime));
}
