import { directionOf } from '../direction.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { nameOf } from './context.js';
import type { ReportContext } from './context.js';
import { decisionsIn, knownThen, matterOf } from './decisions.js';
import type { DecisionEntry } from './decisions.js';

/** Each level with why it was decided. */
export function levels(context: ReportContext): Block[] {
  const { words, say, tables, events, state } = context;
  const { labels } = words;
  const rows = events.flatMap((event) => {
    if (event.type === 'confirmed') {
      const decided = say.levels(event.level, event.incidentLevel);
      return [[context.timeCell(event.at), words.decisions.confirmed, decided, context.line(event.texts.reason)]];
    }
    if (event.type === 'treatedAsReal') {
      const decided = say.levels(event.level, event.incidentLevel);
      return [[context.timeCell(event.at), words.decisions.treatedAsReal, decided, context.plain(event)]];
    }
    if (event.type !== 'levelChanged') return [];
    const change = words.decisions[directionOf(state, event)];
    const decided = say.levels(event.to, event.incidentLevel);
    return [
      [
        context.timeCell(event.at),
        change,
        decided,
        event.texts ? context.line(event.texts.reason) : context.plain(event),
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

/** What was decided, by whom, and by which authority. */
export function decisions(context: ReportContext): Block[] {
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
  const { words, say, inPlain } = context;
  const matter = inPlain((told) => matterOf({ ...context, say: told }, event) ?? '');
  return [
    String(event.seq),
    context.timeCell(event.at),
    [words.decisions[kind], ...(matter === '' ? [] : [matter]), ...knownThen(context, known)].join('\n'),
    nameOf(say, by),
    authority === undefined ? (by.kind === 'system' ? words.byPlan : words.notRecorded) : say.post(authority),
    reason === undefined ? words.blank : context.line(reason.text),
  ];
}
