import type { Store } from '../store/index.js';

interface Claimed {
  incidentId: string;
  repeated: boolean;
}

/** Which incident a signed delivery belongs to: the one it opened before, or a new one. */
export async function claimDelivery(
  store: Pick<Store, 'claimReport'>,
  { source, id }: { source: string; id: string },
  newId: string,
): Promise<Claimed> {
  const claimed = await store.claimReport({ key: `hook:${source} delivery ${id}`, fingerprint: '', incidentId: newId });
  return { incidentId: claimed.incidentId, repeated: claimed.outcome !== 'fresh' };
}
