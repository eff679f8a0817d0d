import type { Day } from './days.js';
import type { LedgerDocument } from './ledger.js';
import { conditionRemarks } from './ledgerRemarks/condition.js';
import type { ConditionCode } from './ledgerRemarks/condition.js';
import { custodianRemarks } from './ledgerRemarks/custodians.js';
import type { CustodianCode } from './ledgerRemarks/custodians.js';
import { stockRemarks } from './ledgerRemarks/stock.js';
import type { StockCode } from './ledgerRemarks/stock.js';
import type { Remark } from './remark.js';
import { holdersOf, isActive } from './roster.js';
import type { RosterDocument } from './roster.js';
import type { PlanDocument } from './schema.js';

export type LedgerRemarkCode = StockCode | ConditionCode | CustodianCode;

/** What should be looked into in a ledger of this plan, kept by these people. */
export function ledgerRemarks(
  { items }: LedgerDocument,
  { resources = [] }: PlanDocument,
  roster: RosterDocument,
  today: Day,
): Remark<LedgerRemarkCode>[] {
  const known = new Map(resources.map((resource) => [resource.id, resource]));
  const people = { active: new Set(roster.people.filter(isActive).map(({ id }) => id)), holders: holdersOf(roster) };
  return [
    ...resources.flatMap((resource) => stockRemarks(resource, items, today)),
    ...items.flatMap((item, i) => {
      const resource = known.get(item.resource);
      if (resource === undefined) return [];
      const path = ['items', i];
      return [...conditionRemarks(item, resource, today, path), ...custodianRemarks(item, resource, people, path)];
    }),
  ];
}
