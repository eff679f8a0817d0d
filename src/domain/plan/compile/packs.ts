import type { PlanDocument } from '../schema.js';

type Packs = Pick<PlanDocument, 'packs' | 'operator'>;

/** Whether what belongs to `pack` counts for this operator. What belongs to none always does. */
export function inUse({ packs, operator }: Packs, pack: string | undefined): boolean {
  if (pack === undefined) return true;
  const regimes = packs?.find((known) => known.id === pack)?.regimes;
  return regimes === undefined || regimes.some((regime) => operator?.boundBy.includes(regime));
}

/** The criteria of a pack that set this incident level or a more severe one, whether or not the pack counts for the operator. */
export function criteriaOfPack(
  { gradingCriteria, incidentLevels }: Pick<PlanDocument, 'gradingCriteria' | 'incidentLevels'>,
  pack: string,
  incidentLevel: string,
): PlanDocument['gradingCriteria'] {
  const order = incidentLevels.map(({ id }) => id);
  const mildest = order.indexOf(incidentLevel);
  return gradingCriteria.filter(
    (criterion) => criterion.pack === pack && order.indexOf(criterion.incidentLevel) <= mildest,
  );
}
