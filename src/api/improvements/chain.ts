import type { Request } from 'express';
import { chainOf, effectOverTime } from '../../domain/improvement/chain.js';
import { isPassed } from '../../domain/improvement/index.js';
import { chainLinkWords } from '../../domain/words/index.js';
import { compact } from '../compact.js';
import type { ImprovementChain } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { actorView, iso, isoIfAny } from '../views/named.js';
import { today } from './groundToday.js';
import { loadImprovement } from './loadImprovement.js';

/** More drills than a criterion sees in years. */
const MOST_DRILLS = 200;

/** What led to the improvement, what it led to, and how the criterion has been rated since. */
export async function chainFor(parts: ApiParts, req: Request): Promise<ImprovementChain> {
  const { store } = parts;
  const { state } = await loadImprovement(store, req);
  const { improvement: id, origin, version } = state;
  const [events, linked, recent, now, from, fromEvents] = await Promise.all([
    store.improvementEventsOf(id),
    version && store.planVersion(version.plan, version.version),
    store.listDrills({ limit: MOST_DRILLS }),
    today(parts),
    origin.drill === undefined ? undefined : store.getDrill(origin.drill),
    origin.drill === undefined ? [] : store.drillEventsOf(origin.drill),
  ]);
  const planned = events.flatMap((event) => (event.type === 'drillPlanned' ? [event.drill] : []));
  const since = from?.state.startedAt ?? state.openedAt;
  const drills = recent.filter(({ startedAt = 0, drill }) => startedAt >= since || planned.includes(drill));
  const known = new Map([...(from ? [from.state] : []), ...drills].map((one) => [one.drill, one]));
  const cause = from && { state: from.state, events: fromEvents };
  const [lang, { names, zone }] = [languageOf(req), now];
  return {
    id,
    links: chainOf({ events, drills, ...compact({ linked: linked?.standing, origin: cause }) }).map((link) => ({
      ...{ ...link, at: isoIfAny(link.at), dueAt: isoIfAny(link.dueAt), inForceSince: isoIfAny(link.inForceSince) },
      by: link.by && actorView(link.by, { names, lang }),
      words: chainLinkWords(link, names, lang, zone),
    })),
    overTime: effectOverTime([...known.values()], origin.criterion ?? '').map((proof) => {
      const { drill, startedAt = 0, plan, rating, ratedBy, accepted, score, played, weaknesses } = proof;
      return {
        ...{ drill, at: iso(startedAt), plan, rating, ratedBy, accepted, score, played, weaknesses },
        passed: isPassed(proof),
        words: rating === undefined ? '' : names.rating(rating, lang),
      };
    }),
  };
}
