import { buildPlanDocument, renderHtml } from '../../src/documents/index.js';
import type { PlanModel } from '../../src/documents/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang, Text } from '../../src/domain/lang.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { MISSION_ROWS } from './missionRows.js';

const { document: PLAN } = loadPlan('plans/software-incident');
const { document: ROSTER } = loadRoster('plans/software-incident/roster.yaml', PLAN);

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
function missingIn(document: PlanDocument, ids: string[], roster = ROSTER): string[] {
  const hash = 'h'.repeat(64);
  const compiled = compilePlan(document, hash);
  const printed = LANGS.map((lang) => {
    const model = buildPlanDocument({ document, roster, hash, lang, generatedAt: Date.UTC(2026, 10, 1) });
    return { lang, model, all: textOf(model) };
  });
  return ids.filter((id) => {
    const row = MISSION_ROWS[id];
    if (row === undefined) return true;
    const shown = printed.every(({ lang, all }) => hasAll(all, row.reads(document), lang));
    const held = printed.every(
      ({ lang, model }) =>
        row.holds === undefined || hasAll(bodyOf(id, model, document), row.holds(document, roster), lang),
    );
    return !(shown && held && (row.runs?.(compiled) ?? true));
  });
}

function hasAll(printed: string, texts: (Text | undefined)[], lang: Lang): boolean {
  return texts.length > 0 && texts.every((text) => printed.includes(plain(text?.[lang])));
}

function textOf(model: PlanModel): string {
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

/** What stands in the tables and paragraphs of the annexes that carry the row, without their titles. */
function bodyOf(row: string, { annexes }: PlanModel, { annexes: listed = [] }: PlanDocument): string {
  const bodies = annexes.filter((_, i) => listed[i]?.rows?.includes(row)).map(({ heading: _, ...body }) => body);
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(bodies);
  return plain(texts.join('\n'));
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
test.each<[string, (plan: PlanDocument, roster: RosterDocument) => void, string[]]>([
  ['S4', (plan) => void (plan.categories = plan.categories.filter((c) => c.id !== 'third-party')), ['S4']],
  ['O1', (plan) => void (plan.posts = plan.posts.filter((p) => p.id !== 'command-member')), ['O1', 'A4']],
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
  ['A2', (plan) => void (annexOf(plan, 'A2').kind = 'norms'), ['A2']],
  ['A3', (plan) => void (annexOf(plan, 'A3').kind = 'norms'), ['A3']],
  ['A3', (plan) => void (plan.resources = plan.resources!.filter((r) => !r.rows?.includes('R4'))), ['R4', 'A3']],
  ['A4', (plan) => void (annexOf(plan, 'A4').kind = 'norms'), ['A4']],
  ['A4', (plan) => void delete plan.obligations, ['S5', 'A4']],
  ['A4', (plan) => void delete plan.sitreps, ['P3.3', 'A4']],
  ['A5', (plan) => void (annexOf(plan, 'A5').kind = 'norms'), ['A5']],
  ['A5', (plan) => void (plan.drills!.evaluation.criteria = []), ['D5', 'A5']],
  ['A6', (plan) => void delete plan.cases, ['A6']],
  ['A8', (plan) => void (annexOf(plan, 'A8').kind = 'norms'), ['A8']],
  ['A8', (plan) => void delete plan.partners, ['R7', 'A8']],
  [
    'A8',
    (plan) => void Object.values(plan.notification).forEach((ladder) => delete (ladder as Ladder).channels),
    ['A8'],
  ],
  ['A8', (_, roster) => void roster.people.forEach(({ contacts }) => delete contacts.mobile), ['A8']],
  ['A8', (_, roster) => void delete roster.holders['commander'], ['A8']],
])('without its content row %s is missing', (id, remove, missing) => {
  const [plan, roster] = [structuredClone(PLAN), structuredClone(ROSTER)];
  remove(plan, roster);
  expect(missingIn(plan, IDS, roster)).toEqual(missing);
  expect(missing).toContain(id);
});

interface Ladder {
  channels?: unknown;
}

function annexOf(plan: PlanDocument, row: string): NonNullable<PlanDocument['annexes']>[number] {
  return plan.annexes!.find(({ rows }) => rows?.includes(row))!;
}
