import type { EventOf, IncidentEvent } from '../../domain/incident/index.js';
import { isUnknown } from '../../domain/metrics/index.js';
import type { Time } from '../../domain/metrics/index.js';
import type { Instant } from '../../domain/time.js';
import { MOMENTS } from '../../domain/words/index.js';
import type { MomentName } from '../../domain/words/index.js';
import { paragraph } from '../paragraphs.js';
import type { Block } from '../model.js';
import type { ReportContext } from './context.js';
import { evidenceWords } from './evidence.js';
import { firstOf, lastOf } from './find.js';
import { sub } from './section.js';
import type { Content } from './section.js';
import { isTurn } from './turns.js';

/** The nine moments, what was reported, and the course, line by line with its source. */
export function timeline(context: ReportContext): Content {
  const { headings } = context.sectionWords;
  return {
    blocks: [],
    sections: [
      sub(headings.moments, moments(context)),
      sub(headings.report, ...report(context)),
      sub(headings.course, paragraph(context.words.courseNote), course(context)),
    ],
  };
}

interface Moment {
  at?: Instant;
  seq?: number;
  /** What it rests on, or why it is missing. */
  note: string;
}

function moments(context: ReportContext): Block {
  const { words, sectionWords, tables } = context;
  const all = momentsOf(context);
  const rows = MOMENTS.map((name) => {
    const { at, seq, note } = all[name];
    const basis = seq === undefined ? note : [note, sectionWords.event(seq)].join('\n');
    return [sectionWords.moments[name], at === undefined ? sectionWords.unknown : context.stamp(at), basis];
  });
  const columns = [
    { heading: sectionWords.columns.moment, width: 14 },
    { heading: words.labels.time, width: 36 },
    { heading: sectionWords.columns.basis, width: 50 },
  ];
  return tables.table(sectionWords.captions.moments, columns, rows);
}

function momentsOf(context: ReportContext): Record<MomentName, Moment> {
  const { sectionWords, events, say, state, metrics } = context;
  const { moment } = sectionWords;
  const reported = firstOf(events, 'reported')!;
  const graded = firstOf(events, 'confirmed', 'treatedAsReal');
  const confirmed = firstOf(events, 'confirmed');
  const rejected = firstOf(events, 'rejected');
  const activated = firstOf(events, 'activated');
  const terminated = lastOf(events, 'terminated');
  const missing: Moment = { note: sectionWords.unknown };
  const verified = confirmed
    ? on(confirmed, moment.confirmed(say.actor(confirmed.actor)))
    : rejected
      ? on(rejected, moment.rejected(say.actor(rejected.actor)))
      : { note: graded === undefined ? sectionWords.unknown : moment.notVerified };
  return {
    detected:
      reported.occurredAt === undefined
        ? missing
        : { at: reported.occurredAt, seq: reported.seq, note: moment.asReported },
    reported: on(reported, say.actor(state.report.reporter)),
    verified,
    graded: graded ? on(graded, gradedWords(context, graded)) : missing,
    activated: activated ? on(activated, say.level(activated.level)) : missing,
    assembled: assembled(context),
    contained: marked(context, metrics.times.containment),
    restored: marked(context, metrics.times.restorationFromReport),
    ended: terminated
      ? on(terminated, lastOf(events, 'reopened') ? moment.watching : say.level(terminated.level))
      : missing,
  };
}

function on({ at, seq }: IncidentEvent, note: string): Moment {
  return { at, seq, note };
}

function gradedWords({ sectionWords, say }: ReportContext, event: EventOf<'confirmed' | 'treatedAsReal'>): string {
  const levels = say.levels(event.level, event.incidentLevel);
  return event.type === 'confirmed' ? levels : `${levels}${sectionWords.semicolon}${sectionWords.moment.byPlan}`;
}

