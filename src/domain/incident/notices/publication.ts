import type { EventOf } from '../events.js';
import { checkersHere, isUnchecked, speakers, toldToApprove, toldWhenOut } from '../publication/people.js';
import { authorsOf } from '../publication/standing.js';
import type { Details } from '../refusals.js';
import type { Publication, State } from '../state.js';
import { levelFacts, plain, valuesOf, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const publicationTellings: Tellings = {
  publicationDrafted(state, { publication, at }) {
    const counsel = plain(checkersHere(state, at, authorsOf(state, publication)));
    if (counsel.length === 0) return [toApprove(state, publication)];
    return [{ template: 'publicationToCheck', to: counsel, facts: factsOf(state, publication) }];
  },
  publicationChecked: (state, { publication }) => [toApprove(state, publication)],
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
    const drafter = item?.drafted.by.kind === 'person' ? [item.drafted.by.id] : [];
    const outside = item?.outAt === undefined || state.report.mode === 'drill' ? [] : speakers(state);
    const people = [...drafter, ...toldWhenOut(state), ...outside.map(({ person }) => person)];
    const to = withoutActor(actor, plain(people));
    return [{ template: 'publicationWithdrawn', to, facts: factsOf(state, publication) }];
  },
  publicationWaived: (state, { actor }) => [
    { template: 'publicationWaived', to: withoutActor(actor, plain(toldWhenOut(state))), facts: levelFacts(state) },
  ],
};

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
    facts: { ...factsOf(state, publication), partners },
  }));
}

function factsOf(state: State, publication: string): Details {
  const item: Partial<Publication> = state.publication.items[publication] ?? {};
  const { version = 0, kind = 'first', corrects, nextAt, facts = [], publicId, checked, outAt } = item;
  return {
    ...levelFacts(state),
    publication,
    version,
    kind,
    checked: checked !== undefined,
    out: outAt !== undefined,
    ...(corrects === undefined ? {} : { corrects }),
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(facts.length === 0 ? {} : { known: valuesOf(Object.fromEntries(facts.map((f) => [f.fact, f.value]))) }),
    ...(publicId === undefined ? {} : { publicId }),
  };
}
