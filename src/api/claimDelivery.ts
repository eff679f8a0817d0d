import type { Phase } from '../domain/incident/index.js';
import type { Store } from '../store/index.js';

interface Delivery {
  source: string;
  id: string;
  dedupKey?: string | undefined;
}

interface Claimed {
  incidentId: string;
  repeated: boolean;
}

/** An alarm that comes after the end is a new emergency, whatever key it carries. */
const GOES_ON: readonly Phase[] = ['reported', 'standby', 'responding'];

/** Which incident a signed delivery belongs to: the one it opened before, the one of its key, or a new one. */
export async function claimDelivery(
  store: Pick<Store, 'claimReport' | 'getIncident'>,
  { source, id, dedupKey }: Delivery,
  newId: string,
): Promise<Claimed> {
  const byKey = dedupKey === undefined ? undefined : await claimKey(store, `hook:${source} key ${dedupKey}`, newId);
  const byDelivery = await claim(store, `hook:${source} delivery ${id}`, byKey?.incidentId ?? newId);
  return { incidentId: byDelivery.incidentId, repeated: byDelivery.repeated || byKey?.repeated === true };
}

/** Each incident that is over hands its key on to the next one. */
async function claimKey(
  store: Pick<Store, 'claimReport' | 'getIncident'>,
  key: string,
  newId: string,
): Promise<Claimed> {
  let claimed = await claim(store, key, newId);
  while (claimed.repeated) {
    const known = await store.getIncident(claimed.incidentId);
    if (!known || GOES_ON.includes(known.state.phase)) break;
    claimed = await claim(store, `${key} after ${claimed.incidentId}`, newId);
  }
  return claimed;
}

/** Without a fingerprint: a monitoring system may word the same alarm differently each time. */
async function claim(store: Pick<Store, 'claimReport'>, key: string, incidentId: string): Promise<Claimed> {
  const claimed = await store.claimReport({ key, fingerprint: '', incidentId });
  return { incidentId: claimed.incidentId, repeated: claimed.outcome !== 'fresh' };
}
