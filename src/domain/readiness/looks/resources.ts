import { said } from '../../lang.js';
import { conditionRemarks } from '../../plan/ledgerRemarks/condition.js';
import { custodianRemarks } from '../../plan/ledgerRemarks/custodians.js';
import { stockRemarks } from '../../plan/ledgerRemarks/stock.js';
import type { LedgerItem } from '../../plan/ledger.js';
import { holdersOf, isActive } from '../../plan/roster.js';
import type { Resource } from '../../plan/stock.js';
import { upkeepPeople } from '../../plan/upkeep.js';
import type { ReadinessFacts } from '../facts.js';
import type { Fault, Look, Subject } from '../finding.js';
import type { Owners } from '../owners.js';
import { look } from './roster.js';

/** Enough of each resource (R8), everything inspected, good, and in the care of somebody who is there (R9). */
export function resources(facts: ReadinessFacts, owners: Owners): Look[] {
  const { plan, roster, items, today } = facts;
  const known = plan.resources ?? [];
  if (known.length === 0) return [];
  if (items === undefined) return [{ things: known.length, faults: [noLedger(owners)] }];
  const byId = new Map(known.map((resource) => [resource.id, resource]));
  const people = { active: new Set(roster.people.filter(isActive).map(({ id }) => id)), holders: holdersOf(roster) };
  const keepers = (of: Parameters<typeof upkeepPeople>[0]) => upkeepPeople(of, plan, items, roster).custodians;
  return [
    ...known.map((resource) => {
      const remarks = stockRemarks(resource, items, today);
      return look(remarks, { kind: 'resource', id: resource.id }, keepers({ resource: resource.id }));
    }),
    ...items.flatMap((item) => {
      const resource = byId.get(item.resource);
      if (resource === undefined) return [];
      const subject: Subject = { kind: 'item', id: item.id };
      const own = keepers({ resource: resource.id, item: item.id });
      const found = look(
        [...remarksOf(item, resource, today), ...custodianRemarks(item, resource, people, [])],
        subject,
        own,
      );
      const bad = facts.bad.includes(item.id) ? [foundBad(item, own)] : [];
      return [{ ...found, faults: [...found.faults, ...bad] }];
    }),
  ];
}

/** Of what is used up there is nothing to look at. */
function remarksOf(item: LedgerItem, resource: Resource, today: string) {
  return item.onHand === 0 ? [] : conditionRemarks(item, resource, today, []);
}

function foundBad({ id }: LedgerItem, owners: Fault['owners']): Fault {
  return {
    ...{ code: 'found_bad', subject: { kind: 'item', id }, owners },
    found: said(`"${id}" was found bad at its last inspection`, `“${id}”上次检查不合格`),
    todo: said('repair or replace it, and have it inspected', '修复或更换，并重新检查'),
  };
}

function noLedger(owners: Owners): Fault {
  return {
    ...{ code: 'no_ledger', subject: { kind: 'resource' }, owners: owners.command },
    found: said('the plan has resources, and there is no ledger of them', '预案规定了应急资源，但没有资源台账'),
    todo: said('bring in a ledger: muster resources import <file>', '导入资源台账：muster resources import <文件>'),
  };
}