/** Of the first mobilisation: when the last of its teams was complete. */
function assembled({ sectionWords, metrics, events, say }: ReportContext): Moment {
  const begun = firstOf(events, 'reopened')?.seq ?? Infinity;
  const runs = metrics.quorums.filter(({ from, time }) => from === 'called' && (time.seqs[0] ?? 0) < begun);
  if (runs.length === 0) return { note: sectionWords.unknown };
  const open = runs.filter(({ time }) => isUnknown(time));
  if (open.length > 0) {
    const teams = [...new Set(open.map(({ team }) => say.target({ kind: 'team', id: team })))];
    return { note: sectionWords.moment.incomplete(say.list(teams)) };
  }
  const seq = Math.max(...runs.flatMap(({ time }) => time.seqs));
  return { at: at(events, seq), seq, note: sectionWords.moment.complete };
}

/** The last event that the measure was taken from says so. */
function marked({ sectionWords, events }: ReportContext, time: Time): Moment {
  if (isUnknown(time)) return { note: sectionWords.moment.notMarked };
  const seq = Math.max(...time.seqs);
  return { at: at(events, seq), seq, note: sectionWords.moment.marked };
}

function at(events: readonly IncidentEvent[], seq: number): Instant {
  return events.find((event) => event.seq === seq)!.at;
}

function report(context: ReportContext): Block[] {
  const { words, names, lang, state, say, tables } = context;
  const { labels } = words;
  const { report: told } = state;
  const facts = Object.entries(told.facts).map(([id, value]) => say.fact(id, value));
  const given = (text: string | undefined): string => (text === undefined ? words.notReported : context.text(text));
  const rows = [
    [labels.title, context.line(told.texts.title)],
    [labels.category, names.category(told.category, lang)],
    [labels.place, context.line(told.texts.place)],
    [labels.occurredAt, context.timeOr(told.occurredAt, words.notReported)],
    [labels.reportedAt, context.stamp(told.reportedAt)],
    [labels.reporter, say.actor(told.reporter)],
    [labels.cause, given(told.texts.cause)],
    [labels.impact, given(told.texts.impact)],
    [labels.description, given(told.texts.description)],
    [labels.facts, facts.length === 0 ? words.notReported : facts.join('\n')],
  ];
  const columns = [
    { heading: labels.item, width: 22 },
    { heading: labels.stated, width: 78 },
  ];
  return [tables.table(words.captions.report, columns, rows)];
}

interface Line {
  at: Instant;
  fact: string;
  source: string;
}

/** What the analysis put into the timeline stands at its time between what was recorded. */
function course(context: ReportContext): Block {
  const { words, sectionWords, tables } = context;
  const lines = [...recorded(context), ...analysed(context)].toSorted((a, b) => a.at - b.at);
  const columns = [
    { heading: words.labels.time, width: 16 },
    { heading: words.labels.event, width: 66 },
    { heading: sectionWords.columns.source, width: 18 },
  ];
  const rows = lines.map(({ at: moment, fact, source }) => [context.timeCell(moment), fact, source]);
  return tables.table(words.captions.timeline, columns, rows);
}

function recorded(context: ReportContext): Line[] {
  const { sectionWords, events } = context;
  return events
    .filter(isTurn)
    .map((event) => ({ at: event.at, fact: lineOf(context, event), source: sectionWords.event(event.seq) }));
}

/** What stood against an end that was overridden is listed once, in the section on the end. */
function lineOf(context: ReportContext, event: IncidentEvent): string {
  const { words, sectionWords, say } = context;
  const isEnd = event.type === 'terminationProposed' || event.type === 'terminated';
  if (!isEnd || event.override !== true) return context.plain(event);
  const what = event.type === 'terminated' ? 'endedByOverride' : 'overrideProposed';
  return sectionWords.moment.override({ by: say.actor(event.actor), what: words.decisions[what] });
}

function analysed(context: ReportContext): Line[] {
  const { sectionWords, aftermath } = context;
  const { analysis } = aftermath;
  if (analysis === undefined) return [];
  return analysis.items.flatMap((item) => {
    const { kind, at: moment, text } = item;
    if (kind !== 'timeline' || moment === undefined) return [];
    const source = [sectionWords.evidence.analysis, ...evidenceWords(context, item)].join('\n');
    return [{ at: moment, fact: context.line(text), source }];
  });
}
