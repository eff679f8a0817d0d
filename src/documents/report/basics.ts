import type { Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { ReportContext } from './context.js';
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

function given(context: ReportContext, text: string | undefined): string {
  return text === undefined ? context.words.notReported : context.text(text);
}
