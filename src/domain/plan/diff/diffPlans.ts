import { LANGS } from '../../lang.js';
import type { PlanDocument } from '../schema.js';
import type { PlanChange } from './change.js';
import { differences } from './compare.js';
import { VIEW, viewOf } from './view.js';

/** Every difference that means something, in the order of the plan's sections. None when the plans say the same. */
export function diffPlans(a: PlanDocument, b: PlanDocument): PlanChange[] {
  const onlyInOne = LANGS.filter((lang) => a.languages.includes(lang) !== b.languages.includes(lang));
  return differences(VIEW, viewOf(a), viewOf(b), { field: '', subject: {}, onlyInOne });
}
