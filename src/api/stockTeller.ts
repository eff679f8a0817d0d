import { dayIn } from '../domain/plan/days.js';
import type { Instant } from '../domain/time.js';
import { MINUTE, SECOND } from '../domain/time.js';
import { keepUpToDate } from '../store/index.js';
import type { Directory, Store } from '../store/index.js';
import type { ApiDeps } from './deps.js';
import type { Incidents } from './incidents.js';
import type { Told } from './peopleTeller.js';

/**
 * Serves incidents that wait for stock, and tells whoever was served and has not asked since: after every change from
 * outside, at each start, and once a minute, since a process may end between serving somebody and telling so.
 */
export interface StockTeller {
  tell(): Promise<Told>;
  close(): Promise<void>;
}

const LOOK_AGAIN = MINUTE;
const TRY_AGAIN = 10 * SECOND;

export interface StockTellerDeps {
  store: Pick<Store, 'serveStock' | 'stockNews' | 'onChanged'>;
  directory: Pick<Directory, 'zone'>;
  incidents: Pick<Incidents, 'recheckStock'>;
  settings: { zone: string; now(): Instant };
  log: ApiDeps['log'];
}

export function startStockTeller({ store, directory, incidents, settings, log }: StockTellerDeps): StockTeller {
  async function tell(): Promise<Told> {
    await store.serveStock(dayIn(settings.now(), (await directory.zone()) ?? settings.zone));
    const outcomes = await Promise.all((await store.stockNews()).map(tellOne));
    const count = (outcome: keyof Told) => outcomes.filter((one) => one === outcome).length;
    return { told: count('told'), waiting: count('waiting') };
  }

  async function tellOne(incident: string): Promise<keyof Told> {
    try {
      await incidents.recheckStock(incident);
      return 'told';
    } catch (error) {
      log.warn({ err: error, incident }, 'an incident could not be told of the stock reserved for it');
      return 'waiting';
    }
  }

  const upToDate = keepUpToDate(
    store,
    async () => ((await tell()).waiting > 0 ? TRY_AGAIN : LOOK_AGAIN),
    (error) => log.error({ err: error }, 'incidents that wait for stock could not be served'),
  );
  return { tell, close: () => upToDate.close() };
}
