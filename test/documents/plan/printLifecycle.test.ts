import { expect, test } from '@jest/globals';
import { printLifecycle } from '../../../src/api/plans/printLifecycle.js';
import { standingOf } from '../../../src/domain/plan/lifecycle/index.js';
import type { PlanStep } from '../../../src/domain/plan/lifecycle/index.js';
import type { ReviewKind } from '../../../src/domain/plan/lifecycle/steps.js';
import { AT, fullPlan } from './fixtures.js';

const BY = { kind: 'person', id: 'tang-li' } as const;

test.each<ReviewKind>([{ review: 'full' }, { review: 'minor', base: 'b'.repeat(64) }])(
  'an approval of a $review review is printed as one',
  (kind) => {
    const { document, hash } = fullPlan();
    const step = { at: AT, by: BY, hash };
    const steps: PlanStep[] = [
      { ...step, type: 'drafted', summary: 'new telephone numbers', authors: [] },
      { ...step, type: 'submitted' },
      { ...step, type: 'approved', reviewDue: AT, remarks: '', ...kind },
    ];
    const version = { id: document.plan.id, version: 2, hash, document, savedAt: AT, steps };
    expect(printLifecycle({ ...version, standing: standingOf(steps) }, [])?.approval).toEqual({
      person: 'tang-li',
      at: AT,
      review: kind.review,
    });
  },
);
