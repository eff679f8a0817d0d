import { answerComesTo, callOf, fingerprint } from '../domain/incident/index.js';
import type { Acknowledge, Call, Message, MobilisationAnswer, State, Via } from '../domain/incident/index.js';
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
function callAnswered(
  state: State,
  { person, noticeId }: Pick<Acknowledgement, 'person' | 'noticeId'>,
): string | undefined {
  const calls = Object.values(state.mobilisation.bodies).flatMap((body) => callOf(body.people, person) ?? []);
  const notices = calls.flatMap((call) => call.notices);
  if (noticeId !== undefined) return notices.includes(noticeId) ? noticeId : undefined;
  if (calls.length === 0) return undefined;
  // Whoever came uncalled has no notice.
  return `all-n${Math.max(0, ...notices.map((notice) => Number(notice.slice(1))))}`;
}

/**
 * The same, told apart from an earlier answer where the person has declined or left since: taking that back is an answer
 * of its own.
 */
export function callAcknowledged(state: State, ack: Pick<Acknowledgement, 'person' | 'noticeId'>): string | undefined {
  const call = callAnswered(state, ack);
  const gone = callsOf(state, ack).filter(({ status }) => GONE.includes(status));
  return call === undefined || gone.length === 0 ? call : `${call}-${latest(gone)}`;
}

const GONE: readonly Call['status'][] = ['declined', 'released', 'takenOff'];

/** Of a decline or an arrival: it is one of its own after every other answer to the same call. */
export function callMoved(state: State, answer: Pick<Acknowledgement, 'person' | 'noticeId'>): string | undefined {
  const call = callAnswered(state, answer);
  return call === undefined ? undefined : `${call}-${latest(callsOf(state, answer))}`;
}

function callsOf(state: State, { person, noticeId }: Pick<Acknowledgement, 'person' | 'noticeId'>): Call[] {
  return Object.values(state.mobilisation.bodies).flatMap((body) => {
    const call = callOf(body.people, person);
    return call !== undefined && (noticeId === undefined || call.notices.includes(noticeId)) ? [call] : [];
  });
}

/** What the person's last answer was, and when: two within one moment are told apart by what they said. */
function latest(calls: Call[]): string {
  const [last] = calls.sort((a, b) => b.since - a.since);
  return last === undefined ? '' : `${last.status}-${last.since}`;
}

/** Another time of coming is another answer, also while the record does not show the first one yet. */
function acknowledgementId({ incidentId, person, eta }: Acknowledgement, call: string): string {
  const when = eta === undefined ? '' : `/${eta}`;
  return `ack/${incidentId}/${call}/${person}${when}`;
}

/** Keeps the acknowledgement in the inbox: that is when the sender is told. The incident hears of it with many others. */
export async function keepAnswer(parts: ApiParts, ack: Acknowledgement, call: string, via: Via): Promise<Kept> {
  return keep(parts, ack.incidentId, acknowledgeMessage(ack, acknowledgementId(ack, call), via));
}

/** Under which an answer of the person's own goes to the inbox; the call is one that the record shows. */
export function answerId(state: State, incidentId: string, answer: MobilisationAnswer): string {
  const { person } = answer;
  return answer.type === 'acknowledge'
    ? acknowledgementId({ incidentId, ...answer }, callAcknowledged(state, answer) ?? '')
    : `${answer.type}/${incidentId}/${callMoved(state, answer) ?? ''}/${person}`;
}

type AnswerMessage = Message & MobilisationAnswer;

/**
 * The request id is made from what the record shows, which may be behind. Where the person has said something else in
 * between, the same words are an answer of their own: what was said last counts.
 */
export async function keep(parts: ApiParts, incidentId: string, body: AnswerMessage, key?: string): Promise<Kept> {
  const first = await put(parts, incidentId, body, key);
  if (first.status === 'recorded') return first;
  const last = await lastAnswerTo(parts, incidentId, body);
  if (last === undefined || saysAgain(last.body, body)) return first;
  return put(parts, incidentId, { ...body, requestId: `${body.requestId}/after-${last.n}` }, key);
}

async function put(parts: ApiParts, incidentId: string, body: AnswerMessage, key?: string): Promise<Kept> {
  const { requestId: id, type: kind, person } = body;
  const outcome = await parts.store.putAnswer({
    id,
    incidentId,
    person,
    ...(key === undefined ? {} : { key }),
    kind,
    body,
  });
  parts.forwarder.wake(incidentId);
  return { status: outcome === 'fresh' ? 'recorded' : 'repeated', requestId: id };
}

/** Under which id this answer was kept before with this key; `other`: something else was. */
export async function keptWithKey(
  { store }: ApiParts,
  incidentId: string,
  answer: AnswerMessage,
  key: string,
): Promise<{ requestId: string } | 'other' | undefined> {
  const kept = await store.answerWithKey({ incidentId, person: answer.person }, key);
  if (kept === undefined) return undefined;
  return fingerprint(kept.body as AnswerMessage) === fingerprint(answer) ? { requestId: kept.id } : 'other';
}

/** Whether it only says what the record shows already, and nothing else was said that it does not show yet. */
export async function isSaidAgain(
  parts: ApiParts,
  incidentId: string,
  state: State,
  answer: MobilisationAnswer,
): Promise<boolean> {
  if (answerComesTo(state, answer) !== 'same') return false;
  const last = await lastAnswerTo(parts, incidentId, answer);
  if (last === undefined || saysAgain(last.body, answer)) return true;
  return callsOf(state, { person: answer.person }).some(({ answers }) => answers?.includes(last.id) === true);
}

/** What tells an answer from another one to the same call. */
interface Said {
  type: MobilisationAnswer['type'];
  person: string;
  noticeId?: string;
  eta?: number;
}

/** More calls than one person has at a time, with what they said to each. */
const LAST_ANSWERS = 20;

/** What the person has said last to the same call, or to all of theirs. */
async function lastAnswerTo(
  { store }: ApiParts,
  incidentId: string,
  { person, noticeId }: Said,
): Promise<{ id: string; n: number; body: Said } | undefined> {
  const answers = await store.lastAnswers({ incidentId, person }, LAST_ANSWERS);
  return answers
    .map((one) => ({ ...one, body: one.body as Said }))
    .find(({ body }) => noticeId === undefined || body.noticeId === undefined || body.noticeId === noticeId);
}

function saysAgain(last: Said, answer: Said): boolean {
  // Whoever is there has long said that they come.
  if (last.type === 'arrive' && answer.type === 'acknowledge') return true;
  if (last.type !== answer.type) return false;
  return answer.type !== 'acknowledge' || answer.eta === undefined || answer.eta === last.eta;
}

function acknowledgeMessage(ack: Acknowledgement, requestId: string, via: Via): Message & Acknowledge {
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
