import { callOf } from '../domain/incident/index.js';
import type { Acknowledge, Message, State, Via } from '../domain/incident/index.js';
import type { ApiParts } from './deps.js';

export interface Acknowledgement {
  incidentId: string;
  person: string;
  noticeId?: string;
  /** Milliseconds since 1970. */
  eta?: number;
}

export interface Kept {
  status: 'recorded' | 'repeated';
  requestId: string;
}

/**
 * Which call the record shows for this answer; undefined when it shows none. It becomes part of the request id: the
 * notice, or, when the answer is to every open call, the newest one, so that a second call is not taken for the first.
 */
export function callAnswered(state: State, { person, noticeId }: Acknowledgement): string | undefined {
  const calls = Object.values(state.mobilisation.bodies).flatMap((body) => callOf(body.people, person) ?? []);
  const notices = calls.flatMap((call) => call.notices);
  if (noticeId !== undefined) return notices.includes(noticeId) ? noticeId : undefined;
  if (notices.length === 0) return undefined;
  return `all-n${Math.max(...notices.map((notice) => Number(notice.slice(1))))}`;
}

/** Keeps the answer in the inbox: that is when the sender is told. The incident hears of it with many others. */
export async function keepAnswer(parts: ApiParts, ack: Acknowledgement, call: string, via: Via): Promise<Kept> {
  const { incidentId, person } = ack;
  const requestId = `ack/${incidentId}/${call}/${person}`;
  const body = acknowledgeMessage(ack, requestId, via);
  const outcome = await parts.store.putAnswer({ id: requestId, incidentId, kind: 'acknowledge', body });
  parts.forwarder.wake(incidentId);
  return { status: outcome === 'fresh' ? 'recorded' : 'repeated', requestId };
}

export function acknowledgeMessage(ack: Acknowledgement, requestId: string, via: Via): Message & Acknowledge {
  const { person, noticeId, eta } = ack;
  return {
    type: 'acknowledge',
    requestId,
    actor: { kind: 'person', id: person },
    via,
    person,
    ...(noticeId === undefined ? {} : { noticeId }),
    ...(eta === undefined ? {} : { eta }),
  };
}
