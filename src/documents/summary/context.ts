import type { EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import type { IncidentMetrics } from '../../domain/metrics/index.js';
import { metricsOf } from '../../domain/metrics/index.js';
import type { Lang } from '../../domain/lang.js';
import type { Names } from '../../domain/plan/names.js';
import type { Instant } from '../../domain/time.js';
import { cleanText, formatInstant, oneLine, postsHeld, speaker, summaryRecordWords } from '../../domain/words/index.js';
import type { PostOf, Speaker, SummaryRecordWords, Zone } from '../../domain/words/index.js';
import { TableNumbers } from '../numbering.js';

export interface SummaryRecordInput {
  /** As it was after the last event covered, by which the meeting was recorded. */
  state: State;
  events: IncidentEvent[];
  /** What things were called at an event. */
  namesAt: (seq: number) => Names;
  lang: Lang;
  zone: Zone;
  /** Hash of the last event covered, from the record's hash chain. */
  recordHash: string;
}

/** What every section needs. */
export interface SummaryContext extends SummaryRecordInput {
  held: EventOf<'summaryHeld'>;
  metrics: IncidentMetrics;
  names: Names;
  words: SummaryRecordWords;
  say: Speaker;
  posts: PostOf;
  tables: TableNumbers;
  readonly time: (at: Instant) => string;
  /** Free text with its line breaks; erased texts are told to be so. */
  readonly text: (text: string | undefined) => string;
  readonly line: (text: string | undefined) => string;
}

export function contextOf(input: SummaryRecordInput): SummaryContext {
  const { state, events, namesAt, lang, zone } = input;
  const held = events.findLast((event): event is EventOf<'summaryHeld'> => event.type === 'summaryHeld');
  if (held === undefined) throw new Error(`no summary evaluation of incident ${state.incidentId} is recorded`);
  const words = summaryRecordWords(lang);
  const names = namesAt(held.seq);
  const posts = postsHeld(state);
  return {
    ...input,
    held,
    metrics: metricsOf(events, state.basis.plan, held.at),
    names,
    words,
    posts,
    say: speaker(names, lang, posts),
    tables: new TableNumbers((number, caption) => words.tableNumber(number, caption)),
    time: (at) => formatInstant(at, lang, zone),
    text: (text) => (text === undefined ? words.erased : cleanText(text) || words.blank),
    line: (text) => (text === undefined ? words.erased : oneLine(text) || words.blank),
  };
}
