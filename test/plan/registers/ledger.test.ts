import { pathText } from '../../../src/domain/plan/issues.js';
import { checkLedger } from '../../../src/domain/plan/ledger.js';
import type { LedgerDocument } from '../../../src/domain/plan/ledger.js';
import { ledgerRemarks } from '../../../src/domain/plan/ledgerRemarks.js';
import type { RosterDocument } from '../../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { stockOf } from '../../../src/domain/plan/stock.js';
import { sampleLedger, samplePlan, sampleRoster, TODAY } from './sample.js';

interface Documents {
  ledger: LedgerDocument;
  plan: PlanDocument;
  roster: RosterDocument;
}

const item = ({ ledger }: Documents, id: string) => ledger.items.find((known) => known.id === id)!;
const at = (id: string) => sampleLedger().items.findIndex((known) => known.id === id);

function documentsAfter(change: (documents: Documents) => void): Documents {
  const documents = { ledger: sampleLedger(), plan: samplePlan(), roster: sampleRoster() };
  change(documents);
  return documents;
}

function remarksAfter(change: (documents: Documents) => void) {
  const { ledger, plan, roster } = documentsAfter(change);
  expect(checkLedger(ledger, plan, roster)).toHaveProperty('document');
  return ledgerRemarks(ledger, plan, roster, TODAY);
}

test('a ledger in order has no remark', () => {
  expect(remarksAfter(() => undefined)).toEqual([]);
});

interface Case {
  fact: string;
  change: (documents: Documents) => void;
  code: string;
  path: string;
  severity?: 'info';
  found: RegExp;
}

const CASES: Case[] = [
  {
    fact: 'a resource of the plan that the ledger does not have is missing',
    change: ({ ledger }) => ledger.items.splice(at('radios'), 1),
    code: 'stock_missing',
    path: 'items',
    found: /has nothing of "ward-radios"; the plan wants 16/,
  },
  {
    fact: 'a stock below the minimum is named, all items of the resource taken together',
    change: (documents) => (item(documents, 'packs-b').onHand = 3),
    code: 'stock_below_minimum',
    path: `items[${at('packs-a')}].onHand`,
    found: /^23 packs of "downtime-packs" on hand: less than the minimum of 24$/,
  },
  {
    fact: 'a stock that has fallen to the level of replenishment is named',
    change: (documents) => (item(documents, 'packs-b').onHand = 10),
    code: 'stock_at_reorder',
    path: `items[${at('packs-a')}].onHand`,
    found: /^30 packs .* at 30 it is to be replenished$/,
  },
  {
    fact: 'an inspection that is overdue by the plan is named',
    change: (documents) => (item(documents, 'viewers').lastInspected = '2026-11-12'),
    code: 'inspection_overdue',
    path: `items[${at('viewers')}].lastInspected`,
    found: /was to be inspected by 2026-11-19; the last time was on 2026-11-12/,
  },
  {
    fact: 'an inspection that is overdue by its own day is named',
    change: (documents) => (item(documents, 'radios').nextInspection = '2026-11-19'),
    code: 'inspection_overdue',
    path: `items[${at('radios')}].lastInspected`,
    found: /by 2026-11-19/,
  },
  {
    fact: 'a day of its own beyond that of the plan counts for nothing',
    change: (documents) =>
      Object.assign(item(documents, 'viewers'), { lastInspected: '2026-11-12', nextInspection: '2027-01-01' }),
    code: 'inspection_overdue',
    path: `items[${at('viewers')}].lastInspected`,
    found: /by 2026-11-19/,
  },
  {
    fact: 'an inspection that is still to come is none',
    change: (documents) => (item(documents, 'viewers').lastInspected = '2062-11-12'),
    code: 'inspected_in_future',
    path: `items[${at('viewers')}].lastInspected`,
    found: /a day to come/,
  },
  {
    fact: 'a custodian who is not active any more keeps nothing',
    change: ({ ledger }) => (ledger.items[at('backups')]!.custodian = 'old'),
    code: 'custodian_inactive',
    path: `items[${at('backups')}].custodian`,
    found: /"old", custodian of "backups", is not active any more/,
  },
  {
    fact: 'a custodian who does not hold the post of the plan may be meant so',
    change: (documents) => (item(documents, 'backups').custodian = 'ann'),
    code: 'custodian_differs',
    path: `items[${at('backups')}].custodian`,
    severity: 'info',
    found: /the plan wants a holder of "it-duty-manager"/,
  },
  {
    fact: 'so may a deputy',
    change: (documents) => (item(documents, 'backups').deputy = 'ann'),
    code: 'custodian_differs',
    path: `items[${at('backups')}].deputy`,
    severity: 'info',
    found: /"ann" is deputy custodian of "backups"; the plan wants a holder of "systems-analyst"/,
  },
];

