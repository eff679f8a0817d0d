import type { Request } from 'express';
import { actorName } from '../../domain/incident/index.js';
import type { Act, Decided, PlanRefusal } from '../../domain/plan/lifecycle/index.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { planRefusalWords } from '../../domain/words/index.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { PlanActed, PlanKey, PlanNow, PlanVersion } from '../../store/index.js';
import { actorOf } from '../auth.js';
import type { ApiDeps } from '../deps.js';
import { languageOf } from '../language.js';
import { headerId } from '../parse.js';
import { RefusedError } from '../problemError.js';
import { PLAN_REFUSAL_STATUS } from '../refusalStatus.js';
import { found, planKeyOf } from './loadVersion.js';
import { rosterToday } from './rosterToday.js';
import type { RosterToday } from './rosterToday.js';

/** What the version becomes besides its steps. */
type Content = { hash: string; document: PlanDocument };

export interface Done {
  version: PlanVersion;
  /** It had been done before, under the same Idempotency-Key. */
  repeated: boolean;
}

/** Somebody's act on a version that is there. Throws what stands against it, in words of the sender's language. */
export async function actOn(
  deps: ApiDeps,
  req: Request,
  /** Of the act and all that is asked with it. */
  asked: { act: string; body: unknown },
  decide: (act: Act, now: PlanNow, today: RosterToday) => Decided,
  content?: Content,
): Promise<Done> {
  const plan = planKeyOf(req);
  return actWith(deps, req, plan, { asked, content }, (by, now, today) => {
    const version = found(now.version, plan);
    return decide(
      { ...by, holders: today.holders, document: version.document, standing: version.standing },
      now,
      today,
    );
  });
}

/** The same where the version may only come to be. */
export async function actWith(
  deps: ApiDeps,
  req: Request,
  plan: PlanKey,
  { asked, content }: { asked: { act: string; body: unknown }; content?: Content | undefined },
  decide: (by: Pick<Act, 'by' | 'at'>, now: PlanNow, today: RosterToday) => Decided,
): Promise<Done> {
  const today = await rosterToday(deps);
  const by = { by: actorOf(req), at: deps.settings.now() };
  const key = headerId(req, 'Idempotency-Key');
  let document = content?.document;
  const acted = await deps.store.actOnPlan({
    plan,
    ...(key === undefined ? {} : { request: { key: `${actorName(by.by)} ${key}`, hash: sha256(canonical(asked)) } }),
    ...(content === undefined ? {} : { content }),
    decide: (now) => {
      document = now.version?.document ?? document;
      return decide(by, now, today);
    },
  });
  if (acted.outcome !== 'refused') return { version: acted.version, repeated: acted.outcome === 'repeated' };
  throw await refused(deps, req, plan, acted, document, today);
}

async function refused(
  { store }: ApiDeps,
  req: Request,
  { id, version }: PlanKey,
  { refusal }: Extract<PlanActed, { refusal: PlanRefusal }>,
  known: PlanDocument | undefined,
  { roster }: RosterToday,
): Promise<RefusedError> {
  // A key that was used before is noticed before the version is read.
  const document = known ?? found(await store.planVersion(id, version), { id, version }).document;
  const words = planRefusalWords(refusal, namesFrom(document, roster), languageOf(req));
  return new RefusedError({ status: PLAN_REFUSAL_STATUS[refusal.code], ...refusal }, words);
}
