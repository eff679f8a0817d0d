import { isGivenOut } from '../../domain/plan/lifecycle/index.js';
import type { PlanStanding } from '../../domain/plan/lifecycle/index.js';
import type { Duration } from '../../domain/time.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import { keepUpToDate, planOutbox } from '../../store/index.js';
import { sendAll } from '../sendAll.js';
import { enqueueNews } from './enqueueNews.js';
import { enqueueReminders } from './enqueueReminders.js';
import type { PlanMailParts } from './parts.js';

const AGAIN_AFTER: Duration = 5 * MINUTE;

/** After mails with an earlier date were on the wire. */
const LOOK_AGAIN: Duration = SECOND;

/**
 * Mails each version to those whom it is given to, what changes about it afterwards, and to its approver what is due: each
 * once, whichever process is first. The outbox is the memory, as it is for notices. Wakes when plans or roster change;
 * what could not be sent is tried again after a while.
 */
export function startPlanMail(parts: PlanMailParts): { close(): Promise<void> } {
  const { store, log } = parts;
  /** Only what became of mails on the wire is looked at: what a server has put off is not tried again for that. */
  let looking = false;
  return keepUpToDate(
    store,
    async () => {
      let open = false;
      let wire = false;
      for (const { id, version, standing } of await store.listPlans()) {
        if (!concernsPeople(standing)) continue;
        const plan = await store.planVersion(id, version);
        if (!plan) continue;
        const { current, onTheWire } = await enqueueNews(parts, plan);
        const incidentId = planOutbox(plan);
        for (const effectId of [current, ...(await enqueueReminders(parts, plan))]) {
          if (effectId !== undefined && !(await sendAll(parts, { incidentId, effectId }, 'a plan', looking)))
            open = true;
        }
        // Waits for what becomes of them, as long as one attempt takes.
        for (const effectId of onTheWire) await parts.deliver({ incidentId, effectId });
        if (onTheWire.length > 0) wire = true;
      }
      looking = wire;
      if (wire) return LOOK_AGAIN;
      return open ? AGAIN_AFTER : undefined;
    },
    (error) => log.error({ error: String(error) }, 'mail about plans could not be sent; it is tried again'),
  );
}

function concernsPeople(standing: PlanStanding): boolean {
  return isGivenOut(standing) || (standing.status === 'withdrawn' && standing.addressees.length > 0);
}
