import type { Actor } from '../../domain/incident/index.js';
import type { Ground, WhoIsThere } from '../../domain/improvement/index.js';
import { groundFor, reviewEveryOf, whoIsThere } from '../../domain/improvement/today.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { Names } from '../../domain/plan/names.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Duration } from '../../domain/time.js';
import type { Zone } from '../../domain/words/index.js';
import type { ApiDeps } from '../deps.js';
import { groundOf } from '../registers/kind.js';

/** What the plan in force and the roster of today say: by it a decision is judged, and people are named. */
export interface Today {
  plan: PlanDocument;
  names: Names;
  who: WhoIsThere;
  zone: Zone;
  reviewEvery: Duration;
  groundOf: (actor: Actor) => Ground;
}

export async function today(deps: ApiDeps): Promise<Today> {
  const { plan, roster } = await groundOf(deps);
  return {
    plan,
    names: namesFrom(plan, roster),
    who: whoIsThere(plan, roster),
    zone: plan.calendar?.zone ?? deps.settings.zone,
    reviewEvery: reviewEveryOf(plan),
    groundOf: (actor) => groundFor(plan, roster, actor.kind === 'person' ? actor.id : undefined),
  };
}
