import type { Allocated, StockRequest, StockSettlement } from '../store/index.js';
import { dayIn } from '../domain/plan/days.js';
import type { ActivityDeps } from './deps.js';

/** Asks the ledger for stock. Older requests may have been served on the way. */
export function allocateStock(deps: ActivityDeps) {
  return async (request: StockRequest): Promise<Allocated> => {
    const answer = await deps.store.allocateStock({ ...request, today: await today(deps) });
    await tell(deps, await deps.store.stockNews());
    return answer;
  };
}

/** Gives stock back, or says what became of it, and wakes the incidents that have waited for it. */
export function settleStock(deps: ActivityDeps) {
  return async (settlement: StockSettlement): Promise<void> => {
    const { tell: served } = await deps.store.settleStock({ ...settlement, today: await today(deps) });
    await tell(deps, served);
  };
}

async function tell({ incidents }: ActivityDeps, served: string[]): Promise<void> {
  for (const incidentId of served) await incidents.recheckStock(incidentId);
}

/** What has expired is judged by the day where the plan's people are. */
async function today({ directory, zone }: ActivityDeps): Promise<string> {
  return dayIn(Date.now(), (await directory.zone()) ?? zone);
}
