import type { PersonId } from './compiled.js';
import { addDays } from './days.js';
import type { Day } from './days.js';
import { parseDuration } from './duration.js';
import type { LedgerItem } from './ledger.js';
import { holdersOf, isActive } from './roster.js';
import type { RosterDocument } from './roster.js';
import type { PlanDocument } from './schema.js';
import { inspectionDue, isExpired, stockOf } from './stock.js';
import type { Resource } from './stock.js';
import { HOUR } from '../time.js';

/** `repair`: it was found bad. `replace`: it expires. */
export const UPKEEP_KINDS = ['inspect', 'repair', 'replace', 'replenish'] as const;
export type UpkeepKind = (typeof UPKEEP_KINDS)[number];

const OPENED_BEFORE_EXPIRY = 30;
const EARLIEST_INSPECTION = 7;
/** Where the plan does not say how soon. */
const USUAL_DAYS = 7;
const COMMAND_HEARS_AFTER = 2;

/** What has to be done about stock. */
export interface Upkeep {
  /** Of the task, were it opened today. */
  id: string;
  kind: UpkeepKind;
  /** Tells it from the next one of its kind: for as long as the same has to be done, the task that is open goes on. */
  matter: string;
  resource: string;
  /** Of the ledger; without it, all of the resource is meant. */
  item?: string;
  /** The last day in time, were it opened today. */
  due: Day;
}

export interface StockToKeep {
  items: readonly LedgerItem[];
  /** Items whose latest inspection found them bad. */
  bad: readonly string[];
}

/** Everything that has to be done about stock today. */
export function upkeepOf(
  { resources = [] }: Pick<PlanDocument, 'resources'>,
  stock: StockToKeep,
  today: Day,
): Upkeep[] {
  const bad = new Set(stock.bad);
  const known = new Map(resources.map((resource) => [resource.id, resource]));
  const items = stock.items.flatMap((item) => {
    const resource = known.get(item.resource);
    // Where nothing is left there is nothing to look at: that is for whoever replenishes it.
    return resource === undefined || item.onHand === 0 ? [] : upkeepOfItem(item, resource, bad.has(item.id), today);
  });
  return [...items, ...resources.flatMap((resource) => replenishing(resource, stock.items, today))];
}

function upkeepOfItem(item: LedgerItem, resource: Resource, isBad: boolean, today: Day): Upkeep[] {
  const about = { resource: resource.id, item: item.id };
  const { expires } = item;
  const expiring = expires !== undefined && addDays(expires, -OPENED_BEFORE_EXPIRY) <= today;
  return [
    ...(expiring ? [dated({ ...about, kind: 'replace', due: expires })] : []),
    ...(isBad ? [repair(item, resource, today)] : []),
    // A repair ends with an inspection, and what has expired goes.
    ...(isBad || isExpired(item, today) ? [] : inspection(item, resource, today)),
  ];
}

function inspection(item: LedgerItem, resource: Resource, today: Day): Upkeep[] {
  const { lastInspected } = item;
  const about = { kind: 'inspect' as const, resource: resource.id, item: item.id };
  // Never on the day of the last one: with an interval of hours it would be due again as soon as it is done.
  const due = later(inspectionDue(item, resource), addDays(lastInspected, 1));
  // A day that has not come yet tells of no inspection.
  if (lastInspected > today) return [{ ...dated({ ...about, due }), due: today }];
  const lead = Math.min(EARLIEST_INSPECTION, Math.max(1, Math.floor(daysIn(resource.inspectEvery) / 7)));
  return addDays(due, -lead) <= today ? [dated({ ...about, due })] : [];
}

/** One day, one task. */
function dated(about: Omit<Upkeep, 'id' | 'matter'> & { item: string }): Upkeep {
  const id = `${about.kind}/${about.item}/${about.due}`;
  return { ...about, id, matter: id };
}

/** Found bad again it is the same task still. */
function repair({ id: item }: LedgerItem, resource: Resource, today: Day): Upkeep {
  return fromToday({ kind: 'repair', matter: `repair/${item}`, item }, resource, today);
}

function replenishing(resource: Resource, items: readonly LedgerItem[], today: Day): Upkeep[] {
  if (resource.minimum === 0 || stockOf(resource, items, today).state === 'sufficient') return [];
  return [fromToday({ kind: 'replenish', matter: `replenish/${resource.id}` }, resource, today)];
}

