import { z } from 'zod';
import { date, id, listOf, name, record, serial, words } from './fields.js';
import type { Checked, PlanIssue } from './issues.js';
import { duplicateIds, unknownIds } from './references/check.js';
import type { RosterDocument } from './roster.js';
import type { PlanDocument } from './schema.js';
import { shapeIssues } from './shape.js';

/** The request that brings them in is bounded in bytes as well. */
const MOST_ROWS = 100_000;

/** What there is of the plan's resources, where, and in whose care. Changes without a new version of the plan. */
const ledgerSchema = record({
  items: listOf(
    record({
      id,
      /** Of the plan; several items may make up one resource. */
      resource: id,
      /** Where it says more than the name of the resource. */
      name: name.exactOptional(),
      location: name,
      /** People of the roster, by name: the plan says which post they should hold. */
      custodian: id,
      deputy: id.exactOptional(),
      /** The department. */
      unit: name.exactOptional(),
      /** In the unit of the resource. */
      onHand: z.number().min(0),
      serials: listOf(serial, MOST_ROWS).exactOptional(),
      lastInspected: date,
      /** Earlier than the plan asks for, where somebody has set a day; a later one counts for nothing. */
      nextInspection: date.exactOptional(),
      /** The last day on which it is good. */
      expires: date.exactOptional(),
      note: words.exactOptional(),
    }),
    MOST_ROWS,
  ),
});

export type LedgerDocument = z.infer<typeof ledgerSchema>;
export type LedgerItem = LedgerDocument['items'][number];

/** With a plan and a roster, also whether it speaks of their resources and people. */
export function checkLedger(document: unknown, plan?: PlanDocument, roster?: RosterDocument): Checked<LedgerDocument> {
  const parsed = ledgerSchema.safeParse(document);
  if (!parsed.success) return { issues: shapeIssues(parsed.error.issues, document) };
  const ledger = parsed.data;
  const issues = [
    ...duplicateIds(['items'], ledger.items),
    ...(plan ? unknownResources(ledger, plan) : []),
    ...(roster ? unknownPeople(ledger, roster) : []),
  ];
  return issues.length === 0 ? { document: ledger } : { issues };
}

function unknownResources({ items }: LedgerDocument, { resources = [] }: PlanDocument): PlanIssue[] {
  const used = items.map(({ resource }, i) => ({ path: ['items', i, 'resource'], id: resource }));
  return unknownIds('resource', resources, used);
}

function unknownPeople({ items }: LedgerDocument, { people }: RosterDocument): PlanIssue[] {
  const used = items.flatMap(({ custodian, deputy }, i) => [
    { path: ['items', i, 'custodian'], id: custodian },
    ...(deputy === undefined ? [] : [{ path: ['items', i, 'deputy'], id: deputy }]),
  ]);
  return unknownIds('person', people, used);
}
