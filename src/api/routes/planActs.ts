import type { z } from 'zod';
import { diffPlans } from '../../domain/plan/diff/index.js';
import {
  acceptWarning,
  acknowledge,
  approve,
  putIntoEffect,
  recordEvaluation,
  recordFiling,
  review,
  reviewKindOf,
  submit,
  withdraw,
  withdrawAsReviewer,
} from '../../domain/plan/lifecycle/index.js';
import type { Act, Decided } from '../../domain/plan/lifecycle/index.js';
import type { PlanNow } from '../../store/index.js';
import * as c from '../contract.js';
import { parseBody } from '../parse.js';
import { actOn } from '../plans/actOn.js';
import { answerDone } from '../plans/answerDone.js';
import { checkVersion, contentChecked } from '../plans/checkVersion.js';
import { rosterIssues } from '../plans/rosterIssues.js';
import type { RosterToday } from '../plans/rosterToday.js';
import { readJson } from '../readBody.js';
import type { Routes } from './router.js';

/** What people do to a version. The domain judges each; here it only gets what it judges by. */
export const planActRoutes: Routes = (router, parts) => {
  const { zone } = parts.settings;
  const act = <B extends object>(
    name: string,
    schema: z.ZodType<B>,
    decide: (body: B, act: Act, now: PlanNow, today: RosterToday) => Decided,
  ) =>
    router.post(`/api/v1/plans/:planId/versions/:version/${name}`, ...readJson, async (req, res) => {
      const body = parseBody(schema, req);
      const done = await actOn(parts, req, { act: name, body }, (by, now, today) =>
        decide(body, readBy(by, body), now, today),
      );
      await answerDone(parts, req, res, done);
    });

  act('submission', c.NoBody, (_, by) => submit(by));
  act('review', c.PlanReviewRequest, ({ outcome, remarks = '' }, by) =>
    outcome === 'withdraw' ? withdrawAsReviewer(by, remarks) : review(by, { outcome, remarks }),
  );
  act('acceptances', c.PlanAcceptanceRequest, (body, by, now, today) =>
    acceptWarning(by, acceptance(body), checked(by, now, today)),
  );
  act('approval', c.PlanApprovalRequest, ({ acceptances = [], remarks = '' }, by, now, today) => {
    const { inForce } = now;
    const base = inForce && { ...inForce, isApproved: inForce.standing.approval !== undefined };
    const reviewKind = reviewKindOf(by.document, base, diffPlans);
    const basis = { check: checked(by, now, today), reviewKind, inForce };
    return approve(by, { acceptances: acceptances.map(acceptance), remarks }, basis);
  });
  act('effect', c.PlanEffectRequest, ({ from }, by, { inForce }, { roster }) => {
    const issues = rosterIssues(roster, by.document);
    return putIntoEffect(by, from === undefined ? undefined : Date.parse(from), { inForce, rosterIssues: issues });
  });
  act('withdrawal', c.PlanWithdrawalRequest, ({ reason }, by) => withdraw(by, reason));
  act('filing', c.PlanFilingRequest, ({ reference, on, text = '' }, by) => recordFiling(by, { reference, on, text }));
  act('evaluation', c.PlanEvaluationRequest, (body, by) => recordEvaluation(by, body));
  act('acknowledgement', c.NoBody, (_, by) => acknowledge(by));

  function checked({ at }: Act, { version }: PlanNow, { roster }: RosterToday) {
    if (version === undefined) throw new Error('an act is judged on a version that is there');
    return contentChecked(checkVersion(version, { roster, at, zone }));
  }
};

function readBy(act: Act, body: { hash?: string | undefined }): Act {
  return body.hash === undefined ? act : { ...act, read: body.hash };
}

/** The API calls the place of a finding what it is to people. */
function acceptance({ rule, place, text }: z.infer<typeof c.PlanAcceptanceRequest>) {
  return { rule, path: place, text };
}
