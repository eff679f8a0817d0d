import { formatDate, formatDay, formatInstant, phaseWords } from '../domain/words/index.js';
import type { Fact, ReportModel } from './model.js';
import { contextOf } from './report/context.js';
import type { IncidentReportInput, ReportContext } from './report/context.js';
import { partsOf } from './report/sections.js';

/**
 * The incident report 事故报告书: the sections that the plan lists, from the events alone and what people wrote beside them;
 * what nobody has said or found out yet is said to be so. Blameless: who is responsible is a section of its own.
 */
export function buildIncidentReport(input: IncidentReportInput): ReportModel {
  const context = contextOf(input);
  const { words, state, lang } = context;
  const mark = markOf(context);
  return {
    kind: 'report',
    lang,
    title: titleOf(context),
    runningHead: words.runningHead(state.incidentId),
    ...(mark === '' ? {} : { mark }),
    organisation: context.names.organisation(lang),
    cover: { caption: words.coverCaption, facts: coverOf(context) },
    lead: leadOf(context),
    ...partsOf(context),
  };
}

function titleOf({ words, names, lang, state, zone, line }: ReportContext): string[] {
  const { reportedAt, occurredAt, texts, mode } = state.report;
  const at = occurredAt ?? reportedAt;
  return words.title({
    organisation: names.organisation(lang),
    day: formatDay(at, lang, zone),
    date: formatDate(at, lang, zone),
    title: line(texts.title),
    drill: mode === 'drill',
  });
}

function coverOf(context: ReportContext): Fact[] {
  const { words, state, events, lang, zone, generatedAt, recordHash, say, names } = context;
  const { labels } = words;
  const { level, incidentLevel } = state.grading;
  return [
    { label: labels.incidentId, value: state.incidentId },
    { label: labels.mode, value: words.modes[state.report.mode] },
    { label: context.sectionWords.stage.label, value: stageWords(context) },
    {
      label: labels.incidentLevel,
      value: incidentLevel === undefined ? words.undecided : say.incidentLevel(incidentLevel),
    },
    { label: labels.level, value: level === undefined ? words.undecided : say.level(level) },
    { label: labels.phase, value: phaseWords(state.phase, lang) },
    { label: labels.plan, value: `${names.plan(lang)}${words.version(state.basis.plan.version)}` },
    { label: labels.eventsCovered, value: words.eventRange(events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0) },
    { label: labels.recordHash, value: recordHash },
    { label: labels.generatedAt, value: formatInstant(generatedAt, lang, zone) },
    { label: labels.zone, value: context.sectionWords.zone(zone) },
  ];
}

/** What kind of paper this is, before it says anything. */
function leadOf({ words, state }: ReportContext): string[] {
  return [...(state.report.mode === 'drill' ? [words.drillNote] : []), words.generatedBy];
}

/** A loose page must not pass for a report that somebody has approved, nor a drill for something that happened. */
function markOf({ words, sectionWords, state, aftermath }: ReportContext): string {
  const { stage = 'draft' } = aftermath.approval ?? {};
  const drill = state.report.mode === 'drill' ? words.drillMark : '';
  if (stage === 'approved') return drill;
  return drill + sectionWords.marks[stage === 'draft' ? 'draft' : 'submitted'];
}

function stageWords({ sectionWords, aftermath, time, events }: ReportContext): string {
  const { stage: said } = sectionWords;
  const { stage = 'draft', version, approved, submitted } = aftermath.approval ?? {};
  if (stage === 'approved' && approved !== undefined) {
    const asSubmitted = submitted !== undefined && events.at(-1)?.seq === submitted.seq;
    return said.approved({ version, at: time(approved.at), asSubmitted });
  }
  return stage === 'draft' ? said.draft(version) : said.submitted(version);
}
