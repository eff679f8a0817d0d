import type { Basis, MobilisationRule, PersonFacts } from '../../src/domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { BASIS } from './story.js';

/** Tech needs three people, one of them able to restore; liaison stands in for it, then a partner. */
const TECH: MobilisationRule = {
  team: 'tech',
  levels: ['L1', 'L2', 'L3'],
  headcount: 3,
  qualifications: [{ qualification: 'restore', people: 1 }],
  quorumWithin: 15 * MINUTE,
  substitutes: ['liaisonMember', 'pressLead'],
  partners: ['cloud'],
};

export function countedBasis(
  edit: (rules: MobilisationRule[], basis: Basis) => void = () => undefined,
  people: Record<string, PersonFacts> = {},
): Basis {
  const basis: Basis = structuredClone({
    ...BASIS,
    people: {
      'sun-yu': { qualifications: [{ qualification: 'restore' }] },
      'xu-na': { qualifications: [{ qualification: 'restore' }] },
      ...people,
    },
  });
  const rules = [structuredClone(TECH), { team: 'publicity', levels: ['L1'] }];
  Object.assign(basis.plan, {
    mobilisation: rules,
    partners: [{ id: 'cloud', owner: 'duty' }],
    shifts: { longest: 12 * HOUR, rest: 8 * HOUR, tell: ['duty'] },
  });
  basis.plan.notification.shortage = { tell: ['deputy', 'commander'] };
  edit(rules, basis);
  return basis;
}
