import { z } from 'zod';
import { nameIn, textIn } from '../../domain/lang.js';
import { checkLedger } from '../../domain/plan/ledger.js';
import type { LedgerDocument } from '../../domain/plan/ledger.js';
import { ledgerRemarks } from '../../domain/plan/ledgerRemarks.js';
import { ledgerChanges } from '../../domain/plan/registerChanges.js';
import { ledgerInCsv, ledgerToCsv } from '../../planfiles/index.js';
import type { RegisterKind } from './kind.js';

export const LEDGER: RegisterKind<LedgerDocument> = {
  name: 'ledger',
  check: (document, { plan, roster }) => checkLedger(document, plan, roster),
  remarks: (ledger, { plan, roster, today }) => ledgerRemarks(ledger, plan, roster, today),
  checkQuery: z.strictObject({}),
  changes: ledgerChanges,
  nameOf: (versions, { plan }, lang) => {
    const resources = new Map((plan.resources ?? []).map(({ id, name }) => [id, textIn(name, lang)]));
    const items = new Map(
      versions
        .flatMap((ledger) => ledger?.items ?? [])
        .map(({ id, name, resource }) => [id, name === undefined ? resources.get(resource) : nameIn(name, lang)]),
    );
    return (_, id) => items.get(id) ?? id;
  },
  inCsv: ledgerInCsv,
  toCsv: ledgerToCsv,
  versions: (store) => ({
    save: (document, about) => store.saveLedger(document, about),
    newest: () => store.currentLedger(),
    numbered: (version) => store.ledgerNumbered(version),
    list: (limit, before) => store.listLedgers(limit, before),
  }),
  tell: ({ stockTeller }) => stockTeller.tell(),
};
