import { duesOf, isAfterEnd, callEntries, callOf, isOverdue, waitsFor } from '../../../../src/domain/incident/index.js';
import type { EffectOf, IncidentEvent, NoticeTemplate, State } from '../../../../src/domain/incident/index.js';
import { HOUR, MINUTE } from '../../../../src/domain/time.js';
import type { Instant } from '../../../../src/domain/time.js';
import { must, named } from '../whatever.js';
import type { Rules, Told } from '../whatever.js';
import { hasActed } from './calls.js';

/** After the last step, nobody says anything for hours: then each thing has gone to the last of those who hear of it. */
export const overdueRules: Rules = {
  'whatever is told of as overdue is told to somebody, by a notice': ({ story }) => {
    for (const turn of story.turns) {
      for (const { event } of turn) {
        const people = toldBy(event);
        if (people === undefined) continue;
        must(people.length > 0, () => `${named(event)} to nobody: ${JSON.stringify(event)}`);
        const notices = turn.flatMap(({ event: next }) => notice(next) ?? []).filter(isOf(event));
        const told = new Set(notices.flatMap(({ recipients }) => recipients.map(({ person }) => person)));
        for (const id of people) must(told.has(id), () => `${named(event)}: no notice to ${id}`);
      }
    }
  },

  'nobody verifies: the plan’s reminders, then more people, again and again': (told) => {
    const { state, at } = told.story;
    const isOpen =
      state.phase === 'reported' ||
      state.phase === 'standby' ||
      (state.phase === 'responding' && state.verification.outcome === 'provisional');
    if (!isOpen) return;
    const { remindAfter, reminders } = state.basis.plan.verification;
    const last = lastNotice(told, 'verificationEscalated');
    must(at - last < remindAfter * Math.max(1, reminders), () => `last told ${minutes(at - last)} ago`);
  },

  'whoever commands is silent: everybody who may take over is asked, then all are told, and it begins again': (
    told,
  ) => {
    const { state, at } = told.story;
    const { command, notification } = state.basis.plan;
    const rule = command.checkIn.find(({ levels }) => levels.includes(state.grading.level ?? ''));
    if (state.phase !== 'responding' || rule === undefined) return;
    const { remindAfter, escalateAfter } = notification.alert;
    const able = [command.commander, ...command.deputies].flatMap((post) => state.basis.holders[post] ?? []);
    const others = new Set(able.filter((id) => id !== state.command.posts[command.commander]));
    const round = escalateAfter + (others.size + 2) * remindAfter;
    const last = lastNotice(told, 'commandUnanswered');
    must(at - last <= round, () => `all were told ${minutes(at - last)} ago`);
    for (const id of others) {
      const asked = lastNotice(told, 'commandAsked', id);
      must(at - asked <= round, () => `${id} was asked ${minutes(at - asked)} ago`);
    }
  },

  'calls without an answer: each is told of as silent in the plan’s time': (told) => {
    const { state, at } = told.story;
    const named = notices(told, 'silence').map(({ facts }) => facts['silent'] as string[]);
    for (const { target, status, people } of Object.values(state.mobilisation.bodies)) {
      if (status !== 'called') continue;
      const { alert, call: team } = state.basis.plan.notification;
      const { escalateAfter } = target.kind === 'post' ? alert : team;
      for (const [id, call] of callEntries(people)) {
        const reached = target.kind === 'post' && hasActed(told.moments, id, target);
        const isOpen = call.status === 'called' && !reached;
        must(!isOpen || at - call.since < escalateAfter, () => `${id} is waited for in ${target.id}`);
        must(call.status !== 'silent' || named.some((silent) => silent.includes(id)), () => `${id} is not told of`);
      }
    }
  },

  'too few have come: it is told until they have, and whoever commands hears of it': (told) => {
    const { state, at } = told.story;
    for (const { target, status, quorum } of Object.values(state.mobilisation.bodies)) {
      if (status !== 'called' || quorum === undefined || quorum.by > at) continue;
      if (quorum.status === 'reached' || quorum.status === 'accepted') continue;
      const { escalateAfter } = state.basis.plan.notification.call;
      const last = notices(told, 'shortage').findLast(({ facts }) => facts['team'] === target.id);
      must(last !== undefined && at - last.at <= escalateAfter, () => `${target.id}: last told of at ${last?.at}`);
      if (at - quorum.by < HOUR) continue;
      const commander = state.command.posts[state.basis.plan.command.commander]!;
      const heard = lastNotice(told, 'shortage', commander);
      must(at - heard <= escalateAfter, () => `${target.id}: ${commander} heard ${minutes(at - heard)} ago`);
    }
  },

  'tasks that are overdue: their owner, the lead, command, and no further than to somebody who is there': (told) => {
    for (const { event, before } of told.moments) {
      if (event.type !== 'tasksOverdue') continue;
      const named = event.tell.flatMap(({ tasks }) => tasks).toSorted();
      must(named.join() === event.tasks.toSorted().join(), () => `${event.seq}: ${named.join()}`);
      for (const { person } of event.tell) {
        must(event.step === 'command' || !isAway(before, person, event.at), () => `${event.seq}: ${person} is away`);
      }
    }
    const { state, at } = told.story;
    const commander = state.command.posts[state.basis.plan.command.commander]!;
    for (const [id, task] of Object.entries(state.tasks.tasks)) {
      const isPressed = !isEnded(state) && (!isAfterEnd(state.phase) || task.phase === state.phase);
      if (!isPressed || !isOverdue(task, at - HOUR) || waitsFor(state.tasks, task).length > 0) continue;
      const last = notices(told, 'tasksEscalated').findLast(({ recipients }) =>
        recipients.some(({ person, tasks = [] }) => person === commander && tasks.some((one) => one.task === id)),
      );
      must(last !== undefined && at - last.at <= 30 * MINUTE, () => `${id}: ${commander} heard at ${last?.at}`);
    }
  },

  'a SITREP that is overdue goes to its owners, the lead and command': (told) => {
    const { state, at } = told.story;
    const { open, next } = state.sitreps;
    if (isEnded(state)) return;
    if (open === undefined) must(next === undefined || next.draftAt > at, () => 'one is due and not drafted');
    if (open === undefined || open.dueAt > at - 15 * MINUTE) return;
    const tells = told.moments.flatMap(({ event }) =>
      event.type === 'sitrepOverdue' && event.number === open.number && event.at >= open.dueAt ? [event.stage] : [],
    );
    must(tells.includes('command'), () => `${open.number}: told ${tells.join()} since ${open.dueAt}`);
  },

  'a request that waits for somebody: whoever commands hears of it, again and again': (told) => {
    const { state, at } = told.story;
    if (isEnded(state)) return;
    const commander = state.command.posts[state.basis.plan.command.commander]!;
    const { remindAfter, escalateAfter } = state.basis.plan.notification.call;
    for (const [id, { waits, next }] of Object.entries({ ...state.resources.requests, ...state.resources.partners })) {
      if (waits === undefined) continue;
      must(next === undefined || next.at > at, () => `${id}: ${next?.step} is not told`);
      if (next !== undefined && next.at > at && next.at - at <= remindAfter + escalateAfter) continue;
      const last = notices(told, 'requestsEscalated').findLast(({ recipients }) =>
        recipients.some(
          ({ person, requests = [] }) => person === commander && requests.some((one) => one.request === id),
        ),
      );
      must(last !== undefined && at - last.at <= 3 * escalateAfter, () => `${id}: ${commander} heard at ${last?.at}`);
    }
  },

  'a legal limit that has passed: whoever commands hears of it, again and again until it is filed or lifted': (
    told,
  ) => {
    for (const { event, before } of told.moments) {
      if (event.type !== 'obligationsMissed') continue;
      const commander = before.command.posts[before.basis.plan.command.commander]!;
      const heard = event.tell.find(({ person }) => person === commander)?.obligations ?? [];
      must(
        event.obligations.every((id) => heard.includes(id)),
        () => `${named(event)}: ${commander} is not told`,
      );
    }
    const { state, at } = told.story;
    if (isEnded(state)) return;
    for (const [id, { status, start = 0, due }] of Object.entries(state.obligations.duties)) {
      if ((status !== 'provisional' && status !== 'confirmed') || due === undefined || due > at) continue;
      const last = notices(told, 'obligationsMissed').findLast(({ recipients }) =>
        recipients.some(({ obligations = [] }) => obligations.some(({ obligation }) => obligation === id)),
      );
      const every = Math.min(24 * HOUR, Math.max(15 * MINUTE, (due - start) / 4));
      must(last !== undefined && at - last.at <= every, () => `${id}: last told at ${last?.at}`);
    }
  },

  'what is owed by a time and overdue: whoever owes it hears, then whoever commands, at least daily': (told) => {
    for (const { event, before } of told.moments) {
      // Where it goes to somebody else, that one alone hears of it besides.
      if (event.type !== 'duesReminded' || event.stage !== 'overdue' || event.newHolder === true) continue;
      const commander = before.command.posts[before.basis.plan.command.commander]!;
      const heard = event.tell.find(({ person }) => person === commander)?.items ?? [];
      must(
        event.items.every(({ item }) => heard.includes(item)),
        () => `${named(event)}: ${commander} is not told`,
      );
    }
    const { state, at } = told.story;
    if (isEnded(state)) return;
    for (const { item, from, dueAt, within = dueAt - from, waits } of duesOf(state)) {
      if (waits === true) continue;
      const term = Math.min(24 * HOUR, Math.max(MINUTE, within));
      // A quarter of its time after it was due, and a day after that at the latest.
      if (Math.max(from, dueAt) + Math.min(24 * HOUR, Math.max(MINUTE, within) / 4) > at) continue;
      const last = notices(told, 'duesOverdue').findLast(({ recipients }) =>
        recipients.some(({ dues = [] }) => dues.some((one) => one.item === item)),
      );
      const pause = Math.min(24 * HOUR, Math.max(term, (last?.at ?? 0) - dueAt));
      must(last !== undefined && at - last.at <= pause, () => `${item}: last told at ${last?.at}`);
    }
  },

  'reminders of what is owed slow down, so that nobody drowns in them': (told) => {
    const last = new Map<string, number>();
    for (const turn of told.story.turns) {
      for (const { event } of turn) {
        if (event.type !== 'duesReminded' || event.stage !== 'overdue' || event.newHolder === true) continue;
        const { items, at } = event;
        for (const { item, from, dueAt } of items) {
          const key = `${item} ${from} ${dueAt}`;
          const before = last.get(key);
          const pause = Math.min(24 * HOUR, Math.max(MINUTE, (before ?? 0) - dueAt));
          must(before === undefined || at - before >= pause, () => `${key}: told at ${before} and ${at}`);
          last.set(key, at);
        }
      }
      // What was done, and is opened again, is told of from the beginning.
      const owed = new Set(duesOf(turn.at(-1)!.after).map(({ item, from, dueAt }) => `${item} ${from} ${dueAt}`));
      for (const key of last.keys()) if (!owed.has(key)) last.delete(key);
    }
  },

  'a contested person is told of until somebody decides': (told) => {
    const held = new Set<string>();
    for (const turn of told.story.turns) {
      for (const { event, after } of turn) {
        if (event.type === 'claimsAnswered') {
          event.granted.forEach((id) => held.delete(id));
          event.contested.forEach(({ person }) => held.add(person));
        }
        if (event.type === 'claimResolved') held.delete(event.person);
        // Whoever is called for something else at the same moment is asked of the ledger anew.
        for (const id of held) if (isDone(after) || !isWanted(after, id)) held.delete(id);
      }
      const { event, after } = turn.at(-1)!;
      for (const id of held) must(id in after.claims.contested, () => `${id} is forgotten at ${named(event)}`);
    }
    const { state, at } = told.story;
    for (const id of Object.keys(state.claims.contested)) {
      must(isWanted(state, id), () => `${id} is contested and not wanted`);
      const last = notices(told, 'claimContested').findLast(({ facts }) => (facts['people'] as string[]).includes(id));
      const { escalateAfter } = state.basis.plan.notification.call;
      must(last !== undefined && at - last.at <= escalateAfter, () => `${id}: last told of at ${last?.at}`);
    }
  },

  'whoever works for longer than the plan allows is told of each hour': (told) => {
    const { state, at } = told.story;
    const { shifts } = state.basis.plan;
    if (shifts === undefined) return;
    for (const { target, status, people } of Object.values(state.mobilisation.bodies)) {
      if (target.kind !== 'team' || status !== 'called') continue;
      for (const [id, { dutySince }] of callEntries(people)) {
        if (dutySince === undefined || dutySince + shifts.longest > at) continue;
        const last = notices(told, 'reliefDue').findLast(({ facts }) => (facts['people'] as string[]).includes(id));
        must(last !== undefined && at - last.at <= HOUR, () => `${id}: last told of at ${last?.at}`);
      }
    }
  },

  'the ledger knows whom the incident wants, and nobody else': ({ story }) => {
    const known = new Set<string>();
    for (const turn of story.turns) {
      for (const { event } of turn) {
        if (event.type !== 'effectRequested') continue;
        const { effect } = event;
        if (effect.kind === 'claim') effect.people.forEach((id) => known.add(id));
        if (effect.kind !== 'releaseClaims') continue;
        if (effect.people === undefined) known.clear();
        else effect.people.forEach((id) => known.delete(id));
      }
      const { event, after } = turn.at(-1)!;
      if (isDone(after)) {
        must(known.size === 0, () => `${[...known].join()} held after ${named(event)}`);
        continue;
      }
      for (const id of known) must(isWanted(after, id), () => `${id} is held and not wanted after ${named(event)}`);
      for (const id of wanted(after)) must(known.has(id), () => `${id} is wanted and not held after ${named(event)}`);
    }
  },
};

