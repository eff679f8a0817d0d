import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { whoMayBeNew } from '../aftermath/whoMayBeNew.js';
import { whoCommands } from '../authority.js';
import type { EventOf, IncidentEvent } from '../events.js';
import { idOf } from '../incidentReport/people.js';
import { MAY_LEAVE_NOBODY, MAY_LEAVE_UNDECIDED } from '../publication/evolve.js';
import { approvers, checkersHere, isUnchecked, speakers, toldToApprove, toldWhenOut } from '../publication/people.js';
import { authorsOf, draftersOf, isToRedraft, isWaiting } from '../publication/standing.js';
import type { Details } from '../refusals.js';
import type { Publication, State } from '../state.js';
import { levelFacts, plain, valuesOf, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const publicationTellings: Tellings = {
  publicationDrafted: (state, { publication, at }) => [toDecide(state, publication, at)],
  publicationChecked: (state, { publication }) => [toApprove(state, publication)],
  publicationFactsMoved: (state, event) => [
    ...factsMovedTellings(state, event),
    ...(event.facts.length === 0 ? askedNow(state, event.publication, event.at) : []),
  ],
  publicationOvertaken(state, { publication }) {
    const drafter = idOf(state.publication.items[publication]?.drafted.by);
    const to = plain(drafter === undefined ? [] : [drafter]);
    return [{ template: 'publicationOvertaken', to, facts: factsOf(state, publication) }];
  },
  publicationReturned(state, { publication, actor }) {
    const by = state.publication.items[publication]?.drafted.by;
    const drafter = by?.kind === 'person' ? [by.id] : [];
    const to = withoutActor(actor, plain(drafter));
    return [{ template: 'publicationReturned', to, facts: factsOf(state, publication) }];
  },
  publicationApproved: (state, { publication, drill }) => (drill === undefined ? [] : [out(state, publication)]),
  publicationPublished(state, event) {
    const { publication, shows } = event;
    if (shows === 'withdrawn' || state.publication.items[publication]?.status !== 'published') return [];
    return [out(state, publication), ...passOn(state, event)];
  },
  /** Whoever has passed it on has to say so too. */
  publicationWithdrawn(state, { publication, actor }) {
    const item = state.publication.items[publication];
    const theirs = [idOf(item?.drafted.by), idOf(item?.approved?.by)].filter((id) => id !== undefined);
    const outside = item?.outAt === undefined || state.report.mode === 'drill' ? [] : speakers(state);
    const people = [...theirs, ...toldWhenOut(state), ...outside.map(({ person }) => person)];
    const to = withoutActor(actor, plain(people));
    return [{ template: 'publicationWithdrawn', to, facts: factsOf(state, publication) }];
  },
  publicationWaived: (state, { actor }) => [
    { template: 'publicationWaived', to: withoutActor(actor, plain(toldWhenOut(state))), facts: levelFacts(state) },
  ],
  publicationWaiverLapsed: (state) => [
    {
      template: 'publicationWaiverLapsed',
      to: plain([...new Set([...toldToApprove(state, []), ...toldWhenOut(state)])]),
      facts: levelFacts(state),
    },
  ],
};

/** Drafts that wait for somebody else after this event: who has not been asked yet. */
export function askedAnew(state: State, event: IncidentEvent): Telling[] {
  const may = whoMayBeNew(state, event);
  if (may === undefined) return [];
  return Object.keys(state.publication.items).flatMap((publication) => askedNow(state, publication, event.at, may));
}

/** Drafts that nobody may approve since this event: whoever wrote them, and whoever commands, can do something about it. */
export function stuckNow(state: State, event: IncidentEvent): Telling[] {
  if (!MAY_LEAVE_NOBODY.includes(event.type)) return [];
  return Object.entries(state.publication.items)
    .filter(([, { stuck }]) => stuck === event.seq)
    .map(([publication, item]) => {
      const drafter = idOf(item.drafted.by);
      const people = new Set([...(drafter === undefined ? [] : [drafter]), ...whoCommands(state)]);
      const facts = { ...factsOf(state, publication), approvers: approvers(state, draftersOf(item)) };
      return { template: 'publicationStuck', to: plain([...people]), facts };
    });
}

/** Drafts that nobody decides on any more since this event: whoever wrote them, or was asked about them, need not wait. */
export function leftBy(state: State, event: IncidentEvent): Telling[] {
  if (!MAY_LEAVE_UNDECIDED.includes(event.type)) return [];
  return Object.entries(state.publication.items)
    .filter(([, { left }]) => left === event.seq)
    .map(([publication, { drafted, asked = {} }]) => {
      const drafter = idOf(drafted.by);
      const people = [...(drafter === undefined ? [] : [drafter]), ...(asked.check ?? []), ...(asked.approve ?? [])];
      const to = withoutActor(event.actor, plain([...new Set(people)]));
      const into = event.type === 'merged' ? { into: event.into } : {};
      return { template: 'publicationLeft', to, facts: { ...factsOf(state, publication), ...into } };
    });
}

function askedNow(state: State, publication: string, at: Instant, may = (_: PersonId) => true): Telling[] {
  const item = state.publication.items[publication];
  if (item === undefined || !isWaiting(state, item) || isToRedraft(state, item)) return [];
  const { to, ...telling } = toDecide(state, publication, at);
  const asked = item.asked?.[telling.template === 'publicationToCheck' ? 'check' : 'approve'] ?? [];
  return [{ ...telling, to: to.filter(({ person }) => may(person) && !asked.includes(person)) }];
}

function toDecide(state: State, publication: string, at: Instant): Telling {
  const item = state.publication.items[publication];
  const counsel = item?.checked === undefined ? plain(checkersHere(state, at, authorsOf(state, publication))) : [];
  if (counsel.length === 0) return toApprove(state, publication);
  return { template: 'publicationToCheck', to: counsel, facts: factsOf(state, publication) };
}

/** Whoever drafted it has to do something; whoever was asked to decide on it has not, for now. */
function factsMovedTellings(
  state: State,
  { publication, facts: moved, at }: EventOf<'publicationFactsMoved'>,
): Telling[] {
  const item = state.publication.items[publication];
  const drafter = idOf(item?.drafted.by);
  const { check = [], approve = [] } = item?.asked ?? {
    approve: toDecide(state, publication, at).to.map(({ person }) => person),
  };
  const others = [...check, ...approve].filter((person) => person !== drafter);
  const facts = {
    ...factsOf(state, publication),
    was: valuesOf(Object.fromEntries(moved.map(({ fact, value }) => [fact, value]))),
    now: valuesOf(Object.fromEntries(moved.flatMap(({ fact, now }) => (now === undefined ? [] : [[fact, now]])))),
  };
  const template = 'publicationFactsMoved';
  return [
    { template, to: plain(drafter === undefined ? [] : [drafter]), facts: { ...facts, drafted: true } },
    { template, to: plain(others), facts },
  ];
}

function toApprove(state: State, publication: string): Telling {
  const people = toldToApprove(state, authorsOf(state, publication));
  const item = state.publication.items[publication];
  const unchecked = item !== undefined && isUnchecked(state, item);
  const facts = { ...factsOf(state, publication), ...(unchecked ? { unchecked } : {}) };
  return { template: 'publicationToApprove', to: plain(people), facts };
}

function out(state: State, publication: string): Telling {
  return { template: 'publicationOut', to: plain(toldWhenOut(state)), facts: factsOf(state, publication) };
}

/** Whoever speaks with several partners gets one notice for all of them. */
function passOn(state: State, { publication }: EventOf<'publicationPublished'>): Telling[] {
  return speakers(state).map(({ person, partners }) => ({
    template: 'publicationPassOn',
    to: plain([person]),
    facts: { partners, ...factsOf(state, publication) },
  }));
}

function factsOf(state: State, publication: string): Details {
  const item: Partial<Publication> = state.publication.items[publication] ?? {};
  const { version = 0, kind = 'first', corrects, nextAt, facts = [], publicId, checked, outAt } = item;
  return {
    publication,
    version,
    kind,
    checked: checked !== undefined,
    out: outAt !== undefined,
    ...(corrects === undefined ? {} : { corrects }),
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(facts.length === 0 ? {} : { known: valuesOf(Object.fromEntries(facts.map((f) => [f.fact, f.value]))) }),
    ...(publicId === undefined ? {} : { publicId }),
    ...levelFacts(state),
  };
}
