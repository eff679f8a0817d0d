import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { Node } from 'yaml';
import type { Path } from '../../src/domain/plan/issues.js';
import { LEDGER_FILE, loadPlan, ROSTER_FILE } from '../../src/planfiles/index.js';
import type { Problem } from '../../src/planfiles/index.js';
import { copyOf, problemsOf, sentence } from './broken.js';
import { pairIn, sitesOf, SLIPS } from './mutations.js';
import type { Mutation } from './mutations.js';

// `runs`: of each kind of slip; `cuts`: of whatever. The default plan is large; the other has every key, and is read in no time.
const PLANS = [
  { plan: 'plans/software-incident', runs: 1, cuts: 5 },
  { plan: 'test/plan/diff/full', runs: 10, cuts: 200 },
];

const SEED = 20260105;

describe.each(PLANS)('$plan', ({ plan, runs, cuts }) => {
  const dir = copyOf(plan);
  const { document } = loadPlan(dir);
  const sites = sitesOf(document);
  const files = readdirSync(dir).filter((name) => name.endsWith('.yaml') && ![ROSTER_FILE, LEDGER_FILE].includes(name));
  const sources = new Map(files.map((name) => [name, withoutAliases(readFileSync(join(dir, name), 'utf8'))]));
  sources.forEach((text, name) => writeFileSync(join(dir, name), text));

  const homes = new Map<string | number, string>(
    files.flatMap((file) => sectionsIn(sources.get(file)!).map((section) => [section, file])),
  );

  test.each(Object.entries(SLIPS))('where %s, that place is told in both languages', (_, slip) => {
    const mutations = slip(sites, document);
    const any = fc.nat(mutations.length - 1);
    fc.assert(
      fc.property(any, (n) => placeIsTold(mutations[n]!)),
      { seed: SEED, numRuns: runs, endOnFailure: true },
    );
  });

  function placeIsTold({ edit, section, where, key, code }: Mutation): void {
    const file = homes.get(section)!;
    const yaml = parseDocument(sources.get(file)!);
    edit(yaml);
    const broken = yaml.toString();
    const problems = problemsWith(file, broken);
    const places = where.map((path) => {
      const home = homes.get(path[0]!)!;
      return { file: home, ...placeIn(home === file ? broken : sources.get(home)!, path, key) };
    });
    const told = problems.some((problem) => code.test(problem.code) && places.some((place) => isAt(problem, place)));
    if (!told) throw new Error(`expected ${code} at ${JSON.stringify(places)}, told ${JSON.stringify(problems)}`);
    for (const problem of problems) expect(problem).toMatchObject({ message: sentence(), hint: sentence() });
  }

  test('whatever is cut out of or put into a file, the answer is a plan or a list of places in it', () => {
    const change = fc.record({ file: fc.constantFrom(...files), at: fc.nat(), cut: fc.nat(40), put: junk });
    fc.assert(
      fc.property(change, ({ file, at, cut, put }) => {
        const source = sources.get(file)!;
        const start = at % source.length;
        const broken = source.slice(0, start) + put + source.slice(start + cut);
        for (const problem of problemsWith(file, broken)) {
          expect(problem).toMatchObject({ message: sentence(), hint: sentence() });
          const lines = (problem.file === file ? broken : sources.get(problem.file)!).split('\n');
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeLessThanOrEqual(lines[problem.line - 1]!.length + 1);
        }
      }),
      { seed: SEED, numRuns: cuts, endOnFailure: true },
    );
  });

  function problemsWith(file: string, text: string): Problem[] {
    writeFileSync(join(dir, file), text);
    try {
      return problemsOf(dir);
    } finally {
      writeFileSync(join(dir, file), sources.get(file)!);
    }
  }
});

const junk = fc.oneof(
  fc.constantFrom('', ':', '- ', '{', ']', '"', "'", '\t', '&a ', '*a', '#', 'null', '!x ', '%', '|', '\n', '\n---\n'),
  fc.string({ unit: 'binary' }),
);

/** Looked up by the library that parsed the file, not by our own way of finding places. */
function placeIn(source: string, path: Path, key: true | undefined): { line: number; column: number } {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines });
  const node = key ? pairIn(yaml, path.slice(0, -1), String(path.at(-1))).key : yaml.getIn(path, true);
  if (!isNode(node) || !node.range) throw new Error(`${path.join('.')} is not in the file`);
  const { line, col } = lines.linePos(node.range[0]);
  return { line, column: col };
}

function sectionsIn(source: string): string[] {
  return Object.keys(parseDocument(source).toJS() as object);
}

function isAt({ file, line, column }: Problem, place: { file: string; line: number; column: number }): boolean {
  return file === place.file && line === place.line && column === place.column;
}

/** An alias stands for a part of the document in which no path leads anywhere. */
function withoutAliases(source: string): string {
  const yaml = parseDocument(source);
  visit(yaml, { Alias: (_, alias) => alias.resolve(yaml)!.clone() as Node });
  return yaml.toString();
}
