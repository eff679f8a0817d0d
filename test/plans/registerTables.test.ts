import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { said } from '../../src/domain/lang.js';
import { checkLedger } from '../../src/domain/plan/ledger.js';
import type { LedgerDocument } from '../../src/domain/plan/ledger.js';
import { checkRoster } from '../../src/domain/plan/roster.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import {
  inYaml,
  ledgerInCsv,
  ledgerToCsv,
  loadLedger,
  loadPlan,
  loadRoster,
  PlanFileError,
  readWritten,
  rosterInCsv,
  rosterToCsv,
  writeYaml,
} from '../../src/planfiles/index.js';
import type { Problem } from '../../src/planfiles/index.js';
import { scratchFolder } from './broken.js';

const WHAT = said('The file', '文件');

const rosterIn = (text: string) => readWritten(WHAT, rosterInCsv('r.csv', text), (c) => checkRoster(c)).document;
const ledgerIn = (text: string) => readWritten(WHAT, ledgerInCsv('l.csv', text), (c) => checkLedger(c)).document;

function problemsIn(text: string, read: (text: string) => unknown = rosterIn): Problem[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof PlanFileError) return error.problems;
    throw error;
  }
  return [];
}

const HEAD = 'id,name,languages,email,posts';
const ANN = 'ann,Ann,en,ann@x.example,commander';

describe.each(['software-incident', 'hospital-it'])('the registers of %s', (name) => {
  const folder = `plans/${name}`;
  const plan = loadPlan(folder).document;
  const roster = loadRoster(`${folder}/roster.yaml`, plan).document;
  const ledger = loadLedger(`${folder}/ledger.yaml`, plan, roster).document;

  test.each(['zh-CN', 'en'] as const)('go out and come in unchanged, with headings in %s', (lang) => {
    expect(rosterIn(rosterToCsv(roster, lang))).toEqual(roster);
    expect(ledgerIn(ledgerToCsv(ledger, lang))).toEqual(ledger);
    expect(readWritten(WHAT, inYaml('r', writeYaml(roster)), (c) => checkRoster(c, plan)).document).toEqual(roster);
    expect(readWritten(WHAT, inYaml('l', writeYaml(ledger)), (c) => checkLedger(c, plan)).document).toEqual(ledger);
  });
});

// Blanks around a cell are no part of it, so that they are not there to be lost.
const words = fc
  .oneof(
    fc.string({ minLength: 1 }).map((text) => text.replace(/\r\n?/g, '\n').trim()),
    fc.constantFrom('=1+1', "'+86", '@x', '-', '"a", b', 'x\ny', '姓名，部门', "''=x"),
  )
  .filter((text) => /\S/.test(text));
const name = fc.oneof(words, fc.record({ 'zh-CN': words, en: words }), fc.record({ en: words }));
const day = fc.constantFrom('2026-01-31', '2026-11-20', '2027-12-01');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const withoutAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
const number = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((n) => `+86${n}`);

const people = fc.array(
  fc.record({
    name,
    unit: maybe(name),
    languages: fc.constantFrom(['zh-CN'], ['en', 'zh-CN']),
    phone: maybe(number),
    wecom: maybe(words),
    qualifications: maybe(
      fc.array(fc.record({ qualification: fc.constantFrom('first-aid', 'restore'), until: maybe(day) }), {
        minLength: 1,
      }),
    ),
    away: maybe(fc.array(fc.record({ from: fc.constant('2026-01-01'), to: day }), { minLength: 1 })),
    verifiedAt: maybe(day),
    active: maybe(fc.boolean()),
  }),
  { minLength: 1, maxLength: 6 },
);

const rosters = fc
  .tuple(people, fc.array(fc.shuffledSubarray([0, 1, 2, 3, 4, 5]), { maxLength: 4 }))
  .map(([drawn, posts]): RosterDocument => ({
    people: drawn.map(({ phone, wecom, qualifications, ...person }, i) =>
      withoutAbsent({
        ...person,
        id: `p${i}`,
        contacts: withoutAbsent({
          email: `p${i}@x.example`,
          phone,
          wecom: wecom === undefined ? wecom : `${wecom}${i}`,
        }),
        qualifications: qualifications?.map(withoutAbsent),
      }),
    ) as unknown as RosterDocument['people'],
    holders: Object.fromEntries(
      posts
        .map((ids, n) => [`post-${n}`, ids.filter((i) => i < drawn.length).map((i) => `p${i}`)] as const)
        .filter(([, ids]) => ids.length > 0),
    ),
  }));

