import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import type { Message } from '../domain/incident/index.js';
import type { Store } from '../store/index.js';
import type { Incidents } from './incidents.js';

/**
 * Brings answers from the store's inbox into their incidents, many in one signal:
 * 1. An answer is durable before `wake` is called; nothing here may lose it.
 * 2. One batch of an incident is in flight at a time, so that answers keep their order.
 * 3. A batch is marked only after the incident has it. A crash in between forwards it again, under the same request ids.
 */
export interface Forwarder {
  /** Something for this incident is in the inbox. */
  wake(incidentId: string): void;
  /** What an earlier process left behind. */
  resume(): Promise<void>;
  /** Waits for what is in flight; what is left stays in the inbox. */
  close(): Promise<void>;
}

/** Fewer than the 256 request ids that an incident remembers: a batch that comes twice is recognised as a whole. */
const BATCH = 200;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 10_000;

export interface ForwarderDeps {
  store: Pick<Store, 'pendingAnswers' | 'markForwarded' | 'incidentsWithPendingAnswers'>;
  incidents: Pick<Incidents, 'answer'>;
  log: Logger;
  metrics: Registry;
}

export function createForwarder({ store, incidents, log, metrics }: ForwarderDeps): Forwarder {
  const running = new Map<string, Promise<void>>();
  const wokenAgain = new Set<string>();
  const closing = new AbortController();
  const forwarded = new Counter({
    name: 'muster_answers_forwarded_total',
    help: 'Answers that left the inbox; `late`: their incident had ended',
    labelNames: ['outcome'],
    registers: [metrics],
  });

  function wake(incidentId: string): void {
    if (closing.signal.aborted) return;
    wokenAgain.add(incidentId);
    if (running.has(incidentId)) return;
    running.set(incidentId, run(incidentId));
  }

  async function run(incidentId: string): Promise<void> {
    // After this turn of the event loop, so that answers which come together travel together.
    await new Promise((resolve) => setImmediate(resolve));
    while (wokenAgain.delete(incidentId) && !closing.signal.aborted) await forwardAll(incidentId);
    running.delete(incidentId);
  }

  async function forwardAll(incidentId: string): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !closing.signal.aborted;) {
      try {
        if ((await forwardBatch(incidentId)) < BATCH) return;
        wait = FIRST_RETRY_MS;
      } catch (error) {
        log.warn({ err: error, incident: incidentId, retryMs: wait }, 'answers not forwarded, trying again');
        await pause(wait, closing.signal);
        wait = Math.min(wait * 2, LAST_RETRY_MS);
      }
    }
  }

  async function forwardBatch(incidentId: string): Promise<number> {
    const answers = await store.pendingAnswers(incidentId, BATCH);
    if (answers.length === 0) return 0;
    const alive = await incidents.answer(
      incidentId,
      answers.map((answer) => answer.body as Message),
    );
    if (!alive)
      log.info({ incident: incidentId, answers: answers.length }, 'answers came after the end of the incident');
    await store.markForwarded(answers.map((answer) => answer.id));
    forwarded.inc({ outcome: alive ? 'taken' : 'late' }, answers.length);
    return answers.length;
  }

  return {
    wake,
    async resume() {
      for (const incidentId of await store.incidentsWithPendingAnswers()) wake(incidentId);
    },
    async close() {
      closing.abort();
      await Promise.all(running.values());
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
