import {
  actor,
  enclosure,
  flag,
  id,
  ids,
  instant,
  isId,
  isObject,
  link,
  oneOf,
  optional,
  text,
  Wrong,
} from '../incident/guards/fields.js';
import type { Json } from '../incident/guards/fields.js';
import { improvementOwner } from '../incident/guards/improvements.js';
import type { Malformed } from '../incident/guards.js';
import { DRILL_STATUSES } from '../drill/state.js';
import { HOW_PLAYED, RATED_BY } from '../drill/proposed.js';
import { RATINGS } from '../plan/compiled.js';
import type { DecisionType, ImprovementDecision, ImprovementMessage, VersionNow } from './messages.js';
import type { Ground } from './people.js';
import type { DrillProof } from './proof.js';

const READERS: { readonly [T in DecisionType]: (json: Json) => Extract<ImprovementDecision, { type: T }> } = {
  handIn: (json) => ({
    type: 'handIn',
    ...optional(json, 'note', text),
    ...optional(json, 'link', link),
    ...optional(json, 'file', enclosure),
  }),
  verify: (json) => ({
    type: 'verify',
    ...optional(json, 'note', text),
    ...optional(json, 'version', version),
    ...optional(json, 'drill', id),
    ...optional(json, 'proof', proof),
  }),
  return: (json) => ({ type: 'return', remarks: text(json, 'remarks') }),
  move: (json) => ({ type: 'move', dueAt: instant(json, 'dueAt'), reason: text(json, 'reason') }),
  reassign: (json) => ({
    type: 'reassign',
    owner: improvementOwner(json, 'owner'),
    ...optional(json, 'holder', id),
    reason: text(json, 'reason'),
  }),
  cancel: (json) => ({ type: 'cancel', reason: text(json, 'reason') }),
  link: (json) => ({
    type: 'link',
    plan: id(json, 'plan'),
    number: instant(json, 'number'),
    ...optional(json, 'version', version),
  }),
};

const DECISION_TYPES = Object.keys(READERS) as DecisionType[];

/** Reads a decision out of any JSON at all; never throws. */
export function readImprovementDecision(payload: unknown): ImprovementMessage | Malformed {
  try {
    if (!isObject(payload)) throw new Wrong('', 'an object');
    const body = READERS[oneOf(payload, 'type', DECISION_TYPES)](payload);
    return {
      requestId: id(payload, 'requestId'),
      actor: actor(payload['actor'], 'actor'),
      via: oneOf(payload, 'via', ['api', 'link', 'hook', 'temporal']),
      ...optional(payload, 'ifSeq', instant),
      ground: ground(payload, 'ground'),
      ...optional(payload, 'ownedBy', ids),
      ...optional(payload, 'reviewEvery', instant),
      ...body,
    };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const requestId = isObject(payload) && isId(payload['requestId']) ? { requestId: payload['requestId'] } : {};
    return { field: error.field, needed: error.needed, ...requestId };
  }
}

function ground(json: Json, field: string): Ground {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object');
  return {
    ...optional(value, 'keeper', id),
    command: ids(value, 'command'),
    types: ids(value, 'types'),
    held: ids(value, 'held'),
    standsInFor: ids(value, 'standsInFor'),
  };
}

function version(json: Json, field: string): VersionNow {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object');
  return {
    plan: id(value, 'plan'),
    version: instant(value, 'version'),
    hash: id(value, 'hash'),
    tookEffect: flag(value, 'tookEffect'),
    ...optional(value, 'inForceSince', instant),
  };
}

function proof(json: Json, field: string): DrillProof {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object');
  const plan = value['plan'];
  if (!isObject(plan)) throw new Wrong(`${field}.plan`, 'an object');
  return {
    drill: id(value, 'drill'),
    status: oneOf(value, 'status', DRILL_STATUSES),
    criterion: id(value, 'criterion'),
    ...optional(value, 'rating', (from, name) => oneOf(from, name, RATINGS)),
    ...optional(value, 'ratedBy', (from, name) => oneOf(from, name, RATED_BY)),
    ...optional(value, 'rater', rater),
    ...optional(value, 'report', instant),
    ...optional(value, 'score', points),
    accepted: flag(value, 'accepted'),
    plan: { plan: id(plan, 'plan'), version: instant(plan, 'version'), hash: id(plan, 'hash') },
    ...optional(value, 'startedAt', instant),
    ...optional(value, 'played', (from, name) => oneOf(from, name, HOW_PLAYED)),
  };
}

function rater(json: Json, field: string): NonNullable<DrillProof['rater']> {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object');
  return { person: id(value, 'person'), posts: ids(value, 'posts') };
}

/** 0 to 100, with one decimal. */
function points(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) throw new Wrong(field, 'a number from 0 to 100');
  return value;
}
