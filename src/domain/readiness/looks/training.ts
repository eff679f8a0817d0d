import { said, textIn } from '../../lang.js';
import { addDays } from '../../plan/days.js';
import { holdersOf, isActive } from '../../plan/roster.js';
import type { Person } from '../../plan/roster.js';
import type { PlanDocument } from '../../plan/schema.js';
import type { ReadinessFacts } from '../facts.js';
import type { Fault, Look } from '../finding.js';
import type { Owners } from '../owners.js';
import { wholeDays } from '../rules.js';
import { qualificationFaults } from './roster.js';

type Training = NonNullable<PlanDocument['training']>[number];

/** People who can do what their posts ask for, and have had the training that the plan has for them, lately enough. */
export function training(facts: ReadinessFacts, owners: Owners): Look[] {
  const qualified = qualificationFaults(facts, owners);
  const active = facts.roster.people.filter(isActive);
  const wanted = active.map((person) => trainingsFor(facts, person));
  if (wanted.every((trainings) => trainings.length === 0)) return qualified;
  // One finding for all: that nobody writes it down is one mistake.
  if (active.every(({ trained = [] }) => trained.length === 0)) return [...qualified, unrecorded(facts, owners)];
  return active.map((person, i) => {
    const due = (wanted[i] ?? []).filter((one) => isDue(one, person, facts));
    const faults = qualified[i]?.faults ?? [];
    return { things: 1, faults: due.length === 0 ? faults : [...faults, untrained(person, due, owners)] };
  });
}

function trainingsFor({ plan, roster }: ReadinessFacts, { id }: Person): Training[] {
  const holders = holdersOf(roster);
  return (plan.training ?? []).filter(({ audience }) => audience.some((post) => holders[post]?.includes(id)));
}

/** A day that has not come yet tells of no training. */
function isDue({ id, every }: Training, { trained = [] }: Person, { today }: ReadinessFacts): boolean {
  return !trained.some(({ training, on }) => training === id && on <= today && addDays(on, wholeDays(every)) >= today);
}

function untrained({ id }: Person, due: Training[], owners: Owners): Fault {
  const about = due.map((one) => one.id);
  const en = due.map(({ title }) => textIn(title, 'en')).join('; ');
  const zh = due.map(({ title }) => textIn(title, 'zh-CN')).join('、');
  return {
    ...{ code: 'training_due' as const, subject: { kind: 'person' as const, id }, about, owners: owners.person(id) },
    found: said(`"${id}" has not had this training within its interval: ${en}`, `“${id}”未按周期参加培训：${zh}`),
    todo: said('take part, and have the day entered in the roster', '参加培训，并在通讯录登记日期'),
  };
}

function unrecorded({ plan }: ReadinessFacts, owners: Owners): Look {
  const subject = { kind: 'person' as const };
  const found = said('the roster has no training of anybody', '通讯录没有任何人员的培训记录');
  const todo = said(
    'enter who has had which training when, in the column "trained"',
    '在通讯录“培训”一栏登记人员培训日期',
  );
  return {
    things: 1,
    faults: [{ code: 'training_unrecorded', subject, found, todo, owners: owners.posts(plan.drills?.organiser) }],
  };
}
