import type { Actor, IncidentEvent, State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import type { Names } from '../../domain/plan/names.js';
import type { Instant } from '../../domain/time.js';
import {
  capitalised,
  cleanText,
  eventWords,
  formatInstant,
  incidentReportWords,
  oneLine,
  postsHeld,
  speaker,
} from '../../domain/words/index.js';
import type { PostOf, ReportWords, Speaker, Zone } from '../../domain/words/index.js';
import { TableNumbers } from '../numbering.js';
import type { ReportIssue } from './issue.js';

export interface IncidentReportInput {
  state: State;
  /** From the first one on; the report covers these and nothing else. */
  events: IncidentEvent[];
  /** What things were called at an event. */
  namesAt: (seq: number) => Names;
  lang: Lang;
  /** IANA name; every time in the report carries its offset. */
  zone: Zone;
  generatedAt: Instant;
  /** Hash of the last event covered, from the record's hash chain. */
  recordHash: string;
  /** Absent: Muster's own draft. */
  issue?: ReportIssue;
}

/** What every section needs. */
export interface ReportContext extends IncidentReportInput {
  /** As things are called at the end. */
  names: Names;
  /** What happened, in the words of the plan as it was then. */
  readonly told: (event: IncidentEvent) => string;
  words: ReportWords;
  say: Speaker;
  posts: PostOf;
  tables: TableNumbers;
  readonly time: (at: Instant) => string;
  readonly timeOr: (at: Instant | undefined, otherwise: string) => string;
  /** Over two lines, for a narrow column. */
  readonly timeCell: (at: Instant | undefined) => string;
  /** Free text with its line breaks; erased texts are told to be so. */
  readonly text: (text: string | undefined) => string;
  readonly line: (text: string | undefined) => string;
}

export function contextOf(input: IncidentReportInput): ReportContext {
  const words = incidentReportWords(input.lang);
  const posts = postsHeld(input.state);
  const names = input.namesAt(input.state.seq);
  const time = (at: Instant): string => formatInstant(at, input.lang, input.zone);
  return {
    ...input,
    words,
    names,
    told: (event) => eventWords(event, input.namesAt(event.seq), input.lang, posts),
    posts,
    say: speaker(names, input.lang, posts),
    tables: new TableNumbers((number, caption) => words.tableNumber(number, caption)),
    time,
    timeCell: (at) => (at === undefined ? words.notRecorded : time(at).replace(' ', '\n')),
    timeOr: (at, otherwise) => (at === undefined ? otherwise : time(at)),
    text: (text) => (text === undefined ? words.erased : cleanText(text) || words.blank),
    line: (text) => (text === undefined ? words.erased : oneLine(text) || words.blank),
  };
}

/** For a column of names, where the post would only take room. */
export function nameOf(say: Speaker, by: Actor): string {
  return by.kind === 'person' ? say.person(by.id) : capitalised(say.actor(by));
}