function fromToday(about: Pick<Upkeep, 'kind' | 'matter' | 'item'>, resource: Resource, today: Day): Upkeep {
  const { id, replenishWithin } = resource;
  const days = replenishWithin === undefined ? USUAL_DAYS : Math.max(1, Math.ceil(daysIn(replenishWithin)));
  return { ...about, id: `${about.matter}/${today}`, resource: id, due: addDays(today, days) };
}

function daysIn(duration: string): number {
  return parseDuration(duration) / (24 * HOUR);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Who is told of a task when: its custodian, with the deputy once it is due, command once it is not done then either. */
export const UPKEEP_STEPS = ['opened', 'due', 'overdue'] as const;
export type UpkeepStep = (typeof UPKEEP_STEPS)[number];

export interface UpkeepTask extends Upkeep {
  openedOn: Day;
  told: readonly { step: UpkeepStep }[];
}

/** A task may be found late: whoever answers for it has a day before others are told. */
function dayOfStep({ due, openedOn }: Pick<UpkeepTask, 'due' | 'openedOn'>, step: UpkeepStep): Day {
  const pressed = later(due, addDays(openedOn, 1));
  return { opened: openedOn, due: pressed, overdue: addDays(pressed, COMMAND_HEARS_AFTER) }[step];
}

/** Whose task it is, and who hears of it next. */
export interface UpkeepPeople {
  custodians: PersonId[];
  deputies: PersonId[];
  command: PersonId[];
}

/**
 * By the ledger for an item, and for a resource of which all is in the care of one person; else by the posts of the plan,
 * so that one answers for it. Whoever has left is passed over, and somebody is always told.
 */
export function upkeepPeople(
  { resource: id, item: itemId }: Pick<Upkeep, 'resource' | 'item'>,
  { resources = [], command }: Pick<PlanDocument, 'resources' | 'command'>,
  ledger: readonly LedgerItem[],
  roster: RosterDocument,
): UpkeepPeople {
  const active = new Set(roster.people.filter(isActive).map((person) => person.id));
  const holders = holdersOf(roster);
  const resource = resources.find((known) => known.id === id);
  const items = ledger.filter((item) => (itemId === undefined ? item.resource === id : item.id === itemId));
  const keepers = (role: 'custodian' | 'deputy'): PersonId[] => {
    const named = new Set(items.map((item) => item[role]));
    const [person] = named;
    if (named.size === 1 && person !== undefined && active.has(person)) return [person];
    return holders[resource?.[role] ?? ''] ?? [];
  };
  const deputies = keepers('deputy');
  const commanders = holders[command.commander] ?? [];
  const custodians = [keepers('custodian'), deputies, commanders].find((people) => people.length > 0) ?? [];
  return { custodians, deputies, command: commanders };
}

export type UpkeepRole = keyof UpkeepPeople;

/** What one person is told of one task. */
export interface UpkeepTold<T> {
  task: T;
  as: UpkeepRole;
}

const HEARS: Record<UpkeepRole, readonly UpkeepStep[]> = {
  custodians: ['opened', 'due'],
  deputies: ['due'],
  command: ['overdue'],
};

/** What is to be told today: to each person all at once, and which steps are told thereby. */
export function upkeepTellings<T extends UpkeepTask>(
  tasks: readonly T[],
  peopleOf: (task: T) => UpkeepPeople,
  today: Day,
): { people: Map<PersonId, UpkeepTold<T>[]>; steps: Map<string, UpkeepStep[]> } {
  const people = new Map<PersonId, UpkeepTold<T>[]>();
  const steps = new Map<string, UpkeepStep[]>();
  for (const task of tasks) {
    const told = task.told.map(({ step }) => step);
    const fallen = UPKEEP_STEPS.filter((step) => !told.includes(step) && dayOfStep(task, step) <= today);
    const who = peopleOf(task);
    const heard = new Set<UpkeepStep>();
    const reached = new Set<PersonId>();
    for (const as of ['custodians', 'deputies', 'command'] as const) {
      const now = HEARS[as].filter((step) => fallen.includes(step));
      if (now.length === 0 || who[as].length === 0) continue;
      for (const step of now) heard.add(step);
      // Whoever has two parts in it is told once.
      for (const person of who[as].filter((one) => !reached.has(one))) {
        reached.add(person);
        people.set(person, [...(people.get(person) ?? []), { task, as }]);
      }
    }
    if (heard.size > 0) steps.set(task.id, [...heard]);
  }
  return { people, steps };
}