test('any roster goes out as CSV and as YAML and comes in unchanged', () => {
  fc.assert(
    fc.property(rosters, fc.constantFrom('zh-CN', 'en'), (roster, lang) => {
      fc.pre('document' in checkRoster(roster));
      expect(rosterIn(rosterToCsv(roster, lang as 'en'))).toEqual(roster);
      expect(readWritten(WHAT, inYaml('r', writeYaml(roster)), (c) => checkRoster(c)).document).toEqual(roster);
    }),
    { numRuns: 200 },
  );
});

const ledgers = fc
  .array(
    fc.record({
      resource: fc.constantFrom('a', 'b'),
      name: maybe(name),
      location: name,
      deputy: maybe(fc.constant('ben')),
      onHand: fc.oneof(
        fc.nat(),
        fc.double({ min: 0, max: 1e6, noNaN: true }).map((n) => Math.round(n * 100) / 100),
      ),
      serials: maybe(fc.array(fc.stringMatching(/^[A-Z0-9]{1,4}[-/ ]?[0-9]$/), { minLength: 1 })),
      nextInspection: maybe(day),
      note: maybe(words),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((items): LedgerDocument => ({
    items: items.map((item, i) =>
      withoutAbsent({ ...item, id: `i${i}`, custodian: 'ann', lastInspected: '2026-11-01' }),
    ) as LedgerDocument['items'],
  }));

test('any ledger goes out as CSV and comes in unchanged', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      fc.pre('document' in checkLedger(ledger));
      expect(ledgerIn(ledgerToCsv(ledger, 'zh-CN'))).toEqual(ledger);
    }),
    { numRuns: 200 },
  );
});

test('any text is a roster, or is answered with places in it', () => {
  const cell = fc.constantFrom(
    'id',
    'name',
    'ann',
    '"',
    ',',
    '\n',
    '\r\n',
    ';',
    'commander:1',
    'languages',
    'email',
    'x',
  );
  fc.assert(
    fc.property(
      fc.array(cell).map((cells) => cells.join('')),
      (text) => {
        for (const { line, message, hint } of problemsIn(text)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(message && hint).toBeTruthy();
        }
      },
    ),
  );
});

test('headings are known by key, in Chinese and in English, in any order, with either brackets', () => {
  const expected = rosterIn(`${HEAD}\n${ANN}`);
  expect(rosterIn('岗位,电子邮件,语言,姓名,编号\ncommander,ann@x.example,en,Ann,ann')).toEqual(expected);
  expect(rosterIn('ID,Name,E-mail,posts,Languages\nann,Ann,ann@x.example,commander,en')).toEqual(expected);
  const chinese = rosterIn('编号,姓名(中文),姓名（英文）,语言,电子邮件,岗位\nann,安,Ann,en,ann@x.example,commander');
  expect(chinese.people[0]?.name).toEqual({ 'zh-CN': '安', en: 'Ann' });
});

test('byte order mark, line ends of any kind, empty rows and columns, and blanks around cells do not matter', () => {
  const expected = rosterIn(`${HEAD}\n${ANN}`);
  const [bob] = rosterIn(`${HEAD}\nbob,Bob,en,bob@x.example,`).people;
  const both = { people: [...expected.people, bob], holders: expected.holders };
  const rows = [`${HEAD},`, ',,,,,', ` ${ANN} ,`, '', 'bob, Bob ,en,bob@x.example,,'];
  for (const end of ['\n', '\r\n', '\r']) expect(rosterIn(`\ufeff${rows.join(end)}${end}`)).toEqual(both);
});

test('numbers say whose turn it is; without them the rows do', () => {
  const rows = ['a:2; b', 'b', 'a:1；b:1', 'a'].map((posts, i) => `p${i},P,en,p${i}@x.example,${posts}`);
  expect(rosterIn([HEAD, ...rows].join('\n')).holders).toEqual({ a: ['p2', 'p0', 'p3'], b: ['p2', 'p0', 'p1'] });
});

test('a telephone number may be written with gaps, and is kept without', () => {
  const roster = rosterIn(`${HEAD},mobile\n${ANN},+86 138-0013-8000`);
  expect(roster.people[0]?.contacts.mobile).toBe('+8613800138000');
});

