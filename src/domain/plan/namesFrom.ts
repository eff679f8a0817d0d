import { nameIn, textIn } from '../lang.js';
import type { Lang, Text } from '../lang.js';
import { grouped, unitFor } from './diff/words/numbers.js';
import type { LedgerDocument } from './ledger.js';
import type { Names } from './names.js';
import type { Person, RosterDocument } from './roster.js';
import type { PlanDocument } from './schema.js';

export type Named = Pick<Person, 'id' | 'name'>;

/** The names as plan and roster have them now. */
export function namesFrom(plan: PlanDocument, roster: RosterDocument | { people: readonly Named[] }): Names {
  return {
    organisation: (lang) => textIn(plan.plan.organisation, lang),
    plan: (lang) => textIn(plan.plan.title, lang),
    category: lookup(plan.categories, (category) => category.name),
    level: lookup(plan.levels, (level) => level.name),
    incidentLevel: lookup(plan.incidentLevels, (level) => level.name),
    post: lookup(plan.posts, (post) => post.name),
    team: lookup(plan.teams, (team) => team.name),
    person: lookup(roster.people, (person) => person.name),
    partner: lookup(plan.partners ?? [], (partner) => partner.name),
    partnerContact: lookup(plan.partners ?? [], (partner) => partner.contact),
    partnerAgreement: lookup(plan.partners ?? [], (partner) => partner.agreement ?? partner.id),
    qualification: lookup(plan.qualifications ?? [], (qualification) => qualification.name),
    fact: lookup(plan.facts, (fact) => fact.name),
    factValue: (id, value, lang) => valueName(plan, id, value, lang),
    responseRule: lookup(plan.responseRules ?? [], (rule) => rule.text),
    gradingCriterion: lookup(plan.gradingCriteria, (criterion) => criterion.text),
    gradingSource: (id, lang) => sourceOf(plan, id, lang),
    terminationCriterion: lookup(plan.termination.criteria, (criterion) => criterion.text),
    obligation: lookup(plan.obligations ?? [], (obligation) => obligation.title),
    addressee: lookup(plan.obligations ?? [], (obligation) => obligation.addressee),
    opinionAlert: lookup(plan.aftermath?.publicOpinion?.alertWhen ?? [], (alert) => alert.text),
    task: lookup(plan.tasks ?? [], (task) => task.name),
    reportSection: lookup(plan.aftermath?.report.sections ?? [], (section) => section.title),
    resource: lookup(plan.resources ?? [], (resource) => resource.name),
    resourceAmount: (id, quantity, lang) => amountName(plan, id, quantity, lang),
    budget: lookup(plan.funds?.budgets ?? [], (budget) => budget.name),
    lessonQuestion: lookup(questionsOf(plan), (question) => question.text),
    scenario: lookup(plan.scenarios ?? [], (scenario) => scenario.name),
    ratedCriterion: (id, lang) => ratedName(plan, id, lang),
    rating: lookup(plan.drills?.evaluation.ratings ?? [], (rating) => rating.name),
    conclusion: lookup(plan.drills?.evaluation.conclusions ?? [], (conclusion) => conclusion.name),
    agenda: (lang) => (plan.aftermath?.summary.agenda ?? []).map((item) => textIn(item, lang)),
  };
}

/** Tasks that were added during an incident are called by their titles. */
export function namesWithTasks(names: Names, tasks: Readonly<Record<string, { title?: string | undefined }>>): Names {
  return { ...names, task: (id, lang) => tasks[id]?.title ?? names.task(id, lang) };
}

/** Items of the ledger are called among resources, by their own name or by that of their resource. */
export function namesWithItems(names: Names, items: LedgerDocument['items']): Names {
  const known = new Map(items.map((item) => [item.id, item]));
  const resource: Names['resource'] = (id, lang) => {
    const [name, item] = [names.resource(id, lang), known.get(id)];
    if (name !== id || item === undefined) return name;
    return item.name === undefined ? names.resource(item.resource, lang) : nameIn(item.name, lang);
  };
  return { ...names, resource };
}

