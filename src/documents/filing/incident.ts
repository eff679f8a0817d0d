import { isStatement, knownFacts } from '../../domain/incident/index.js';
import { compileCondition } from '../../domain/plan/compile/conditions.js';
import { evaluate, questionOf } from '../../domain/plan/condition.js';
import type { Known } from '../../domain/plan/condition.js';
import type { Fill } from './answers.js';
import { ofTypes } from './context.js';
import type { FilingContext } from './context.js';

/** What happened, to what, how bad, and why. */
export const INCIDENT: Readonly<Record<string, Fill>> = {
  incidentId: ({ state }) => [state.incidentId],
  incidentNo: ({ state }) => [state.incidentId],
  incidentTitle: ({ state, quote }) => [quote(state.report.texts.title)],
  systems: place,
  affectedServices: place,
  place,
  symptom: ({ state, quote }) => [optional(quote, state.report.texts.description)],
  category: ({ names, state, lang, words }) => [words.ownCategory(names.category(state.report.category, lang))],
  incidentLevel: (context) => [incidentLevel(context)],
  criteria: (context) => evidence(context),
  impact: reportedImpact,
  harm: reportedImpact,
  cause: (context) => [...reportedCause(context), ...findings(context)],
  // Not the category: which of ours it is says more than is established, and nothing to those outside.
  nature: ({ state, quote }) => [quote(state.report.texts.title), optional(quote, state.report.texts.description)],
  scope: place,
  facts: (context) => course(context),
  course: (context) => course(context),
  lead: (context) => [reported(context)],
  trend: (context) => [...outlook(context), ...latestStatements(context)],
  status: (context) => [...outlook(context), ...latestStatements(context)],
};

function optional(quote: FilingContext['quote'], text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : quote(text);
}

function place({ state, quote }: FilingContext): string[] {
  return [quote(state.report.texts.place)];
}

/** By the criteria that the duty itself is measured by, where the rule names a pack of them; else as people graded it. */
function levelOf({ state, document, written }: FilingContext): { id: string; criteria: string[] } | undefined {
  const pack = packIn(written.when);
  const { plan } = state.basis;
  const met = document.gradingCriteria.filter(
    (criterion) =>
      criterion.pack === pack &&
      evaluate(compileCondition(withoutPack(criterion), document), knownIn(state), plan) === true,
  );
  if (pack !== undefined && met.length > 0) {
    const [level] = plan.incidentLevels.filter(({ id }) => met.some((criterion) => criterion.incidentLevel === id));
    const criteria = met.filter((criterion) => criterion.incidentLevel === level?.id);
    return { id: level?.id ?? '', criteria: criteria.map(({ id }) => id) };
  }
  const graded = state.grading.incidentLevel;
  return graded === undefined ? undefined : { id: graded, criteria: [] };
}

/** Without what it rests on. */
export function levelName(context: FilingContext): string | undefined {
  const level = levelOf(context);
  return level && context.say.incidentLevel(level.id);
}

function incidentLevel(context: FilingContext): string | undefined {
  const { state, say, names, lang, words } = context;
  const graded = levelOf(context);
  if (graded === undefined) return undefined;
  const level = say.incidentLevel(graded.id);
  if (graded.criteria.length > 0) {
    return words.graded({ level, criteria: say.list(graded.criteria.map((id) => names.gradingCriterion(id, lang))) });
  }
  return state.verification.outcome === 'confirmed' ? level : `${level}${words.semicolon}${words.provisionalLevel}`;
}

type Written = FilingContext['written']['when'];

function packIn({ pack, all = [], any = [], of = [] }: Written): string | undefined {
  return pack ?? [...all, ...any, ...of].map(packIn).find((found) => found !== undefined);
}

/** In a criterion the level is what it sets, and the pack what it belongs to. */
function withoutPack({ fact, atLeast, is, level, categories, all, any, count, of }: Written): Written {
  const own = { fact, atLeast, is, level, categories, all, any, count, of };
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}

function knownIn({ grading, report, ...state }: FilingContext['state']): Known {
  const { level, incidentLevel: graded } = grading;
  return {
    facts: knownFacts({ grading, report, ...state }),
    category: report.category,
    ...(level === undefined ? {} : { level }),
    ...(graded === undefined ? {} : { incidentLevel: graded }),
  };
}

function evidence({ state, rule, say }: FilingContext): string[] {
  const found = questionOf(rule.when, state.basis.plan).evidence(knownIn(state));
  return Object.entries(found).map(([fact, value]) => say.fact(fact, value));
}

function reportedImpact({ state, words, quote }: FilingContext): (string | undefined)[] {
  const text = optional(quote, state.report.texts.impact);
  return [text === undefined ? undefined : words.reportedImpact(text)];
}

function reportedCause({ state, words, quote }: FilingContext): (string | undefined)[] {
  const text = optional(quote, state.report.texts.cause);
  return [text === undefined ? undefined : words.reportedCause(text)];
}

/** Who asked, and in which task it was found, concerns the organisation alone. */
function findings({ events, quote }: FilingContext): string[] {
  return ofTypes(events, 'taskFinished').flatMap(({ texts }) =>
    texts?.finding === undefined ? [] : [quote(texts.finding)],
  );
}

function reported({ state, words, time, quote }: FilingContext): string {
  const { reportedAt, texts } = state.report;
  return words.reported({ at: time(reportedAt), title: quote(texts.title), place: quote(texts.place) });
}

function course(context: FilingContext): string[] {
  return [reported(context), ...statements(context)];
}

/** Whoever made them is no matter of the addressee. */
function statements({ events, time, quote, lang }: FilingContext): string[] {
  return ofTypes(events, 'factAdded')
    .filter(isStatement)
    .map(({ at, observedAt = at, texts }) =>
      [time(observedAt), quote(texts.statement)].join(lang === 'zh-CN' ? '，' : ': '),
    );
}

/** More would be the course of events. */
const LATEST = 2;

function latestStatements(context: FilingContext): string[] {
  return statements(context).slice(-LATEST);
}

function outlook({ events, words, time, quote }: FilingContext): string[] {
  const released = ofTypes(events, 'sitrepReleased').findLast(({ texts }) => texts?.outlook);
  if (released === undefined) return [];
  return [words.outlook({ at: time(released.at), text: quote(released.texts?.outlook) })];
}