test('no cell that goes out is a formula to a spreadsheet', () => {
  const roster = rosterIn(`${HEAD},mobile\nann,"=HYPERLINK(""x"")",en,ann@x.example,commander,+8613800138000`);
  const cells = rosterToCsv(roster, 'en')
    .slice(1)
    .split(/[,\r\n]+/);
  expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  expect(cells).toContain("'+8613800138000");
});

test.each([
  [
    'a heading that nobody knows',
    `${HEAD},moblie\n${ANN},`,
    { line: 1, column: 6, path: 'moblie', code: 'unknown_column', hint: { en: 'did you mean "mobile"?' } },
  ],
  ['a heading twice', `${HEAD},岗位\n${ANN},`, { line: 1, column: 6, path: '岗位', code: 'duplicate_column' }],
  [
    'a heading too few',
    'id,name,languages,email\nann,Ann,en,a@x.example',
    { line: 1, column: 1, code: 'missing_column' },
  ],
  ['a cell too many', `${HEAD}\n${ANN},x`, { line: 2, column: 6, code: 'surplus_cell' }],
  ['a quote that is never closed', `${HEAD}\n"ann,Ann`, { line: 2, code: 'csv_syntax' }],
  ['a quote in the middle', `${HEAD}\n${ANN}\nb"ob,x`, { line: 3, code: 'csv_syntax' }],
  [
    'an empty cell that is needed',
    `${HEAD}\nann,Ann,en,,commander`,
    { line: 2, column: 4, path: 'email', code: 'missing_key' },
  ],
  [
    'a row without id',
    `${HEAD}\n,Ann,en,a@x.example,commander`,
    { line: 2, column: 1, path: 'id', code: 'missing_key' },
  ],
  ['two kinds of names', `${HEAD},name.en\n${ANN},Ann`, { line: 2, column: 6, path: 'name.en', code: 'two_names' }],
  [
    'a place that is no number',
    `${HEAD}\nann,Ann,en,a@x.example,commander:first`,
    { line: 2, column: 5, path: 'posts', code: 'bad_rank' },
  ],
  [
    'a place that is taken',
    `${HEAD}\n${ANN}:1\nb,B,en,b@x.example,commander:1`,
    { line: 3, column: 5, code: 'rank_taken' },
  ],
  [
    'one post twice for a person',
    `${HEAD}\n${ANN}; commander`,
    { line: 2, column: 5, path: 'posts', code: 'listed_twice' },
  ],
  [
    'a language that is none',
    `${HEAD}\nann,Ann,fr,a@x.example,commander`,
    { line: 2, column: 3, path: 'languages', code: 'unknown_value' },
  ],
  ['no people', HEAD, { line: 1, code: 'empty_list' }],
])('a table with %s is refused where that stands', (_, text, problem) => {
  expect(problemsIn(text)).toMatchObject([problem]);
});

test('a file without a word lacks every column that is needed', () => {
  expect(problemsIn('').map(({ code, message }) => [code, message.en])).toEqual(
    ['id', 'name', 'languages', 'e-mail', 'posts'].map((title) => [
      'missing_column',
      `the column "${title}" is missing`,
    ]),
  );
});

test('a cell that goes over several lines does not shift the lines below', () => {
  const text = `${HEAD}\r\nann,"An\r\nn",en,ann@x.example,commander\r\n\r\nbob,Bob,en,nowhere,`;
  expect(problemsIn(text)).toMatchObject([{ line: 5, column: 4, path: 'email', code: 'bad_email' }]);
});

test('quantities are digits: separators could mean two things', () => {
  const head = 'id,resource,location,custodian,onHand,lastInspected';
  const of = (onHand: string) => problemsIn(`${head}\na,r,here,ann,"${onHand}",2026-11-01`, ledgerIn);
  expect(['5', '0', '2.5'].flatMap(of)).toEqual([]);
  for (const wrong of ['1,000', '五', '-', '1 000']) {
    expect(of(wrong)).toMatchObject([{ line: 2, column: 5, path: 'onHand', code: 'wrong_type' }]);
  }
});

test('a file in another encoding is refused, not read with broken names', () => {
  const file = join(scratchFolder(), 'people.csv');
  // 编号 as GBK has it.
  writeFileSync(file, Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x0a]));
  expect(() => loadRoster(file)).toThrow(/not_utf8.*UTF-8/s);
  writeFileSync(file, `\ufeff${HEAD}\n${ANN}`);
  expect(loadRoster(file).document.people).toHaveLength(1);
});
