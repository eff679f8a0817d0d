import { buildPlanDocument, renderHtml } from '../../src/documents/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { MISSION_ROWS } from './missionRows.js';

const { document: PLAN } = loadPlan('plans/software-incident');

/** The 50 rows of the document that the default plan was drawn up from: scope, organisation, process, drills, resources, annexes. */
const IDS = [
  ...numbered('S', 5),
  ...numbered('O', 6),
  ...['P1.1', 'P1.2', 'P2.1', 'P2.2', 'P3.1', 'P3.2', 'P3.3', 'P4', 'P5.1', 'P5.2', 'P5.3', 'P6'],
  ...numbered('D', 7),
  ...numbered('R', 11),
  ...numbered('A', 10),
];

/** Rows whose content is not effective: no rule that an incident carries, or no text that the printed plan shows. */
function missingIn(plan: PlanDocument, ids: string[]): string[] {
  const compiled = compilePlan(plan, 'h'.repeat(64));
  const printed = LANGS.map((lang) => [lang, printedText(plan, lang)] as const);
  return ids.filter((id) => {
    const row = MISSION_ROWS[id];
    if (row === undefined) return true;
    const texts = row.reads(plan);
    const shown =
      texts.length > 0 && texts.every((text) => printed.every(([lang, all]) => all.includes(plain(text?.[lang]))));
    return !(shown && (row.runs?.(compiled) ?? true));
  });
}

function printedText(document: PlanDocument, lang: (typeof LANGS)[number]): string {
  const model = buildPlanDocument({ document, hash: 'h'.repeat(64), lang, generatedAt: Date.UTC(2026, 10, 1) });
  const html = renderHtml(model).replace(/<[^>]*>/g, '');
  return plain(
    html
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'"),
  );
}

/** Without white space and full stops: both are the printer's business. An absent text is found nowhere. */
function plain(text: string | undefined): string {
  return text === undefined ? '\0' : text.replace(/[\s。.]+/gu, '');
}

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
}

test('the list has every row, and each row its demand', () => {
  expect(Object.keys(MISSION_ROWS).sort()).toEqual(IDS.toSorted());
});

test('every row is marked in the plan by what carries it out', () => {
  const marked = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'rows') for (const row of inner as string[]) marked.add(row);
      else walk(inner);
    }
  };
  walk(PLAN);
  expect(IDS.filter((id) => !marked.has(id))).toEqual([]);
});

test('every row is effective in the default plan: run by an incident, and read in the printed plan in both languages', () => {
  expect(missingIn(PLAN, IDS)).toEqual([]);
});

/** What is taken out of the plan, and the rows that are missing then. */
test.each<[string, (plan: PlanDocument) => void, string[]]>([
  ['S4', (plan) => void (plan.categories = plan.categories.filter((c) => c.id !== 'third-party')), ['S4']],
  ['O1', (plan) => void (plan.posts = plan.posts.filter((p) => p.id !== 'command-member')), ['O1']],
  ['O6', (plan) => void (plan.mobilisation = plan.mobilisation.filter((m) => m.team !== 'publicity')), ['O6']],
  ['P1.2', (plan) => void delete plan.verification.timeBox, ['P1.2']],
  ['P3.2', (plan) => void (plan.tasks = plan.tasks!.filter((t) => t.id !== 'restored')), ['P3.2']],
  ['P4', (plan) => void delete plan.termination.watch, ['P4']],
  ['P4', (plan) => void (plan.authority.proposeTermination = ['deputy-commander', 'technical-lead']), ['P4']],
  ['P4', (plan) => void (plan.authority.confirmTermination = ['technical-lead']), ['P4']],
  ['P4', (plan) => void (plan.termination.secondSignature = []), ['P4']],
  ['P5.3', (plan) => void (plan.aftermath!.lessons.questions = []), ['P5.3']],
  ['D1', (plan) => void (plan.drills!.programme = plan.drills!.programme.filter((d) => d.kind === 'live')), ['D1']],
  ['R6', (plan) => void delete plan.funds, ['R6']],
  ['R8', (plan) => void (plan.tasks = plan.tasks!.filter((t) => t.id !== 'restock')), ['R8']],
  ['R11', (plan) => void (plan.principles = plan.principles!.filter((p) => !p.rows?.includes('R11'))), ['R11']],
  ['A6', (plan) => void delete plan.cases, ['A6']],
])('without its content row %s is missing', (id, remove, missing) => {
  const plan = structuredClone(PLAN);
  remove(plan);
  expect(missingIn(plan, IDS)).toEqual(missing);
  expect(missing).toContain(id);
});
