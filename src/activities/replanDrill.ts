import { almanacOf, plannedAnew } from '../domain/drill/index.js';
import type { Replanned } from '../domain/drill/index.js';
import { verificationAt } from '../domain/improvement/appointment.js';
import type { ActivityDeps } from './deps.js';

/** The record may lag behind by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

/**
 * When a drill is held whose time went by: as its entry of the programme says, by the plan and the calendar of today. An entry
 * that the plan has dropped since leaves the usual rules; one that an improvement waits for is held as those are.
 */
export function replanDrill({ store, zone, log }: Pick<ActivityDeps, 'store' | 'zone' | 'log'>) {
  return async ({ drill, upTo }: { drill: string; upTo: number }): Promise<Replanned> => {
    if (!(await store.waitForDrill(drill, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of drill ${drill} is not recorded yet; it is tried again`);
    }
    const { state } = (await store.getDrill(drill))!;
    const effective = await store.effectivePlan();
    if (effective === undefined) throw new Error('there is no plan in force');
    const { document: plan } = effective;
    const now = Date.now();
    const entry = plan.drills?.programme.find(({ id }) => id === state.programme);
    const plannedAt =
      entry === undefined && state.planned?.reason !== undefined && plan.drills !== undefined
        ? verificationAt({ ...plan, drills: plan.drills }, zone, now)
        : plannedAnew(entry ?? {}, almanacOf(plan, zone), now);
    log.info({ drill, plannedAt }, 'a drill that was missed is planned anew');
    return { plannedAt };
  };
}
