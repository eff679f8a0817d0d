import { deliveryWords } from '../../domain/words/index.js';
import type { Block, Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { answerOf, callOutcomes } from './calls.js';
import type { CallOutcome } from './calls.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { directionOf } from '../direction.js';
import { decisionsIn, knownThen, matterOf } from './decisions.js';
import type { DecisionEntry } from './decisions.js';
import { spans } from './milestones.js';

/** How the response went, in figures that follow from the events. */
export function evaluation(context: ReportContext): Section {
  const { headings } = context.words;
  return {
    heading: headings.evaluation,
    blocks: [],
    sections: [
      { heading: headings.durations, blocks: durations(context), sections: [] },
      { heading: headings.people, blocks: people(context), sections: [] },
      { heading: headings.levels, blocks: levels(context), sections: [] },
      { heading: headings.decisions, blocks: decisions(context), sections: [] },
    ],
  };
}

function durations(context: ReportContext): Block[] {
  const { words, say, tables, events } = context;
  const { labels } = words;
  const rows = spans(events).map(({ name, from, to, sum }) => {
    const lasted = sum ?? (from === undefined || to === undefined ? undefined : to - from);
    return [
      words.spans[name],
      sum === undefined ? context.timeCell(from) : words.blank,
      sum === undefined ? context.timeCell(to) : words.blank,
      // A report may name a time of occurrence after itself; a negative span would look like a figure.
      lasted === undefined || lasted < 0 ? words.blank : say.duration(lasted),
    ];
  });
  const columns = [
    { heading: labels.span, width: 34 },
    { heading: labels.from, width: 24 },
    { heading: labels.to, width: 24 },
    { heading: labels.duration, width: 18 },
  ];
  const clock = context.state.report.mode === 'drill' ? [paragraph(words.drillClock)] : [];
  return [...clock, tables.table(words.captions.durations, columns, rows)];
}

function people(context: ReportContext): Block[] {
  const { words, say, tables, events } = context;
  const { labels } = words;
  const outcomes = callOutcomes(events);
  if (outcomes.length === 0) return [paragraph(words.nobodyCalled)];
  const rows = outcomes.map((outcome) => [
    say.target(outcome.target),
    say.person(outcome.person),
    context.timeCell(outcome.calledAt),
    deliveryOf(context, outcome),
    answerWords(context, outcome),
  ]);
  const columns = [
    { heading: labels.body, width: 17 },
    { heading: labels.name, width: 11 },
    { heading: labels.calledAt, width: 20 },
    { heading: labels.delivery, width: 18 },
    { heading: labels.answer, width: 34 },
  ];
  return [
    paragraph(words.people(counts(outcomes))),
    tables.table(words.captions.people, columns, rows),
    paragraph(words.channelNote),
  ];
}

/** By person: whoever was called for two teams and answered for one has answered. */
function counts(outcomes: CallOutcome[]): {
  called: number;
  acknowledged: number;
  active: number;
  silent: number;
  unreachable: number;
} {
  const byPerson = new Map<string, CallOutcome[]>();
  for (const outcome of outcomes) byPerson.set(outcome.person, [...(byPerson.get(outcome.person) ?? []), outcome]);
  const persons = [...byPerson.values()];
  const acknowledged = (own: CallOutcome[]): boolean => own.some((o) => o.acknowledgedAt !== undefined);
  const active = (own: CallOutcome[]): boolean => !acknowledged(own) && own.some((o) => answerOf(o) === 'active');
  const answered = (own: CallOutcome[]): boolean => acknowledged(own) || active(own);
  return {
    called: persons.length,
    acknowledged: persons.filter(acknowledged).length,
    active: persons.filter(active).length,
    silent: persons.filter((own) => !answered(own) && own.some((o) => o.silentAt !== undefined)).length,
    unreachable: persons.filter((own) => own.every((o) => o.delivery === 'unreachable')).length,
  };
}

function deliveryOf({ words, lang }: ReportContext, { delivery, code }: CallOutcome): string {
  const told = words.deliveries[delivery];
  return code === undefined ? told : `${told}\n${deliveryWords(code, lang)}`;
}

function answerWords(context: ReportContext, outcome: CallOutcome): string {
  const { words, say } = context;
  const { acknowledgedAt, actedAt, eta, calledAt } = outcome;
  const kind = answerOf(outcome);
  const answer = words.answers[kind];
  const at = acknowledgedAt ?? (kind === 'active' ? actedAt : undefined);
  if (at === undefined) return answer;
  const parts = [answer, context.time(at), words.after(say.duration(at - calledAt))];
  if (eta !== undefined) parts.push(words.eta(context.time(eta)));
  return parts.join('\n');
}

function levels(context: ReportContext): Block[] {
  const { words, say, tables, events, state } = context;
  const { labels } = words;
  const rows = events.flatMap((event) => {
    if (event.type === 'confirmed') {
      const decided = say.levels(event.level, event.incidentLevel);
      return [[context.timeCell(event.at), words.decisions.confirmed, decided, context.line(event.texts.reason)]];
    }
    if (event.type === 'treatedAsReal') {
      const decided = say.levels(event.level, event.incidentLevel);
      return [[context.timeCell(event.at), words.decisions.treatedAsReal, decided, context.told(event)]];
    }
    if (event.type !== 'levelChanged') return [];
    const change = words.decisions[directionOf(state, event)];
    const decided = say.levels(event.to, event.incidentLevel);
    return [
      [
        context.timeCell(event.at),
        change,
        decided,
        event.texts ? context.line(event.texts.reason) : context.told(event),
      ],
    ];
  });
  if (rows.length === 0) return [paragraph(words.noLevel)];
  const columns = [
    { heading: labels.time, width: 24 },
    { heading: labels.decision, width: 16 },
    { heading: labels.level, width: 24 },
    { heading: labels.reason, width: 36 },
  ];
  return [tables.table(words.captions.levels, columns, rows)];
}

function decisions(context: ReportContext): Block[] {
  const { words, tables, events, state } = context;
  const { labels } = words;
  const entries = decisionsIn(state, events);
  const refused = events.filter((event) => event.type === 'refused').length;
  const refusals = refused === 0 ? [] : [paragraph(words.refusedCount(refused))];
  if (entries.length === 0) return [paragraph(words.noDecision), ...refusals];
  const columns = [
    { heading: labels.number, width: 7 },
    { heading: labels.time, width: 19 },
    { heading: labels.decision, width: 24 },
    { heading: labels.decidedBy, width: 12 },
    { heading: labels.authority, width: 15 },
    { heading: labels.reason, width: 23 },
  ];
  const rows = entries.map((entry) => decisionRow(context, entry));
  return [tables.table(words.captions.decisions, columns, rows), ...refusals];
}

function decisionRow(context: ReportContext, { event, kind, by, authority, reason, known }: DecisionEntry): string[] {
  const { words, say } = context;
  const matter = matterOf(context, event);
  return [
    String(event.seq),
    context.timeCell(event.at),
    [words.decisions[kind], ...(matter === undefined ? [] : [matter]), ...knownThen(context, known)].join('\n'),
    nameOf(say, by),
    authority === undefined ? (by.kind === 'system' ? words.byPlan : words.notRecorded) : say.post(authority),
    reason === undefined ? words.blank : context.line(reason.text),
  ];
}
