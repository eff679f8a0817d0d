import type { PersonId } from '../../plan/compiled.js';
import { DAY, earlier, MINUTE, SECOND } from '../../time.js';
import type { Duration, Instant } from '../../time.js';
import { holdersOfPosts, whoCommands } from '../authority.js';
import { hereIn } from '../availability.js';
import type { DueStage, EventBody, EventOf } from '../events.js';
import { isOver } from '../phases.js';
import { postsOfCommand } from '../rooms/tasks/owners.js';
import type { AftermathSlice, DueTold, State } from '../state.js';
import { duesOf } from './dues.js';
import type { Due } from './dues.js';

const STAGES: readonly DueStage[] = ['soon', 'due', 'overdue'];

/** Whoever owes it hears a quarter of the time before it is due, and command as long after; a day where that is less. */
function margin(due: Due): Duration {
  return Math.max(SECOND, Math.min(DAY, Math.floor(periodOf(due) / 4)));
}

/** While it is overdue: each time after as long again as it has been overdue, so that nobody drowns in it; at least daily. */
function again(due: Due, toldAt: Instant): Duration {
  return Math.max(MINUTE, Math.min(DAY, Math.max(periodOf(due), toldAt - due.dueAt)));
}

function periodOf({ from, dueAt, within = dueAt - from }: Due): Duration {
  return within;
}

function pressed(state: State): Due[] {
  return duesOf(state).filter(({ waits }) => waits !== true);
}

export function nextReminder(state: State): Instant | undefined {
  if (isOver(state.phase)) return undefined;
  let first: Instant | undefined;
  for (const due of pressed(state)) first = earlier(first, reminderAt(state, due));
  return first;
}

/** One event for each stage, with all that has come to it. */
export function remind(state: State, at: Instant): EventBody[] {
  const ready = pressed(state).filter((due) => reminderAt(state, due) <= at);
  return STAGES.flatMap((stage): EventBody[] => {
    const items = ready.filter((due) => stageAt(state, due, at) === stage);
    if (items.length === 0) return [];
    const told = items.map(({ item, from, dueAt }) => ({ item, from, dueAt }));
    return [{ type: 'duesReminded', stage, items: told, tell: toldOf(state, items, stage, at) }];
  });
}

/** Whoever has got what others have heard of hears of it at once, as far as it has come. `may`: whom it may have gone to. */
export function tellNewHolders(state: State, at: Instant, may: (person: PersonId) => boolean): EventBody[] {
  const moved = duesOf(state).flatMap((due) => {
    const told = toldBefore(state, due);
    const holder = holderOf(state, due, at);
    if (told?.to === undefined || holder === undefined || holder === told.to || !may(holder)) return [];
    return [{ due, holder, stage: told.stage }];
  });
  return STAGES.flatMap((stage): EventBody[] => {
    const those = moved.filter((one) => one.stage === stage);
    if (those.length === 0) return [];
    const items = those.map(({ due: { item, from, dueAt } }) => ({ item, from, dueAt }));
    const tell = [...new Set(those.map(({ holder }) => holder))].map((person) => ({
      person,
      items: those.filter(({ holder }) => holder === person).map(({ due }) => due.item),
    }));
    return [{ type: 'duesReminded', stage, newHolder: true, items, tell }];
  });
}

/** What people have heard of, as far as it is still owed. When they are reminded again does not depend on who they are. */
export function afterReminder(slice: AftermathSlice, event: EventOf<'duesReminded'>, state: State): AftermathSlice {
  const { at, stage, newHolder } = event;
  const dues = duesOf(state);
  const told = { ...slice.told };
  for (const { item, from, dueAt } of event.items) {
    const due = dues.find((one) => one.item === item);
    const to = due === undefined ? null : (holderOf(state, due, at) ?? null);
    const before = newHolder === true ? told[item]?.at : undefined;
    told[item] = { from, dueAt, stage, at: before ?? at, to };
  }
  const owed = new Set(dues.map(({ item }) => item));
  return { ...slice, told: Object.fromEntries(Object.entries(told).filter(([item]) => owed.has(item))) };
}

function reminderAt(state: State, due: Due): Instant {
  const told = toldBefore(state, due);
  switch (told?.stage) {
    case undefined:
      return due.dueAt - margin(due);
    case 'soon':
      return due.dueAt;
    case 'due':
      return told.at + margin(due);
    case 'overdue':
      return told.at + again(due, told.at);
  }
}

/** After an outage nobody hears that it will be due soon when it is. */
function stageAt(state: State, due: Due, at: Instant): DueStage {
  const told = toldBefore(state, due);
  if (told !== undefined && told.stage !== 'soon') return 'overdue';
  return at < due.dueAt ? 'soon' : 'due';
}

export function isReminded(state: State, due: Due): boolean {
  return toldBefore(state, due) !== undefined;
}

/** Nothing that was told of another term counts. */
function toldBefore(state: State, { item, from, dueAt }: Due): (DueTold & { at: Instant }) | undefined {
  const told = state.aftermath.told?.[item];
  return told?.from === from && told.dueAt === dueAt ? told : undefined;
}

/** Whoever commands, or else the first deputy of command who may do it. */
function nextInLine(state: State, but: NonNullable<Due['but']>): PersonId[] {
  const isFree = (person: PersonId) => !but.includes(person);
  const command = whoCommands(state);
  const free = command.filter(isFree);
  if (free.length > 0) return free;
  const deputy = holdersOfPosts(state, postsOfCommand(state)).filter(isFree).slice(0, 1);
  // Nobody at all may do it: command has to know.
  return deputy.length > 0 ? deputy : command;
}

/** Whose turn it is. */
function holderOf(state: State, { posts, but = [] }: Due, at: Instant): PersonId | undefined {
  return posts.flatMap((post) => hereIn(state, post, at)).find((person) => !but.includes(person));
}

function toldOf(state: State, dues: Due[], stage: DueStage, at: Instant): EventOf<'duesReminded'>['tell'] {
  const people = new Map<PersonId, string[]>();
  for (const due of dues) {
    const { item, but = [] } = due;
    const holder = holderOf(state, due, at);
    const others = stage === 'overdue' ? whoCommands(state) : holder === undefined ? nextInLine(state, but) : [];
    for (const person of new Set([...(holder === undefined ? [] : [holder]), ...others])) {
      people.set(person, [...(people.get(person) ?? []), item]);
    }
  }
  return [...people].map(([person, items]) => ({ person, items }));
}
