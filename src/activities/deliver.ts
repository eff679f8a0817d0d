import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../channels/channel.js';
import type { EffectKey, Lease, Notice, NoticeResult, Store } from '../store/index.js';
import { IN_FLIGHT } from '../domain/incident/index.js';
import type { ActivityDeps } from './deps.js';
import type { NoticeOutcome } from './notify.js';

/** How long an attempt waits for the slowest address before it reports who has not been reached yet. */
const PATIENCE_MS = 4_000;

/** Results are written together: a statement for every few mails would take the database from the next mails. */
const SETTLE_AFTER_MS = 10;

/** A mail that was accepted and could not be written down would be sent again: that is tried for as long as this. */
const SETTLE_WITHIN_MS = 30_000;
const SETTLE_AGAIN_MS = 500;

/** How often an attempt looks again at rows that another one holds: their results, or that nobody holds them any more. */
const LOOK_AGAIN_MS = 200;

/**
 * A worker that was killed holds its rows for at most this long; one that lives renews its hold while the mail is on the
 * wire. When it freezes for longer, another one takes the rows over, and a mail may arrive twice.
 */
const LEASE_MS = 4_000;
const RENEW_AFTER_MS = 1_300;

type Take = (lease: Lease) => Promise<Notice[]>;

/** By row: what this process knows to be accepted and could not write down yet. Whoever takes such a row does not send it. */
export type Unsettled = Map<string, Delivery>;

export interface DeliverDeps extends Pick<ActivityDeps, 'store' | 'log' | 'channel'> {
  unsettled: Unsettled;
}

/**
 * Sends what is still to be sent of an effect and reads from the outbox what became of each person. What is still on
 * the wire after `PATIENCE_MS` goes on beside and is settled when it ends; the next attempt finds the result. An attempt
 * whose predecessor was taken for dead while it was sending waits for its results, because "not reached" would let the
 * machine call a notice cancelled that is arriving; what a dead one really left behind it sends itself.
 */
export async function deliver(deps: DeliverDeps, effect: EffectKey, take: Take): Promise<NoticeOutcome> {
  const { store } = deps;
  const giveUpAt = Date.now() + PATIENCE_MS;
  const takeAbandoned: Take = (lease) => store.claimNotices({ ...effect, ...lease, abandoned: true });
  await atMostUntil(giveUpAt, await send(deps, effect, take));
  let rows = await store.noticesForEffect(effect);
  while (rows.some(({ status }) => status === 'sending') && Date.now() < giveUpAt) {
    await sleep(LOOK_AGAIN_MS);
    await atMostUntil(giveUpAt, await send(deps, effect, takeAbandoned));
    rows = await store.noticesForEffect(effect);
  }
  return outcomeOf(rows);
}

/** Takes rows and begins to send them. Resolves once they are taken, with what is `sent` when each has its result. */
async function send(
  { store, log, channel, unsettled }: DeliverDeps,
  effect: EffectKey,
  take: Take,
): Promise<{ sent: Promise<unknown> }> {
  const owner = randomUUID();
  const rows = await take({ owner, leaseMs: LEASE_MS });
  const settler = new Settler(store, owner, unsettled);
  const failed = (error: unknown) => log.warn({ ...effect, error: String(error) }, 'a result could not be settled');
  const renew = () => store.renewLease({ ...effect, owner, leaseMs: LEASE_MS }).catch(failed);
  const renewing = rows.length > 0 ? setInterval(() => void renew(), RENEW_AFTER_MS) : undefined;
  const sent = Promise.all(
    rows.map(async (row) => settler.add(row.id, unsettled.get(row.id) ?? (await channel.send(toMail(row))))),
  );
  sent.catch(failed).finally(() => clearInterval(renewing));
  return { sent };
}

async function atMostUntil(at: number, { sent }: { sent: Promise<unknown> }): Promise<void> {
  const patience = new AbortController();
  const { signal } = patience;
  await Promise.race([sent, sleep(Math.max(0, at - Date.now()), undefined, { signal }).catch(() => undefined)]);
  patience.abort();
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
    private readonly unsettled: Unsettled,
  ) {}

  async add(id: string, delivery: Delivery): Promise<void> {
    const { status, detail } = delivery;
    if (status === 'accepted') this.unsettled.set(id, delivery);
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
    try {
      await this.persist(results);
    } finally {
      for (const { id } of results) this.unsettled.delete(id);
    }
  }

  private async persist(results: NoticeResult[]): Promise<void> {
    const giveUpAt = Date.now() + SETTLE_WITHIN_MS;
    for (;;) {
      try {
        await this.store.settleNotices(this.owner, results);
        return;
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
        await sleep(SETTLE_AGAIN_MS);
      }
    }
  }
}