/** Whom an event tells that something is late; nothing where it tells of something else. */
function toldBy(event: IncidentEvent): string[] | undefined {
  switch (event.type) {
    case 'verificationReminded':
    case 'verificationOverdue':
    case 'verificationEscalated':
      return event.people;
    case 'silent':
    case 'quorumMissed':
    case 'quorumLost':
    case 'reliefDue':
    case 'sitrepOverdue':
    case 'claimsReminded':
    case 'commandUnanswered':
      return event.tell;
    case 'tasksOverdue':
    case 'requestsOverdue':
    case 'requestsLate':
    case 'duesReminded':
      return event.tell.map(({ person }) => person);
    case 'checkInReminded':
    case 'commandAsked':
      return [event.person];
    case 'handoverReminded':
      return [event.to];
    case 'handoverUnanswered':
      return [event.from];
    default:
      return undefined;
  }
}

type Notice = EffectOf<'notify'> & { at: Instant };

function notice(event: IncidentEvent): Notice | undefined {
  return event.type === 'effectRequested' && event.effect.kind === 'notify'
    ? { ...event.effect, at: event.at }
    : undefined;
}

function isOf({ seq }: IncidentEvent) {
  return ({ noticeId }: Notice) => noticeId === `n${seq}` || /^[b-z]$/.test(noticeId.slice(`n${seq}`.length));
}

