import {
  evolve,
  fold,
  isFinished,
  isOver,
  knowingAlong,
  nextWake,
  pending,
  wake,
} from '../../../../src/domain/incident/index.js';
import type { IncidentEvent, Knowing, NoticeTemplate, Phase, State } from '../../../../src/domain/incident/index.js';
import { liveCalls } from '../../../../src/domain/incident/rooms/mobilisation/bodies.js';
import { HOUR, MINUTE } from '../../../../src/domain/time.js';
import { BASES } from '../plans.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

const LEGAL: Record<Phase, Phase[]> = {
  reported: ['standby', 'responding', 'rejected', 'merged'],
  standby: ['responding', 'rejected', 'merged'],
  responding: ['watching', 'aftermath', 'rejected', 'merged'],
  watching: ['responding', 'aftermath', 'merged'],
  aftermath: ['closed', 'merged'],
  closed: [],
  rejected: [],
  merged: [],
};

/** Answers to calls are remembered by the calls, and only the latest of them. */
const MASS = ['acknowledged', 'declined', 'arrived'];

export const recordRules: Rules = {
  'events are numbered without gaps, and state follows from them alone, also as they are stored': ({
    story,
    given,
  }) => {
    story.events.forEach(({ seq }, i) => must(seq === i + 1, () => `${seq} stands at ${i + 1}`));
    const stored = JSON.parse(JSON.stringify(story.events)) as IncidentEvent[];
    for (const event of story.events) must(!hasEmptyKey(event), () => `${named(event)} has a key without a value`);
    // Reads as if nothing had been left out: a key without a value is none.
    expect(bare(fold(BASES[given.basis]!, stored))).toEqual(bare(story.state));
  },

  'what an event moves does not depend on whether the state before it was read back': ({ moments }) => {
    // Most rooms stand still from one event to the next.
    const copies = new WeakMap<object, unknown>();
    const copyOf = (slice: unknown): unknown => {
      if (typeof slice !== 'object' || slice === null) return slice;
      if (!copies.has(slice)) copies.set(slice, JSON.parse(JSON.stringify(slice)));
      return copies.get(slice);
    };
    for (const { event, before, after } of moments) {
      const { basis, ...rest } = before;
      const copied = Object.entries(rest).map(([name, slice]) => [name, copyOf(slice)] as const);
      const readBack = { ...(Object.fromEntries(copied) as unknown as State), basis };
      must(JSON.stringify(evolve(readBack, event).moved) === JSON.stringify(after.moved), () => named(event));
    }
  },

  'what is known follows from the rooms that say it, without the rest of the state': ({ story, given, moments }) => {
    const slices = ({ basis: { plan }, report, merging, situation, grading }: Knowing) =>
      JSON.stringify([plan.hash, report, merging, situation, grading]);
    for (const { event, known } of knowingAlong(BASES[given.basis]!, story.events)) {
      const { after } = moments.find((moment) => moment.event === event)!;
      must(slices(known) === slices(after), () => named(event));
    }
  },

  'no older roster follows a later one, and none takes from whoever is called what is known, unless it says so': ({
    moments,
  }) => {
    let latest = 0;
    for (const { event, before } of moments) {
      if (event.type !== 'peopleChanged') continue;
      must(event.roster >= latest, () => `${named(event)}: ${event.roster} after ${latest}`);
      latest = event.roster;
      const forgotten = event.people.filter(({ facts }) => facts === undefined).map(({ person }) => person);
      for (const person of forgotten) must(liveCalls(before, person).length === 0, () => `${named(event)}: ${person}`);
    }
  },

  'phases follow each other as they may, and only by the events of the same name': ({ moments }) => {
    for (const { event, before, after } of moments) {
      if (before.phase === after.phase) continue;
      must(LEGAL[before.phase].includes(after.phase), () => `${named(event)}: ${before.phase} → ${after.phase}`);
    }
  },

  'it is over exactly when it was closed, rejected or merged, and then only what is out is put right': ({
    moments,
    story,
  }) => {
    const end = moments.findIndex(({ event }) => ['closed', 'rejected', 'merged'].includes(event.type));
    must(isOver(story.state.phase) === end >= 0, () => story.state.phase);
    if (end < 0) return;
    for (const { event } of moments.slice(end + 1)) {
      const putsRight = event.type.startsWith('publication');
      must(event.request === undefined || event.type === 'refused' || putsRight, () => `${named(event)} after the end`);
    }
  },

  'a refusal says why and changes nothing but the memory of requests': ({ moments }) => {
    for (const { event, before, after } of moments) {
      if (event.type !== 'refused') continue;
      must(event.message !== undefined, () => `${named(event)} of what?`);
      expect({ ...after, seq: 0, requests: [] }).toEqual({ ...before, seq: 0, requests: [] });
    }
  },

  'the same request happens once': ({ moments }) => {
    const taken = new Set<string>();
    for (const { event } of moments) {
      if (event.request === undefined || MASS.includes(event.type)) continue;
      if (event.type === 'refused' && ['acknowledge', 'decline', 'arrive'].includes(event.message ?? '')) continue;
      must(!taken.has(event.request.id), () => `${named(event)}: ${event.request?.id} again`);
      taken.add(event.request.id);
    }
  },

  'a failure of the machine is told at most every 10 minutes, and changes nothing else': ({ moments }) => {
    let toldAt = -Infinity;
    for (const { event, before, after } of moments) {
      if (event.type === 'machineFailed') {
        const { seq: _, failures: __, moved: ___, ...rest } = after;
        expect(before).toMatchObject(rest);
      }
      if (event.type !== 'effectRequested' || event.effect.kind !== 'notify') continue;
      if (event.effect.template !== 'machineFailed') continue;
      must(event.at - toldAt >= 10 * MINUTE, () => named(event));
      toldAt = event.at;
    }
  },

  'a notice that is put off is tried again in the plan’s time, and given up in it': ({ moments, story }) => {
    for (const { event, before } of moments) {
      if (event.type !== 'noticeAttempted' && event.type !== 'noticeRetried') continue;
      const { requestedAt, retryAt = -Infinity } = before.effects.pending[event.effectId]!;
      const { giveUpAfter } = before.basis.plan.notification.retry;
      if (event.type === 'noticeRetried') must(retryAt <= event.at, () => `${named(event)} too early`);
      else if (event.delayed.length > 0) {
        must((event.retryAt ?? 0) > event.at, () => `${named(event)} is not tried again`);
        must(event.retryAt! <= requestedAt + giveUpAfter, () => `${named(event)} is not given up`);
      }
    }
    for (const { retryAt = Infinity, effect } of Object.values(story.state.effects.pending)) {
      must(retryAt > story.at, () => `${effect.id} rests for ever`);
    }
  },

  'every wake-up says something, and moves the next one forward after three at the most': ({ then, story }) => {
    for (const start of [then, story.state]) {
      let state = start;
      let before = [-Infinity, -Infinity, -Infinity];
      for (let i = 0; i < 40; i++) {
        const due = nextWake(state);
        if (due === undefined) break;
        must(due > before[0]!, () => `at ${due} again`);
        before = [...before.slice(1), due];
        const events = wake(state, due);
        must(events.length > 0, () => `nothing follows at ${due}`);
        state = events.reduce(evolve, state);
      }
    }
  },

  // The last one, since it goes on with the story.
  'once it is over and the world has answered, it is finished and quiet for good': ({ story }) => {
    if (!isOver(story.state.phase)) return;
    const before = story.events.length;
    // Notices that rest are tried again at their time; nothing else may come up.
    for (let i = 0; i < 20 && !isFinished(story.state); i++) {
      story.delivers();
      story.passes(HOUR);
    }
    must(isFinished(story.state), () => JSON.stringify(story.state.effects.pending));
    must(nextWake(story.state) === undefined && pending(story.state).length === 0, () => 'it does not rest');
    for (const event of story.events.slice(before)) must(settles(event), () => `${named(event)} after the end`);
  },
};

const SETTLES = [
  'noticeAttempted',
  'noticeRetried',
  'claimsAnswered',
  'claimsReleased',
  'stockAllocated',
  'stockBooked',
  'documentWritten',
  'publicationPublished',
];

const GOES_OUT: NoticeTemplate[] = ['sitrep', 'sitrepPassOn', 'publicationOut', 'publicationPassOn'];

/** What was asked for is answered, and stock that came too late goes back; a SITREP or a text that was let go before, and is written or out only now, is still told of. */
function settles(event: IncidentEvent): boolean {
  if (event.type === 'effectRequested') {
    if (event.effect.kind === 'settleStock') return true;
    return event.effect.kind === 'notify' && GOES_OUT.includes(event.effect.template);
  }
  return SETTLES.includes(event.type) || event.type === 'sitrepSent';
}

/** Without what a plan carries, which is the same by its hash. */
function bare({ basis, ...state }: State): unknown {
  return JSON.parse(JSON.stringify({ ...state, plan: basis.plan.hash }));
}

/** What is written down would lack it. */
function hasEmptyKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((one) => one === undefined || hasEmptyKey(one));
}
