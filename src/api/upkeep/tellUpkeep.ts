import { nameIn } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import type { Day } from '../../domain/plan/days.js';
import type { LedgerItem } from '../../domain/plan/ledger.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import { sumOf } from '../../domain/plan/quantity.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { stockOf } from '../../domain/plan/stock.js';
import { upkeepPeople, upkeepTellings } from '../../domain/plan/upkeep.js';
import type { UpkeepPeople, UpkeepTold } from '../../domain/plan/upkeep.js';
import type { Instant } from '../../domain/time.js';
import { upkeepMailWords } from '../../domain/words/index.js';
import type { UpkeepLine } from '../../domain/words/index.js';
import { upkeepOutbox } from '../../store/index.js';
import type { UpkeepTask } from './task.js';
import { taskOf } from './task.js';
import type { UpkeepParts } from './parts.js';

interface Ground {
  plan: PlanDocument;
  roster: RosterDocument;
  items: readonly LedgerItem[];
  today: Day;
}

/**
 * Puts into the outbox, once a day, what each person is to be told of stock today, all in one mail. `before`: what was
 * opened later is told tomorrow.
 */
export async function tellUpkeep(parts: UpkeepParts, ground: Ground, before: Instant): Promise<void> {
  const { store, directory, channel, now } = parts;
  const { plan, roster, items, today } = ground;
  const open = (await store.openUpkeep()).filter(({ openedAt }) => openedAt <= before).map(taskOf);
  const peopleOf = (task: UpkeepTask) => upkeepPeople(task, plan, items, roster);
  const { people, steps } = upkeepTellings(open, peopleOf, today);
  if (people.size === 0) return;
  const contacts = new Map((await directory.people()).map((contact) => [contact.id, contact]));
  const names = namesFrom(plan, roster);
  const { incidentId, effectId } = upkeepOutbox(today);
  const notices = [...people].flatMap(([person, told]) => {
    const contact = contacts.get(person);
    const address = contact?.contacts[channel];
    if (contact === undefined || address === undefined) return [];
    const lang = contact.languages[0] ?? 'en';
    return {
      ...{ id: [incidentId, effectId, person, channel].join('/'), incidentId, effectId, noticeId: effectId },
      ...{ person, channel, address, messageId: `upkeep.${today}.${person}@muster` },
      ...upkeepMailWords({ names, lang, lines: told.map((one) => lineOf(one, peopleOf(one.task), ground, lang)) }),
    };
  });
  await store.tellUpkeep({ day: today, at: now(), steps, notices });
}

function lineOf(
  { task, as }: UpkeepTold<UpkeepTask>,
  { custodians }: UpkeepPeople,
  { plan, items, today }: Ground,
  lang: Lang,
): UpkeepLine {
  const { kind, resource: id, due } = task;
  const resource = plan.resources?.find((known) => known.id === id);
  const { minimum = 0, reorder = minimum } = resource ?? {};
  const own = items.filter((one) => one.resource === id);
  const item = own.find((one) => (task.item === undefined ? custodians.includes(one.custodian) : one.id === task.item));
  const named = item ?? own[0];
  const onHand = task.item === undefined && resource ? stockOf(resource, items, today).onHand : (named?.onHand ?? 0);
  return {
    ...{ kind, as, resource: id, due, overdue: due < today, onHand, minimum, custodians },
    // At the level itself it is to be replenished still.
    lacking: reorder > minimum ? sumOf([reorder, 1, -onHand]) : sumOf([minimum, -onHand]),
    ...(named === undefined ? {} : { item: named.id, location: nameIn(named.location, lang) }),
    ...(named?.name === undefined ? {} : { name: nameIn(named.name, lang) }),
  };
}
