import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, Delivery } from '../channels/channel.js';
import type { EffectKey, Lease, Notice, NoticeResult, Store } from '../store/index.js';
import { IN_FLIGHT } from '../domain/incident/index.js';
import type { ActivityDeps } from './deps.js';
import type { NoticeOutcome } from './notify.js';

/** How long an attempt waits for the slowest address before it reports who has not been reached yet. */
const PATIENCE_MS = 4_000;

/** Results are written together: a statement for every few mails would take the database from the next mails. */
const SETTLE_AFTER_MS = 10;

/** How often an attempt looks for the results of another one that holds its rows. */
const LOOK_AGAIN_MS = 100;

/** Beyond the channel's own limit, so that no second sender takes a row that the first may still be sending. */
const LEASE_MARGIN_MS = 3_000;

/**
 * Sends what is still to be sent of an effect and reads from the outbox what became of each person. What is still on
 * the wire after `PATIENCE_MS` goes on beside and is settled when it ends; the next attempt finds the result. An attempt
 * whose predecessor was taken for dead while it was sending waits for its results in the same way: "not reached" would
 * let the machine call a notice cancelled that is arriving.
 */
export async function deliver(
  deps: ActivityDeps,
  channel: Channel,
  effect: EffectKey,
  claim: (lease: Lease) => Promise<Notice[]>,
): Promise<NoticeOutcome> {
  const { store, log } = deps;
  const owner = randomUUID();
  const claimed = await claim({ owner, leaseMs: channel.timeoutMs + LEASE_MARGIN_MS });
  const settler = new Settler(store, owner);
  const sending = Promise.all(
    claimed.map(async (notice) => settler.add(notice.id, await channel.send(toMail(notice)))),
  );
  sending.catch((error: unknown) => log.warn({ ...effect, error: String(error) }, 'a result could not be settled'));
  const giveUpAt = Date.now() + PATIENCE_MS;
  const patience = new AbortController();
  await Promise.race([sending, sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  let rows = await store.noticesForEffect(effect);
  while (rows.some(({ status }) => status === 'sending') && Date.now() < giveUpAt) {
    await sleep(LOOK_AGAIN_MS);
    rows = await store.noticesForEffect(effect);
  }
  return outcomeOf(rows);
}

function toMail(notice: Notice) {
  const { messageId, address, subject, text } = notice;
  return { messageId, to: address, subject, text };
}

function outcomeOf(rows: Pick<Notice, 'person' | 'status' | 'lastCode'>[]): NoticeOutcome {
  const outcome: NoticeOutcome = { accepted: [], unreachable: [], delayed: [] };
  for (const row of rows) {
    if (row.status === 'accepted') outcome.accepted.push(row.person);
    else if (row.status === 'rejected')
      outcome.unreachable.push({ person: row.person, code: row.lastCode ?? 'rejected' });
    else if (row.status === 'sending') outcome.delayed.push({ person: row.person, code: IN_FLIGHT });
    else outcome.delayed.push({ person: row.person, code: row.lastCode ?? 'not_attempted' });
  }
  return outcome;
}

/** Writes results in batches: whatever comes in within a moment goes together. */
class Settler {
  private waiting: NoticeResult[] = [];
  private settling: Promise<void> | undefined;

  constructor(
    private readonly store: Store,
    private readonly owner: string,
  ) {}

  async add(id: string, delivery: Delivery): Promise<void> {
    const { status, detail } = delivery;
    this.waiting.push({ id, status, detail, ...(status === 'accepted' ? {} : { code: delivery.code }) });
    this.settling ??= this.settleSoon();
    await this.settling;
  }

  private async settleSoon(): Promise<void> {
    await sleep(SETTLE_AFTER_MS);
    this.settling = undefined;
    await this.write();
  }

  private async write(): Promise<void> {
    const results = this.waiting;
    this.waiting = [];
    await this.store.settleNotices(this.owner, results);
  }
}