test.each(CASES)('$fact', ({ change, code, path, found, severity = 'warning' }) => {
  const remarks = remarksAfter(change);
  expect(remarks.map((remark) => [remark.code, pathText(remark.path)])).toEqual([[code, path]]);
  expect(remarks[0]).toMatchObject({ severity, found: { en: expect.stringMatching(found) as string } });
  expect(remarks[0]!.found['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
});

test('what has expired is named and counts no more', () => {
  const remarks = remarksAfter((documents) => (item(documents, 'packs-b').expires = '2026-11-19'));
  expect(remarks.map(({ code }) => code)).toEqual(['stock_below_minimum', 'item_expired']);
  expect(remarks[0]?.found).toEqual({
    en: '20 packs of "downtime-packs" on hand (15 expired): less than the minimum of 24',
    'zh-CN': '“downtime-packs”现有20packs（另有15已过期），低于最低储备24',
  });
});

test('on its last day nothing has expired and no inspection is overdue', () => {
  const codes = remarksAfter((documents) => {
    item(documents, 'packs-b').expires = TODAY;
    item(documents, 'viewers').lastInspected = '2026-11-13';
  });
  expect(codes).toEqual([]);
});

test('a stock at its minimum is sufficient where the plan has no higher level of replenishment', () => {
  const { plan, ledger } = documentsAfter(() => undefined);
  const radios = plan.resources!.find(({ id }) => id === 'ward-radios')!;
  expect(stockOf(radios, ledger.items, TODAY)).toMatchObject({ onHand: 16, state: 'sufficient' });
  expect(stockOf({ ...radios, reorder: 16 }, ledger.items, TODAY).state).toBe('sufficient');
  expect(stockOf({ ...radios, reorder: 17 }, ledger.items, TODAY).state).toBe('reorder');
});

test.each([
  [
    'an unknown resource',
    (documents: Documents) => (item(documents, 'radios').resource = 'ward-radio'),
    'unknown_resource',
    'items[2].resource',
  ],
  [
    'an unknown custodian',
    (documents: Documents) => (item(documents, 'radios').custodian = 'nobody'),
    'unknown_person',
    'items[2].custodian',
  ],
  [
    'an unknown deputy',
    (documents: Documents) => (item(documents, 'radios').deputy = 'nobody'),
    'unknown_person',
    'items[2].deputy',
  ],
  [
    'an id that is taken',
    (documents: Documents) => (item(documents, 'radios').id = 'packs-a'),
    'duplicate_id',
    'items[2].id',
  ],
  [
    'a quantity below nothing',
    (documents: Documents) => (item(documents, 'radios').onHand = -1),
    'out_of_range',
    'items[2].onHand',
  ],
  [
    'a serial number with a semicolon',
    (documents: Documents) => (item(documents, 'radios').serials = ['a;b']),
    'bad_serial',
    'items[2].serials[0]',
  ],
  [
    'a day that is none',
    (documents: Documents) => (item(documents, 'radios').lastInspected = '2026-02-30'),
    'bad_date',
    'items[2].lastInspected',
  ],
])('%s is refused', (_, change, code, path) => {
  const { ledger, plan, roster } = documentsAfter(change);
  const checked = checkLedger(ledger, plan, roster);
  const issues = 'issues' in checked ? checked.issues : [];
  expect(issues.map((issue) => [issue.code, pathText(issue.path)])).toEqual([[code, path]]);
});
