import { describeChange, diffPlans } from '../../../src/domain/plan/diff/index.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { fullPlan } from './full.js';

type Edit = (plan: PlanDocument) => void;

/** What is done to the full plan, and the sentences about it in both languages. */
export type Example = [edit: Edit, en: string[], zh: string[]];

export function expectSentences(edit: Edit, en: string[], zh: string[]): void {
  const [a, b] = [fullPlan(), fullPlan()];
  edit(b);
  const changes = diffPlans(a, b);
  expect(changes.map((change) => describeChange(change, a, b, 'en'))).toEqual(en);
  expect(changes.map((change) => describeChange(change, a, b, 'zh-CN'))).toEqual(zh);
}

/** Throws where there is no such entry. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`no entry ${index}`);
  return entry;
}
