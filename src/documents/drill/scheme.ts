import type { Lang } from '../../domain/lang.js';
import { drillKindWords, drillStatusWords } from '../../domain/words/index.js';
import { drillSchemeWords } from '../../domain/words/drillPapers/scheme.js';
import type { Fact, ReportModel } from '../model.js';
import { overview } from '../plan/drills/scenarios.js';
import { paragraph } from '../paragraphs.js';
import { contextOf } from './context.js';
import type { DrillPaperInput } from './context.js';
import { numbered, planName, sub } from './parts.js';
import { feedback, support } from './scheme/after.js';
import { annexes } from './scheme/annexes.js';
import { approval, approvedAt } from './scheme/approval.js';
import { procedure, safety } from './scheme/conduct.js';
import type { Copy, SchemeContext } from './scheme/context.js';
import { environment } from './scheme/environment.js';
import { evaluation } from './scheme/evaluation.js';
import { players, roles, staffPosts, whoDoesBoth } from './scheme/people.js';
import { called, programmeOf, purpose } from './scheme/purpose.js';
import { signatures } from './scheme/signatures.js';
import { beginsAt, scope } from './scheme/time.js';

/** The scheme 演练方案, from plan, scenario and what the record of the drill has by then. */
export function buildDrillScheme(input: DrillPaperInput, lang: Lang, copy: Copy): ReportModel {
  const base = contextOf(input, lang);
  // The name of the scenario would tell players what they are to find out.
  const name = copy === 'players' ? drillKindWords(base.scenario.kind)[lang] : base.name;
  const context: SchemeContext = { ...base, name, words: drillSchemeWords(lang), copy };
  const { words, names, state, zone } = context;
  const organisation = names.organisation(lang);
  const sections = [
    { heading: words.headings.purpose, blocks: purpose(context), sections: [] },
    sub(words.headings.time, ...scope(context)),
    { heading: words.headings.scenario, blocks: scenario(context), sections: [] },
    sub(
      words.headings.roles,
      paragraph(words.rolesLead(whoDoesBoth(context))),
      ...roles(context),
      ...staffPosts(context),
    ),
    sub(words.headings.players, ...players(context)),
    procedure(context),
    environment(context),
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
    mark: mark(context),
    organisation,
    cover: { caption: words.captions.cover, facts: cover(context) },
    lead: [words.lead(zone)],
    ...numbered(sections, copy === 'controllers' ? annexes(context) : [], lang),
    signatures: signatures(context),
  };
}

function mark(context: SchemeContext): string {
  const { marks } = context.words;
  const said = [
    ...(context.copy === 'controllers' ? [marks.controllers] : []),
    ...(approvedAt(context) === undefined ? [marks.draft] : []),
  ];
  return `${marks.drill}${said.join(marks.between)}`.trim();
}

function cover(context: SchemeContext): Fact[] {
  const { words, state, lang, book, say, rules, scenario, copy, recordHash, time, now } = context;
  const { labels } = words;
  const programme = programmeOf(context);
  return [
    { label: labels.drill, value: called(context) },
    { label: labels.id, value: state.drill },
    { label: labels.copy, value: words.copies[copy] },
    { label: labels.status, value: drillStatusWords(state.status, lang) },
    { label: labels.kind, value: book.t(book.choice(scenario.kind)) },
    ...(copy === 'players'
      ? []
      : [{ label: labels.programme, value: programme === undefined ? words.noProgramme : book.t(programme.name) }]),
    { label: labels.begins, value: beginsAt(context) },
    { label: labels.duration, value: book.span(scenario.duration) },
    { label: labels.place, value: words.byHand },
    { label: labels.plan, value: planName(context, state.rules.plan.version) },
    { label: labels.hash, value: state.rules.plan.hash },
    { label: labels.organiser, value: say.post(rules.organiser) },
    { label: labels.approver, value: say.post(rules.approver) },
    { label: labels.generatedAt, value: time(now) },
    { label: labels.recordHash, value: recordHash },
  ];
}

function scenario({ words, book, scenario: written, copy }: SchemeContext) {
  if (copy === 'players') return [paragraph(words.scenarioHidden)];
  return overview(book, written);
}
