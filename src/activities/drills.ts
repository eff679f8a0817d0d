import { Context } from '@temporalio/activity';
import type { DrillEvent, SeenEvent } from '../domain/drill/index.js';
import type { IncidentEvent } from '../domain/incident/index.js';
import { RecordRefused } from '../store/index.js';
import type { ActivityDeps } from './deps.js';
import { tellRefused } from './refusedRecord.js';

/** Tried again every 30 s. */
const REFUSAL_SAID_EVERY_ATTEMPTS = 2;

/** Writes events; what is already written stays as it is. A refusal is told as that of an incident is. */
export function recordDrill({ store, log }: ActivityDeps) {
  return async (record: { drill: string; events: DrillEvent[] }): Promise<void> => {
    try {
      await store.recordDrill(record);
    } catch (error) {
      if (error instanceof RecordRefused) tellRefused(log, error, REFUSAL_SAID_EVERY_ATTEMPTS);
      else log.error({ drill: record.drill, error: String(error) }, 'a drill could not be recorded yet');
      throw error;
    }
  };
}

const LISTEN_MS = 5_000;
const LISTEN_AT_MOST_MS = 10 * 60_000;
const MOST_SEEN = 200;

/** Waits until the incident shows something that it had not, and answers it without its words. */
export function followIncident({ store }: ActivityDeps) {
  return async (asked: { incidentId: string; after: number }): Promise<{ events: SeenEvent[]; upTo: number }> => {
    const { incidentId, after } = asked;
    const { cancellationSignal } = Context.current();
    const until = Date.now() + LISTEN_AT_MOST_MS;
    while (!(await store.waitForSeq(incidentId, after + 1, LISTEN_MS))) {
      if (cancellationSignal.aborted || Date.now() > until) return { events: [], upTo: after };
    }
    const events = (await store.eventsOf(incidentId, after, MOST_SEEN)).map(({ event }) => event);
    return { events: events.map(seen), upTo: events.at(-1)?.seq ?? after };
  };
}

/** Such as teams; of more nothing is sought. */
const MOST_IN_LIST = 50;

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isShortList(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MOST_IN_LIST && value.every(isScalar);
}

/** Ids and figures only, no words. */
export function seen(event: IncidentEvent): SeenEvent {
  const { seq, type, at, actor, via, request: _, ...rest } = event;
  const scalars = Object.entries(rest).filter(([, value]) => isScalar(value) || isShortList(value));
  const person = actor.kind === 'person' ? { person: actor.id } : {};
  const simulated = via === 'simulator' ? { simulated: true as const } : {};
  return { seq, type, at, ...person, ...simulated, fields: Object.fromEntries(scalars) };
}
