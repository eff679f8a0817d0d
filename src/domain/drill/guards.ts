import {
  actor,
  flag,
  id,
  ids,
  instant,
  isId,
  isObject,
  longText,
  oneOf,
  optional,
  text,
  textsUnder,
  Wrong,
} from '../incident/guards/fields.js';
import type { Json } from '../incident/guards/fields.js';
import type { Malformed } from '../incident/guards.js';
import { RATINGS } from '../plan/compiled.js';
import type { PersonId } from '../plan/compiled.js';
import type { Expectation } from '../plan/compile/scenario.js';
import { PARTS_IN_POST } from './messages.js';
import type { DecisionType, DrillDecision, DrillMessage, DrillRoles, PartInPost, SimulateAbsent } from './messages.js';
import type { Facts } from '../plan/condition.js';
import { SCENARIO_EVENT_TYPES, soughtFields } from '../plan/scenarioEvents.js';

const READERS: { readonly [T in DecisionType]: (json: Json) => Extract<DrillDecision, { type: T }> } = {
  submitScheme: () => ({ type: 'submitScheme' }),
  revise: (json) => ({
    type: 'revise',
    ...optional(json, 'roles', roles),
    ...optional(json, 'pace', pace),
    ...optional(json, 'plannedAt', orNull(instant)),
    ...optional(json, 'simulateAbsent', orNull(simulated)),
    ...optional(json, 'departments', idsUnder),
  }),
  approve: () => ({ type: 'approve' }),
  giveBack: (json) => ({ type: 'giveBack', remarks: text(json, 'remarks') }),
  callOff: (json) => ({ type: 'callOff', reason: text(json, 'reason') }),
  start: () => ({ type: 'start' }),
  setPace: (json) => ({ type: 'setPace', ...optional(json, 'pace', pace) }),
  inject: (json) => ({ type: 'inject', inject: id(json, 'inject') }),
  skip: (json) => ({ type: 'skip', inject: id(json, 'inject'), reason: text(json, 'reason') }),
  addInject: (json) => ({
    type: 'addInject',
    event: text(json, 'event'),
    ...optional(json, 'expected', text),
    players: ids(json, 'players'),
    ...optional(json, 'facts', facts),
    ...optional(json, 'objective', id),
    ...optional(json, 'evaluator', id),
    ...optional(json, 'expects', expectations),
  }),
  observe: (json) => ({
    type: 'observe',
    note: text(json, 'note'),
    ...optional(json, 'criterion', id),
    ...optional(json, 'inject', id),
  }),
  end: () => ({ type: 'end' }),
  stop: (json) => ({ type: 'stop', ...optional(json, 'reason', text) }),
  answer: (json) => ({ type: 'answer', ...optional(json, 'answers', textsUnder), ...optional(json, 'for', id) }),
  rate: (json) => ({
    type: 'rate',
    criterion: id(json, 'criterion'),
    rating: oneOf(json, 'rating', RATINGS),
    reason: text(json, 'reason'),
  }),
  submit: (json) => ({
    type: 'submit',
    problems: longText(json, 'problems'),
    suggestions: longText(json, 'suggestions'),
    ...optional(json, 'despite', yes),
  }),
  accept: () => ({ type: 'accept' }),
  returnReport: (json) => ({ type: 'returnReport', remarks: text(json, 'remarks') }),
};

const DECISION_TYPES = Object.keys(READERS) as DecisionType[];

/** Reads a decision out of any JSON at all; never throws. */
export function readDrillDecision(payload: unknown): DrillMessage | Malformed {
  try {
    if (!isObject(payload)) throw new Wrong('', 'an object');
    const body = READERS[oneOf(payload, 'type', DECISION_TYPES)](payload);
    return {
      requestId: id(payload, 'requestId'),
      actor: actor(payload['actor'], 'actor'),
      via: oneOf(payload, 'via', ['api', 'link', 'hook', 'temporal', 'simulator']),
      ...optional(payload, 'ifSeq', instant),
      ...optional(payload, 'simulated', yes),
      ...optional(payload, 'inPost', partsInPost),
      ...body,
    };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const requestId = isObject(payload) && isId(payload['requestId']) ? { requestId: payload['requestId'] } : {};
    return { field: error.field, needed: error.needed, ...requestId };
  }
}

/** Likewise; undefined where it is none. As many people as a real incident calls at once. */
export function readPreemption(payload: unknown): { incidentId: string; people: PersonId[] } | undefined {
  if (!isObject(payload)) return undefined;
  const { incidentId, people } = payload;
  return isId(incidentId) && Array.isArray(people) && people.every(isId) ? { incidentId, people } : undefined;
}

function yes(json: Json, field: string): true {
  if (!flag(json, field)) throw new Wrong(field, 'true, or nothing');
  return true;
}

/** What it may be, the machine says. */
function pace(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Wrong(field, 'a number');
  return value;
}

const MOST_EXPECTED = 20;

function expectations(json: Json, field: string): Expectation[] {
  const value = json[field];
  if (!Array.isArray(value) || value.length > MOST_EXPECTED || !value.every(isObject)) {
    throw new Wrong(field, 'a list of expected actions');
  }
  return value.map((one): Expectation => {
    const event = oneOf(one, 'event', SCENARIO_EVENT_TYPES);
    const where = optional(one, 'where', facts);
    const fields = Object.keys(soughtFields(event));
    if (!Object.keys(where.where ?? {}).every((name) => fields.includes(name))) {
      throw new Wrong('where', fields.length === 0 ? 'nothing' : fields.join(', '));
    }
    return {
      event,
      within: instant(one, 'within'),
      ...where,
      ...optional(one, 'by', ids),
      ...optional(one, 'anew', yes),
    };
  });
}

function orNull<T>(read: (json: Json, field: string) => T): (json: Json, field: string) => T | null {
  return (json, field) => (json[field] === null ? null : read(json, field));
}

const MOST_PEOPLE = 500;

function roles(json: Json, field: string): Partial<DrillRoles> {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'people by their part');
  const people = (one: Json, part: string) => ids(one, part, MOST_PEOPLE);
  return {
    ...optional(value, 'director', id),
    ...optional(value, 'controllers', people),
    ...optional(value, 'evaluators', people),
    ...optional(value, 'safety', people),
    ...optional(value, 'observers', people),
    ...optional(value, 'players', people),
  };
}

function simulated(json: Json, field: string): SimulateAbsent {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'a seed and people');
  return { seed: instant(value, 'seed'), people: ids(value, 'people', 10 * MOST_PEOPLE) };
}

function idsUnder(json: Json, field: string): Record<string, string[]> {
  const value = json[field];
  const names = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || names.length > MOST_PEOPLE || !names.every(isId))
    throw new Wrong(field, 'ids, each under an id');
  return Object.fromEntries(names.map((name) => [name, ids(value, name)]));
}

function partsInPost(json: Json, field: string): PartInPost[] {
  return ids(json, field).map((part) => oneOf({ [field]: part }, field, PARTS_IN_POST));
}

function facts(json: Json, field: string): Facts {
  const value = json[field];
  if (!isObject(value) || Object.keys(value).length > 100) throw new Wrong(field, 'facts by their ids');
  const entries = Object.entries(value);
  const isFact = (one: unknown) => typeof one === 'boolean' || Number.isFinite(one) || isId(one);
  if (!entries.every(([name, one]) => isId(name) && isFact(one))) throw new Wrong(field, 'facts by their ids');
  return value as Facts;
}
