import { checkLedger } from '../domain/plan/ledger.js';
import type { LedgerDocument } from '../domain/plan/ledger.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { checked } from './checked.js';
import type { Loaded } from './checked.js';
import { ledgerInCsv } from './ledgerTable.js';
import { readText } from './readText.js';
import { formatOf, inYaml } from './written.js';
import type { Written } from './written.js';

/** The ledger beside a plan, unless another file is named. */
export const LEDGER_FILE = 'ledger.yaml';

/** With plan and roster, also checks that it speaks of both. Throws `PlanFileError` with everything that is wrong. */
export function loadLedger(file: string, plan?: PlanDocument, roster?: RosterDocument): Loaded<LedgerDocument> {
  const text = readText(file, {
    what: `The ledger ${file}`,
    code: 'no_ledger',
    hint: 'a ledger lists what there is of the resources',
  });
  return readLedger(formatOf(file) === 'csv' ? ledgerInCsv(file, text) : inYaml(file, text), plan, roster);
}

export function readLedger(written: Written, plan?: PlanDocument, roster?: RosterDocument): Loaded<LedgerDocument> {
  return checked(`The ledger ${written.file}`, written, (content) => checkLedger(content, plan, roster));
}