function notices({ moments }: Told, template: NoticeTemplate): Notice[] {
  return moments.flatMap(({ event }) => notice(event) ?? []).filter((one) => one.template === template);
}

function lastNotice(told: Told, template: NoticeTemplate, to?: string): Instant {
  const isTo = ({ recipients }: Notice) => to === undefined || recipients.some(({ person }) => person === to);
  return notices(told, template).findLast(isTo)?.at ?? -Infinity;
}

const LIVE = ['called', 'acknowledged', 'arrived', 'silent'];

/** Whoever commands, and whoever is called with a team and has not left it. */
function isWanted(state: State, id: string): boolean {
  const { command, basis, mobilisation } = state;
  if (command.posts[basis.plan.command.commander] === id) return true;
  return Object.values(mobilisation.bodies).some(
    ({ target, status, people }) =>
      target.kind === 'team' && status === 'called' && LIVE.includes(callOf(people, id)?.status ?? ''),
  );
}

function wanted(state: State): string[] {
  const teams = Object.values(state.mobilisation.bodies).flatMap(({ people }) => callEntries(people));
  const all = [...teams.map(([id]) => id), ...Object.values(state.command.posts)];
  return [...new Set(all)].filter((id) => isWanted(state, id));
}

function isAway({ basis }: State, id: string, at: Instant): boolean {
  return (basis.people?.[id]?.away ?? []).some(({ from, until }) => from <= at && at < until);
}

function isEnded({ phase }: State): boolean {
  return phase === 'closed' || phase === 'rejected' || phase === 'merged';
}

function isDone(state: State): boolean {
  return isAfterEnd(state.phase) || isEnded(state);
}

function minutes(ms: number): string {
  return `${Math.round(ms / MINUTE)} min`;
}
