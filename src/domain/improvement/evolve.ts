import { isSameOwner } from './people.js';
import type { Told } from './people.js';
import type { PersonId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { ImprovementEvent, ImprovementOwner } from './events.js';
import { provingOf } from './proof.js';
import { sendsBack } from './refusals.js';
import { reviewedEvery } from './reviewEvery.js';
import { lackingOf } from './waiting.js';
import type { ImprovementEffect, ImprovementState } from './state.js';
import type { ImprovementTemplate } from './templates.js';

const REMEMBERED_REQUESTS = 50;

/** An improvement before its first event. */
export const initial: ImprovementState = {
  improvement: '',
  seq: 0,
  status: 'open',
  origin: { kind: 'other' },
  kind: '',
  priority: 'medium',
  owner: { post: '' },
  openedAt: 0,
  dueAt: 0,
  planChange: false,
  texts: { finding: '', action: '' },
  handedIn: [],
  toldUntil: 0,
  decidedSeq: 0,
  requests: [],
};

/** A state that was kept, perhaps by an earlier release. */
export function restored(kept: ImprovementState): ImprovementState {
  return { ...initial, ...kept };
}

/** The only way state changes. */
export function evolve(state: ImprovementState, event: ImprovementEvent): ImprovementState {
  const { seq, at, request } = event;
  const isDecided = event.type !== 'refused' && event.actor.kind !== 'system';
  const next: ImprovementState = {
    ...happened(state, event),
    seq,
    decidedSeq: isDecided ? seq : state.decidedSeq,
    requests: request === undefined ? state.requests : remember(state, event, request),
  };
  const telling = effectOf(event, state.owner, next);
  // Whoever has it to do now, or to verify, waits from now on: what was due before is over, and told no more.
  return telling === undefined ? next : { ...next, toldUntil: Math.max(at, next.toldUntil), telling };
}

function happened(state: ImprovementState, event: ImprovementEvent): ImprovementState {
  switch (event.type) {
    case 'opened': {
      const { improvement, origin, kind, priority, owner, dueAt, planChange, verifiedBy, texts, at } = event;
      const opened = { ...state, improvement, origin, kind, priority, owner, dueAt, planChange, texts, openedAt: at };
      return { ...opened, ...(verifiedBy === undefined ? {} : { verifiedBy }), ...reviewedEvery(event) };
    }
    case 'handedIn': {
      const by = event.actor.kind === 'person' ? [event.actor.id] : [];
      return {
        ...state,
        status: 'done',
        doneAt: event.at,
        ...fixedAt(state, event.at),
        handedIn: [...new Set([...state.handedIn, ...by])],
        ...ownedBy(state, event),
        ...reviewedEvery(event),
      };
    }
    case 'returned':
      return openAgain(state);
    case 'drillPlanned': {
      const { drill, scenario, dueAt, at } = event;
      const { unplannable: _, ...rest } = state;
      const { doneAt = at, drills = 0 } = rest;
      // A change of the plan that has taken effect is its own evidence.
      return { ...rest, status: 'done', doneAt, planned: { drill, scenario, dueAt }, drills: drills + 1 };
    }
    case 'drillUnplannable':
      return { ...state, unplannable: event.version };
    case 'drillFailed': {
      if (sendsBack(event.why)) return openAgain(state);
      const { planned: _, ...rest } = state;
      return rest;
    }
    case 'verified':
    case 'cancelled': {
      const { unplannable: _, ...rest } = state;
      return { ...rest, status: event.type, closedAt: event.at };
    }
    case 'dueMoved':
      return { ...state, dueAt: event.dueAt };
    case 'ownerChanged':
      return { ...state, ...ownersBefore(state, event), owner: event.owner };
    case 'planLinked': {
      const { inForceAt: _, ...rest } = withoutRequest(state);
      const linked = {
        ...rest,
        planChange: true,
        version: event.version,
        ...fixedAt(state, event.at),
        ...ownedBy(state, event),
        ...reviewedEvery(event),
      };
      // Whoever had to link it has: what waits now is another thing.
      return lackingOf(linked) === undefined ? linked : { ...linked, toldUntil: Math.max(event.at, linked.toldUntil) };
    }
    case 'versionInForce':
      return { ...state, inForceAt: event.at };
    case 'told': {
      const { telling, ...told } = state;
      return telling?.id === event.effectId ? told : state;
    }
    case 'pressed':
    case 'passedOn':
    case 'textsErased':
    case 'refused':
      return state;
  }
}

/** Only what a drill has to show is held to when it was done. */
function fixedAt({ verifiedBy, fixedAt: known }: ImprovementState, at: Instant): { fixedAt?: Instant } {
  return verifiedBy === undefined ? {} : { fixedAt: known ?? at };
}

function openAgain({
  doneAt: _d,
  fixedAt: _f,
  planned: _p,
  unplannable: _u,
  ...state
}: ImprovementState): ImprovementState {
  return { ...state, status: 'open' };
}

/** Whoever gave it away before anything was handed in or linked for it has no part in what is verified. */
function ownersBefore(state: ImprovementState, event: { ownedBy?: PersonId[] }) {
  const { owner, handedIn, version, ownersBefore: before = [] } = state;
  if (handedIn.length === 0 && version === undefined) return {};
  return { ownersBefore: [...before.filter((one) => !isSameOwner(one, owner)), owner], ...ownedBy(state, event) };
}

/** What has been linked nobody need link any more. */
function withoutRequest(state: ImprovementState): ImprovementState {
  const { telling, ...rest } = state;
  return telling?.template === 'toLink' ? rest : state;
}

/** A post may be somebody else's by the time that it is verified. */
function ownedBy({ ownedBy: before = [] }: ImprovementState, { ownedBy: then = [] }: { ownedBy?: PersonId[] }) {
  return then.length === 0 ? {} : { ownedBy: [...new Set([...before, ...then])] };
}

/** Whom the event is to be told to. `formerOwner`: whose it was before; `next`: how it stands after it. */
function effectOf(
  event: ImprovementEvent,
  formerOwner: ImprovementOwner,
  next: ImprovementState,
): ImprovementEffect | undefined {
  const telling = (template: ImprovementTemplate, to: Told[], quoted?: string): ImprovementEffect => ({
    id: `n${event.seq}`,
    template,
    to,
    ...(quoted === undefined ? {} : { quoted }),
  });
  switch (event.type) {
    case 'opened':
      return telling('assigned', ['owner']);
    case 'ownerChanged':
      return { ...telling('assigned', ['owner', 'formerOwner'], event.texts.reason), formerOwner };
    case 'handedIn':
      if (lackingOf(next) === 'link') return telling('toLink', ['owner']);
      // Nobody verifies by hand what a drill has to show, nor a change that is in no plan yet.
      if (provingOf(next) !== undefined || lackingOf(next) === 'version') return undefined;
      return telling('toVerify', ['verifier'], event.texts.note ?? event.texts.link ?? event.texts.fileName);
    case 'versionInForce':
      return next.status === 'done' ? telling('toVerify', ['verifier']) : undefined;
    case 'returned':
      return telling('returned', ['owner'], event.texts.remarks);
    case 'verified':
      return telling('verified', ['owner'], event.texts?.note);
    case 'drillPlanned':
      return telling('drillPlanned', ['owner', 'keeper']);
    case 'drillFailed':
      return { ...telling('drillFailed', ['owner', 'keeper']), drill: event.drill };
    case 'drillUnplannable':
      return telling('unplannable', ['owner', 'keeper']);
    case 'dueMoved':
      return telling('dueMoved', ['owner'], event.texts.reason);
    case 'cancelled':
      return telling('cancelled', ['owner'], event.texts.reason);
    case 'pressed':
    case 'passedOn':
      return telling(event.template, event.to);
    default:
      return undefined;
  }
}

function remember(
  { requests }: ImprovementState,
  event: ImprovementEvent,
  request: { id: string; fingerprint: string },
): ImprovementState['requests'] {
  const { code, found, needed } = event.type === 'refused' ? event : {};
  const refused = code && found && needed ? { refusal: { code, found, needed } } : {};
  return [...requests, { ...request, ...refused }].slice(-REMEMBERED_REQUESTS);
}
