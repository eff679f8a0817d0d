import type { Block, Section } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { ReportContext } from './context.js';
import { firstOf } from './milestones.js';
import { isTurn } from './turns.js';

/** The unit, its plan and what was reported. */
export function basics(context: ReportContext): Section {
  const { words, names, lang, state, say, tables } = context;
  const { labels, headings } = words;
  const { report, basis } = state;
  const facts = Object.entries(report.facts).map(([id, value]) => say.fact(id, value));
  const rows = [
    [labels.title, context.line(report.texts.title)],
    [labels.category, names.category(report.category, lang)],
    [labels.place, context.line(report.texts.place)],
    [labels.occurredAt, context.timeOr(report.occurredAt, words.notReported)],
    [labels.reportedAt, context.time(report.reportedAt)],
    [labels.reporter, say.actor(report.reporter)],
    [labels.cause, given(context, report.texts.cause)],
    [labels.impact, given(context, report.texts.impact)],
    [labels.description, given(context, report.texts.description)],
    [labels.facts, facts.length === 0 ? words.notReported : facts.join('\n')],
  ];
  const columns = [
    { heading: labels.item, width: 22 },
    { heading: labels.stated, width: 78 },
  ];
  const unit = [
    [labels.unit, names.organisation(lang)],
    [labels.plan, `${names.plan(lang)}${words.version(basis.plan.version)}`],
    [labels.planHash, basis.plan.hash],
  ];
  const planAndUnit = [tables.table(words.captions.planAndUnit, columns, unit), paragraph(words.unitNote)];
  return {
    heading: headings.basics,
    blocks: [],
    sections: [
      { heading: headings.planAndUnit, blocks: planAndUnit, sections: [] },
      { heading: headings.report, blocks: [tables.table(words.captions.report, columns, rows)], sections: [] },
    ],
  };
}

/** The timeline of what people decided and did; deliveries and other inner steps stand in the annex. */
export function course(context: ReportContext): Section {
  const { words, tables, events } = context;
  const rows = events
    .filter(isTurn)
    .map((event) => [String(event.seq), context.timeCell(event.at), context.told(event)]);
  const columns = [
    { heading: words.labels.number, width: 8 },
    { heading: words.labels.time, width: 24 },
    { heading: words.labels.event, width: 68 },
  ];
  return {
    heading: words.headings.course,
    blocks: [paragraph(words.courseNote), tables.table(words.captions.timeline, columns, rows)],
    sections: [],
  };
}

export function impact(context: ReportContext): Section {
  const { words, state, say } = context;
  const { texts, facts } = state.report;
  const told = Object.entries(facts).map(([id, value]) => say.fact(id, value));
  return {
    heading: words.headings.impact,
    blocks: [
      ...reported(context, texts.impact, words.impact),
      ...(told.length === 0 ? [] : [paragraph(words.impact.facts(say.list(told)))]),
      paragraph(words.impact.notMeasured),
    ],
    sections: [],
  };
}

/** What was said about the cause, and what kind of incident it was decided to be; nothing is analysed here. */
export function cause(context: ReportContext): Section {
  const { words, state, names, lang, say, events } = context;
  const { level, incidentLevel } = state.grading;
  const category = names.category(state.report.category, lang);
  const rejected = firstOf(events, 'rejected') !== undefined;
  const nature =
    level !== undefined && incidentLevel !== undefined
      ? words.nature.decided({ category, levels: say.levels(level, incidentLevel) })
      : rejected
        ? words.nature.rejected(category)
        : words.nature.undecided(category);
  return {
    heading: words.headings.cause,
    blocks: [],
    sections: [
      {
        heading: words.headings.reportedCause,
        blocks: [...reported(context, state.report.texts.cause, words.cause), paragraph(words.cause.notAnalysed)],
        sections: [],
      },
      { heading: words.headings.nature, blocks: [paragraph(nature)], sections: [] },
    ],
  };
}

function given(context: ReportContext, text: string | undefined): string {
  return text === undefined ? context.words.notReported : context.text(text);
}

function reported(
  context: ReportContext,
  text: string | undefined,
  words: { given: string; missing: string },
): Block[] {
  return text === undefined ? [paragraph(words.missing)] : [paragraph(words.given), ...paragraphs(context.text(text))];
}
