import { mayApprove, ratedByRecord } from '../../domain/drill/index.js';
import type { Lang } from '../../domain/lang.js';
import { drillKindWords, drillStatusWords, formatDate } from '../../domain/words/index.js';
import { drillSchemeWords } from '../../domain/words/drillPapers/scheme.js';
import type { Fact, ReportModel, SignaturePage } from '../model.js';
import { drillForm } from '../plan/annexes/drillForm.js';
import { injects, objectives, overview } from '../plan/drills/scenarios.js';
import { paragraph } from '../paragraphs.js';
import { contextOf } from './context.js';
import type { DrillPaperInput } from './context.js';
import { numbered, planName, sub, table } from './parts.js';
import { approval, signOffs } from './scheme/approval.js';
import type { Copy, SchemeContext } from './scheme/context.js';
import { evaluation } from './scheme/evaluation.js';
import { feedback, support } from './scheme/after.js';
import { players, roles } from './scheme/people.js';
import { beginsAt, procedure, safety, scope } from './scheme/conduct.js';

/** The scheme 演练方案, from plan, scenario and what the record of the drill has by then. */
export function buildDrillScheme(input: DrillPaperInput, lang: Lang, copy: Copy): ReportModel {
  const base = contextOf(input, lang);
  // The name of the scenario would tell players what they are to find out.
  const name = copy === 'players' ? drillKindWords(base.scenario.kind)[lang] : base.name;
  const context: SchemeContext = { ...base, name, words: drillSchemeWords(lang), copy };
  const { words, names, state } = context;
  const organisation = names.organisation(lang);
  const isApproved = !['drafting', 'review'].includes(state.status);
  const sections = [
    { heading: words.headings.purpose, blocks: purpose(context), sections: [] },
    sub(words.headings.time, ...scope(context)),
    { heading: words.headings.scenario, blocks: scenario(context), sections: [] },
    sub(words.headings.roles, paragraph(words.rolesLead), ...roles(context)),
    sub(words.headings.players, ...players(context)),
    procedure(context),
    sub(words.headings.environment, { kind: 'list', items: words.environment }),
    safety(context),
    sub(words.headings.evaluation, ...evaluation(context)),
    sub(words.headings.feedback, ...feedback(context)),
    sub(words.headings.support, ...support(context)),
    sub(words.headings.approval, ...approval(context)),
  ];
  return {
    kind: 'report',
    lang,
    title: [organisation, lang === 'zh-CN' ? `“${name}”` : name, words.title],
    runningHead: words.runningHead(state.drill),
    mark: [
      words.marks.drill,
      copy === 'controllers' ? words.marks.controllers : '',
      isApproved ? '' : `${copy === 'controllers' ? '；' : ''}${words.marks.draft}`,
    ].join(''),
    organisation,
    cover: { caption: words.captions.cover, facts: cover(context) },
    lead: [words.lead],
    ...numbered(sections, copy === 'controllers' ? annexes(context) : [], lang),
    signatures: signatures(context),
  };
}

function cover(context: SchemeContext): Fact[] {
  const { words, state, name, lang, book, say, rules, scenario, copy, recordHash, time, now } = context;
  const { labels } = words;
  // So would that of the programme's entry, and its purpose.
  const programme = copy === 'players' ? undefined : rules.programme.find(({ id }) => id === state.programme);
  return [
    { label: labels.drill, value: programme === undefined ? name : book.t(programme.name) },
    { label: labels.id, value: state.drill },
    { label: labels.copy, value: words.copies[copy] },
    { label: labels.status, value: drillStatusWords(state.status, lang) },
    { label: labels.kind, value: book.t(book.choice(scenario.kind)) },
    ...(copy === 'players'
      ? []
      : [{ label: labels.programme, value: programme === undefined ? words.noProgramme : book.t(programme.name) }]),
    { label: labels.begins, value: beginsAt(context) },
    { label: labels.duration, value: book.span(scenario.duration) },
    { label: labels.plan, value: planName(context, state.rules.plan.version) },
    { label: labels.hash, value: state.rules.plan.hash },
    { label: labels.organiser, value: say.post(rules.organiser) },
    { label: labels.approver, value: say.post(rules.approver) },
    { label: labels.generatedAt, value: time(now) },
    { label: labels.recordHash, value: recordHash },
  ];
}

function purpose(context: SchemeContext) {
  const { words, rules, state, book, name, names, lang, copy } = context;
  const programme = copy === 'players' ? undefined : rules.programme.find(({ id }) => id === state.programme);
  const why =
    programme === undefined
      ? words.usualPurpose({ plan: names.plan(lang), scenario: name })
      : words.purpose(book.t(programme.purpose));
  if (copy === 'players') return [paragraph(why), paragraph(words.objectivesHidden)];
  return [paragraph(why), paragraph(words.objectivesLead), ...objectives(book, context.scenario)];
}

function scenario({ words, book, scenario: written, copy }: SchemeContext) {
  if (copy === 'players') return [paragraph(words.scenarioHidden)];
  return overview(book, written);
}

function annexes(context: SchemeContext) {
  const { words, book, scenario: written, rules, state } = context;
  const { labels } = words;
  return [
    sub(words.headings.injects, paragraph(words.injectsLead), ...injects(book, written)),
    sub(
      words.headings.log,
      paragraph(words.logLead),
      ...table(
        words.captions.log,
        [
          [labels.injects, 13],
          [labels.planned, 13],
          [labels.actualTime, 14],
          [labels.actual, 46],
          [labels.rating, 14],
        ],
        written.injects.map(({ id, at }) => [id, at === undefined ? '' : `+${book.span(at)}`, '', '', '']),
        { handwritten: true },
      ),
    ),
    ...(rules.evaluation.criteria.length === 0 || state.rules.evaluation === undefined
      ? []
      : [sub(words.headings.form, paragraph(formBy(context)), ...drillForm(book))]),
  ];
}

/** Who rates what: nobody looks for what only an evaluator can see. */
function formBy({ words, say, state }: SchemeContext): string {
  const record = ratedByRecord(state);
  const others = (state.rules.evaluation?.criteria ?? []).map(({ id }) => id).filter((id) => !record.includes(id));
  return words.formBy({
    record: say.list(record) || words.blank,
    evaluators: say.list(others) || words.blank,
  });
}

function signatures(context: SchemeContext): SignaturePage {
  const { words, state, say, names, lang, zone, now, rules } = context;
  const { labels } = words;
  const author = state.draftedBy ?? state.roles.director;
  const post = (person: string) => (state.rules.departments[person] ?? []).slice(0, 1).map(say.post).join('');
  const approvers = mayApprove(state).filter((person) => person !== author);
  const rows = [
    [words.signed.author, say.person(author), post(author) || words.blank, '', ''],
    ...approvers.map((person) => [words.signed.approver, say.person(person), say.post(rules.approver), '', '']),
  ];
  const signed = signOffs(context);
  const [made] = table(
    words.captions.signatures,
    [
      [labels.act, 16],
      [labels.name, 20],
      [labels.post, 24],
      [labels.signature, 22],
      [labels.date, 18],
    ],
    rows,
  );
  return {
    heading: words.headings.signatures,
    note: words.signaturesNote,
    table: made?.kind === 'table' ? made.table : { caption: '', columns: [], rows: [] },
    ...(signed === undefined ? {} : { signed }),
    seal: words.seal,
    organisation: names.organisation(lang),
    date: formatDate(now, lang, zone),
  };
}
