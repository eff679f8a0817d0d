import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { countChanges, ledgerChanges, rosterChanges } from './domain/plan/registerChanges.js';
import type { LedgerDocument } from './domain/plan/ledger.js';
import type { RosterDocument } from './domain/plan/roster.js';
import type { PlanDocument } from './domain/plan/schema.js';
import { LEDGER_FILE, loadLedger, loadRoster, ROSTER_FILE } from './planfiles/index.js';
import type { Remarks } from './seenFiles.js';
import type { Store, StoredRegister } from './store/index.js';

/** Brings in the roster beside a plan, and the ledger where there is one, if they can be used with this plan. */
export async function bringInRegisters(
  store: Store,
  dir: string,
  plan: PlanDocument,
  { did, found }: Remarks,
): Promise<void> {
  const roster = loadRoster(join(dir, ROSTER_FILE), plan, await store.comingPosts());
  const people = (await store.currentRoster()) as Known<RosterDocument> | undefined;
  if (isNew(people, roster.hash, ROSTER_FILE, found)) {
    const summary = countChanges(rosterChanges(people?.document, roster.document));
    await store.saveRoster(roster.document, { summary });
    if (people) did(`Brought in the changed roster from ${dir}. Incidents that are running are told.`);
  }
  if (!existsSync(join(dir, LEDGER_FILE))) return;
  const inForce = (await store.currentRoster()) as Known<RosterDocument> | undefined;
  const ledger = loadLedger(join(dir, LEDGER_FILE), plan, inForce?.document);
  const items = (await store.currentLedger()) as Known<LedgerDocument> | undefined;
  if (isNew(items, ledger.hash, LEDGER_FILE, found)) {
    const summary = countChanges(ledgerChanges(items?.document, ledger.document));
    await store.saveLedger(ledger.document, { summary });
    if (items) did(`Brought in the changed ledger from ${dir}.`);
  }
}

type Known<Document> = StoredRegister & { document: Document; adjusted?: true };

/**
 * A file counts until the first import, and a ledger until something was moved or inspected. From then on it is out of date,
 * and bringing it in again at the next start would silently undo what was done; that it differs is only mentioned.
 */
function isNew(known: Known<unknown> | undefined, hash: string, file: string, found: Remarks['found']): boolean {
  if (known === undefined) return true;
  if (known.hash === hash) return false;
  if (known.importedBy === null && !known.adjusted) return true;
  const since = known.adjusted ? 'kept up to date since' : 'imported';
  found(`${file} beside the plan differs from version ${known.version}, which was ${since} and stays.`);
  return false;
}
