import { said } from '../domain/lang.js';
import { checkLedger } from '../domain/plan/ledger.js';
import type { LedgerDocument } from '../domain/plan/ledger.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { ledgerInCsv } from './ledgerTable.js';
import { readText } from './readText.js';
import { readWritten } from './readWritten.js';
import type { Loaded } from './readWritten.js';
import { formatOf, inYaml } from './written.js';

/** The ledger beside a plan, unless another file is named. */
export const LEDGER_FILE = 'ledger.yaml';

/** With plan and roster, also checks that it speaks of both. Throws `PlanFileError` with everything that is wrong. */
export function loadLedger(file: string, plan?: PlanDocument, roster?: RosterDocument): Loaded<LedgerDocument> {
  const what = said(`The ledger ${file}`, `资源台账 ${file} `);
  const hint = said('a ledger lists what there is of the resources', '资源台账列出各项资源的现有数量');
  const text = readText(file, { what, code: 'no_ledger', hint });
  const written = formatOf(file) === 'csv' ? ledgerInCsv(file, text) : inYaml(file, text);
  return readWritten(what, written, (content) => checkLedger(content, plan, roster));
}
