import type { Actor, Via } from './actor.js';
import { faultInBasis } from './guards/basis.js';
import type {
  Acknowledge,
  ChangeLevel,
  Close,
  Decision,
  Message,
  MessageHead,
  MovePlan,
  Terminate,
  Verify,
} from './messages.js';

/** A payload that is no message: which field, and what was needed there. */
export interface Malformed {
  field: string;
  needed: string;
  requestId?: string;
}

type Json = Record<string, unknown>;
type DecisionType = Decision['type'];

/** Of a reason: some paragraphs. It travels with the event and with every recording. */
const MAX_TEXT = 2_000;
const MAX_ID = 200;

/**
 * Reads a decision out of any JSON at all; never throws. Written by hand because the workflow carries no schema
 * library. The type is the name of the signal or Update; only `decide` takes it from the payload.
 */
export function readDecision(type: DecisionType | undefined, payload: unknown, via?: Via): Message | Malformed {
  try {
    if (!isObject(payload)) throw new Wrong('', 'an object');
    const wanted =
      type ??
      oneOf(payload, 'type', ['verify', 'changeLevel', 'terminate', 'close', 'movePlan', 'acknowledge'] as const);
    return { ...readHead(payload, via), ...READERS[wanted](payload) };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const requestId = isObject(payload) && isId(payload['requestId']) ? { requestId: payload['requestId'] } : {};
    return { field: error.field, needed: error.needed, ...requestId };
  }
}

export function isMalformed(read: Message | Malformed): read is Malformed {
  return 'field' in read;
}

class Wrong extends Error {
  constructor(
    readonly field: string,
    readonly needed: string,
  ) {
    super(`${field}: ${needed}`);
  }
}

const READERS: { [T in DecisionType]: (json: Json) => Extract<Decision, { type: T }> } = {
  verify: (json): Verify => ({
    type: 'verify',
    outcome: oneOf(json, 'outcome', ['confirmed', 'standby', 'rejected'] as const),
    ...optional('incidentLevel', optionalId(json, 'incidentLevel')),
    ...optional('level', optionalId(json, 'level')),
    reason: text(json, 'reason'),
  }),
  changeLevel: (json): ChangeLevel => ({
    type: 'changeLevel',
    level: id(json, 'level'),
    ...optional('incidentLevel', optionalId(json, 'incidentLevel')),
    reason: text(json, 'reason'),
  }),
  terminate: (json): Terminate => ({
    type: 'terminate',
    action: oneOf(json, 'action', ['propose', 'confirm', 'withdraw'] as const),
    ...optional('criteria', json['criteria'] === undefined ? undefined : ids(json, 'criteria')),
    ...optional('reason', json['reason'] === undefined ? undefined : text(json, 'reason')),
  }),
  close: (json): Close => ({ type: 'close', reason: text(json, 'reason') }),
  movePlan: (json): MovePlan => ({ type: 'movePlan', basis: basis(json), reason: text(json, 'reason') }),
  acknowledge: (json): Acknowledge => ({
    type: 'acknowledge',
    person: id(json, 'person'),
    ...optional('noticeId', optionalId(json, 'noticeId')),
    ...optional('eta', json['eta'] === undefined ? undefined : instant(json, 'eta')),
  }),
};

function readHead(json: Json, via: Via | undefined): MessageHead {
  return {
    requestId: id(json, 'requestId'),
    actor: actor(json['actor']),
    via: via ?? oneOf(json, 'via', ['api', 'link', 'hook', 'temporal'] as const),
    ...optional('ifSeq', json['ifSeq'] === undefined ? undefined : instant(json, 'ifSeq')),
  };
}

function basis(json: Json): MovePlan['basis'] {
  const fault = faultInBasis(json['basis']);
  if (fault) throw new Wrong(fault.field, fault.needed);
  // Exactly what the machine reads of a plan was looked at.
  return json['basis'] as MovePlan['basis'];
}

function actor(value: unknown): Actor {
  if (isObject(value)) {
    if (value['kind'] === 'operator') return { kind: 'operator' };
    const kind = value['kind'];
    if ((kind === 'person' || kind === 'integration') && isId(value['id'])) return { kind, id: value['id'] };
  }
  throw new Wrong('actor', '{"kind": "person", "id": "…"}');
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function id(json: Json, field: string): string {
  const value = json[field];
  if (!isId(value)) throw new Wrong(field, `a text of 1 to ${MAX_ID} characters`);
  return value;
}

function optionalId(json: Json, field: string): string | undefined {
  return json[field] === undefined ? undefined : id(json, field);
}

function ids(json: Json, field: string): string[] {
  const value = json[field];
  if (!Array.isArray(value) || value.length > 100 || !value.every(isId)) throw new Wrong(field, 'a list of ids');
  return value;
}

function text(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== 'string' || value.length > MAX_TEXT) {
    throw new Wrong(field, `a text of at most ${MAX_TEXT} characters`);
  }
  return value;
}

function instant(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Wrong(field, 'a whole number');
  return value;
}

function oneOf<T extends string>(json: Json, field: string, values: readonly T[]): T {
  const found = values.find((value) => value === json[field]);
  if (found === undefined) throw new Wrong(field, `one of ${values.join(', ')}`);
  return found;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_ID;
}