/** What the first does not know, the others are asked for, in their order. */
export function namesOver(first: Names, ...others: Names[]): Names {
  if (others.length === 0) return first;
  const all = [first, ...others];
  type Named = { [K in keyof Names]: Names[K] extends (id: string, lang: Lang) => string ? K : never }[keyof Names];
  const asking =
    (kind: Named) =>
    (id: string, lang: Lang): string =>
      all.map((names) => names[kind](id, lang)).find((name) => name !== id) ?? id;
  const knowing = (kind: Named, id: string, lang: Lang): Names =>
    all.find((names) => names[kind](id, lang) !== id) ?? first;
  return {
    organisation: (lang) => first.organisation(lang),
    plan: (lang) => first.plan(lang),
    category: asking('category'),
    level: asking('level'),
    incidentLevel: asking('incidentLevel'),
    post: asking('post'),
    team: asking('team'),
    person: asking('person'),
    partner: asking('partner'),
    partnerContact: asking('partnerContact'),
    partnerAgreement: asking('partnerAgreement'),
    qualification: asking('qualification'),
    fact: asking('fact'),
    factValue: (id, value, lang) => knowing('fact', id, lang).factValue(id, value, lang),
    responseRule: asking('responseRule'),
    gradingCriterion: asking('gradingCriterion'),
    gradingSource: (id, lang) => knowing('gradingCriterion', id, lang).gradingSource(id, lang),
    terminationCriterion: asking('terminationCriterion'),
    obligation: asking('obligation'),
    addressee: asking('addressee'),
    opinionAlert: asking('opinionAlert'),
    task: asking('task'),
    reportSection: asking('reportSection'),
    resource: asking('resource'),
    resourceAmount: (id, quantity, lang) => knowing('resource', id, lang).resourceAmount(id, quantity, lang),
    budget: asking('budget'),
    lessonQuestion: asking('lessonQuestion'),
    scenario: asking('scenario'),
    ratedCriterion: asking('ratedCriterion'),
    rating: asking('rating'),
    conclusion: asking('conclusion'),
    agenda: (lang) => first.agenda(lang),
  };
}

function sourceOf(
  { gradingCriteria, sources }: PlanDocument,
  id: string,
  lang: Lang,
): ReturnType<Names['gradingSource']> {
  const criterion = gradingCriteria.find((known) => known.id === id);
  if (criterion === undefined) return { source: id, verified: false };
  const { document, clause } = criterion.source;
  const title = sources.find((source) => source.id === document)?.title;
  const parts = [
    title === undefined ? document : textIn(title, lang),
    ...(clause === undefined ? [] : [textIn(clause, lang)]),
  ];
  return { source: parts.join(lang === 'zh-CN' ? '，' : ', '), verified: criterion.verified };
}

function questionsOf({ aftermath }: PlanDocument): { id: string; text: Text }[] {
  return (aftermath?.lessons.questions ?? []).map((text, i) => ({ id: String(i + 1), text }));
}

function ratedName({ drills }: PlanDocument, id: string, lang: Lang): string {
  const found = drills?.evaluation.criteria.find((criterion) => criterion.id === id);
  if (found === undefined) return id;
  return `${textIn(found.item, lang)}${lang === 'zh-CN' ? '：' : ': '}${textIn(found.criterion, lang)}`;
}

function valueName({ facts }: PlanDocument, id: string, value: number | string, lang: Lang): string {
  const fact = facts.find((known) => known.id === id);
  if (fact?.type === 'number' && typeof value === 'number') return figure(fact, value, lang);
  const option = fact?.type === 'choice' ? fact.options.find((known) => known.id === value) : undefined;
  return option === undefined ? String(value) : textIn(option.name, lang);
}

function amountName({ resources = [] }: PlanDocument, id: string, quantity: number, lang: Lang): string {
  const unit = resources.find((resource) => resource.id === id)?.unit;
  if (unit === undefined) return grouped(quantity);
  if (lang === 'zh-CN') return `${grouped(quantity)}${textIn(unit, lang)}`;
  return `${grouped(quantity)} ${unitFor(quantity, textIn(unit, lang), lang)}`;
}

/** In English the name of the fact often says what is counted; then the unit after the number would say it again. */
function figure({ name, unit }: { name: Text; unit: Text }, value: number, lang: Lang): string {
  if (lang === 'zh-CN') return `${inTenThousands(value)}${textIn(unit, lang)}`;
  const [counted, words] = [textIn(unit, lang), textIn(name, lang).toLowerCase().split(/\W+/u)];
  return words.includes(counted) ? grouped(value) : `${grouped(value)} ${unitFor(value, counted, lang)}`;
}

/** `120万`, as Chinese reads large figures; where that would take more than two decimals, the digits. */
function inTenThousands(value: number): string {
  return value >= 100_000 && value % 100 === 0 ? `${value / 10_000}万` : String(value);
}

function lookup<T extends { id: string }>(
  items: readonly T[],
  nameOf: (item: T) => Text | string,
): (id: string, lang: Lang) => string {
  const names = new Map(items.map((item) => [item.id, nameOf(item)]));
  return (id, lang) => {
    const name = names.get(id);
    if (name === undefined) return id;
    return typeof name === 'string' ? name : textIn(name, lang);
  };
}
