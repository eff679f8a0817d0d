import { plannedParticipants } from '../domain/incident/index.js';
import { formatDate } from '../domain/words/index.js';
import type { Block, Fact, ReportModel, Section, SignaturePage } from './model.js';
import { numberSections } from './numbering.js';
import { paragraph, paragraphs } from './paragraphs.js';
import { contextOf } from './summary/context.js';
import type { SummaryContext, SummaryRecordInput } from './summary/context.js';
import { evaluation, resultOf } from './summary/evaluation.js';
import { lessons } from './summary/lessons.js';

/** The summary evaluation record 总结评估记录: who met, what they rated and concluded, and what the departments had said. */
export function buildSummaryRecord(input: SummaryRecordInput): ReportModel {
  const context = contextOf(input);
  const { words, state, names, lang, line } = context;
  const drill = state.report.mode === 'drill';
  const organisation = names.organisation(lang);
  // In reading order: this is what numbers the tables.
  const sections = [meeting(context), evaluation(context), lessons(context), conclusions(context)];
  return {
    kind: 'report',
    lang,
    title: words.title({ organisation, title: line(state.report.texts.title), drill }),
    runningHead: words.runningHead(state.incidentId),
    ...(drill ? { mark: words.drillMark } : {}),
    organisation,
    cover: { caption: words.coverCaption, facts: coverOf(context) },
    lead: [...(drill ? [words.drillNote] : []), words.generatedBy],
    sections: numberSections(sections, lang),
    signatures: signatures(context),
    annexes: [],
  };
}

function coverOf(context: SummaryContext): Fact[] {
  const { words, state, held, names, lang, say, time, zone, recordHash, line } = context;
  const { labels } = words;
  const { level, incidentLevel } = state.grading;
  const ended = state.termination.terminatedAt;
  const result = resultOf(context);
  return [
    { label: labels.incident, value: line(state.report.texts.title) },
    { label: labels.incidentId, value: state.incidentId },
    { label: labels.mode, value: words.modes[state.report.mode] },
    {
      label: labels.levels,
      value: level === undefined || incidentLevel === undefined ? words.undecided : say.levels(level, incidentLevel),
    },
    { label: labels.terminatedAt, value: ended === undefined ? words.blank : time(ended) },
    { label: labels.recordedAt, value: time(held.at) },
    { label: labels.recordedBy, value: say.actor(held.actor) },
    { label: labels.version, value: words.version(held.version) },
    ...(result === undefined ? [] : [{ label: labels.result, value: result }]),
    { label: labels.plan, value: `${names.plan(lang)}${words.planVersion(state.basis.plan.version)}` },
    { label: labels.eventsCovered, value: words.eventRange(context.events[0]?.seq ?? 1, held.seq) },
    { label: labels.recordHash, value: recordHash },
    { label: labels.zone, value: zone },
  ];
}

/** Whom the plan wanted there and who came; then whoever came besides. */
function meeting(context: SummaryContext): Section {
  const { words, state, held, names, lang, tables, say } = context;
  const { labels, headings } = words;
  const planned = plannedParticipants(state);
  const guests = held.present.filter((person) => !planned.includes(person));
  const row = (person: string, attendance: string) => [say.person(person), postOf(context, person), attendance];
  const rows = [
    ...planned.map((person) => row(person, held.present.includes(person) ? words.present : words.absent)),
    ...guests.map((person) => row(person, words.guest)),
  ];
  const columns = [
    { heading: labels.name, width: 30 },
    { heading: labels.post, width: 40 },
    { heading: labels.attendance, width: 30 },
  ];
  const agenda = names.agenda(lang);
  return {
    heading: headings.meeting,
    blocks: [tables.table(words.captions.participants, columns, rows), ...shortOf(context)],
    sections:
      agenda.length === 0
        ? []
        : [{ heading: headings.agenda, blocks: [{ kind: 'list', items: agenda }], sections: [] }],
  };
}

/** What stands against it as a meeting of all departments that rates. */
function shortOf({ words, held, say, line }: SummaryContext): Block[] {
  const { unrepresented = [], texts } = held;
  return [
    ...(unrepresented.length === 0 ? [] : [paragraph(words.nobodyCame(say.list(unrepresented.map(say.post))))]),
    ...(Object.hasOwn(texts, 'why') ? [paragraph(words.why(line(texts['why'])))] : []),
  ];
}

function postOf({ posts, say, words }: SummaryContext, person: string): string {
  const post = posts.get(person);
  return post === undefined ? words.blank : say.post(post);
}

function conclusions({ words, held, text }: SummaryContext): Section {
  return { heading: words.headings.conclusions, blocks: paragraphs(text(held.texts['conclusions'])), sections: [] };
}

function signatures(context: SummaryContext): SignaturePage {
  const { words, held, names, lang, zone, tables, say } = context;
  const { labels } = words;
  const organisation = names.organisation(lang);
  const rows = held.present.map((person) => [say.person(person), organisation, postOf(context, person), '', '']);
  const columns = [
    { heading: labels.name, width: 16 },
    { heading: labels.unit, width: 28 },
    { heading: labels.post, width: 22 },
    { heading: labels.signature, width: 18 },
    { heading: labels.date, width: 16 },
  ];
  return {
    heading: words.headings.signatures,
    note: words.signaturesNote,
    table: tables.table(words.captions.signatures, columns, rows).table,
    seal: words.seal,
    organisation,
    date: formatDate(held.at, lang, zone),
  };
}
