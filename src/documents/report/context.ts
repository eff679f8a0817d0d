import type { Actor, IncidentEvent, State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { textIn } from '../../domain/lang.js';
import type { Text } from '../../domain/lang.js';
import { metricsOf } from '../../domain/metrics/index.js';
import type { IncidentMetrics } from '../../domain/metrics/index.js';
import type { Names } from '../../domain/plan/names.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import {
  capitalised,
  cleanText,
  eventWords,
  formatFormal,
  formatInstant,
  incidentReportWords,
  oneLine,
  postsHeld,
  reportSectionWords,
  speaker,
} from '../../domain/words/index.js';
import type {
  PostOf,
  ReportSectionId,
  ReportSectionWords,
  ReportWords,
  Speaker,
  Zone,
} from '../../domain/words/index.js';
import { TableNumbers } from '../numbering.js';
import { markedNames, withoutIds } from '../plainNames.js';
import { withoutMarks } from '../unfilled.js';
import type { Act, AftermathInput } from './aftermathInput.js';

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
  /** Of any event that sign-offs name. */
  hashAt?: (seq: number) => string | undefined;
  /** The plan with its texts, by which the incident runs in the end: it says which sections the report has. */
  document?: PlanDocument;
  aftermath?: AftermathInput;
}

/** What every section needs. */
export interface ReportContext extends IncidentReportInput {
  /** As things are called at the end. */
  names: Names;
  /** What happened, in the words of the plan as it was then. */
  readonly told: (event: IncidentEvent) => string;
  /** The same without the ids of tasks, requests and obligations. */
  readonly plain: (event: IncidentEvent) => string;
  /** Anything else that would tell them. */
  readonly inPlain: (words: (say: Speaker) => string) => string;
  words: ReportWords;
  sectionWords: ReportSectionWords;
  aftermath: AftermathInput;
  /** As in drills, up to when the report is written. */
  metrics: IncidentMetrics;
  say: Speaker;
  posts: PostOf;
  tables: TableNumbers;
  /** In a sentence, as formal papers write it. */
  readonly time: (at: Instant) => string;
  /** To the second, for tables. */
  readonly stamp: (at: Instant) => string;
  readonly timeOr: (at: Instant | undefined, otherwise: string) => string;
  /** Over two lines, for a narrow column. */
  readonly timeCell: (at: Instant | undefined) => string;
  /** Free text with its line breaks; erased texts are told to be so. */
  readonly text: (text: string | undefined) => string;
  readonly line: (text: string | undefined) => string;
  readonly t: (text: Text) => string;
}

/** Length of a date and a time to the second. */
const STAMP = '2026-11-22 03:14:05 '.length;
const OFFSET = /(（UTC[^）]*）| \(UTC[^)]*\))$/u;

export function contextOf(input: IncidentReportInput): ReportContext {
  const words = incidentReportWords(input.lang);
  const posts = postsHeld(input.state);
  const names = input.namesAt(input.state.seq);
  const { lang, zone, state, events, generatedAt } = input;
  const full = (at: Instant): string => formatInstant(at, lang, zone);
  // The cover names the zone: where its offset stays the same, every time need not.
  const moments = [...events.map(({ at }) => at), state.report.occurredAt ?? generatedAt, generatedAt];
  const isFixed = new Set(moments.map((at) => full(at).slice(STAMP))).size === 1;
  const stamp = (at: Instant): string => (isFixed ? full(at).slice(0, STAMP).trim() : full(at));
  const marked = markedNames(names);
  return {
    ...input,
    words,
    sectionWords: reportSectionWords(lang),
    aftermath: input.aftermath ?? {},
    metrics: metricsOf(events, state.basis.plan, events.at(-1)?.at ?? generatedAt),
    names,
    told: (event) => eventWords(event, input.namesAt(event.seq), lang, posts),
    plain(event) {
      const told = withoutIds(eventWords(event, markedNames(input.namesAt(event.seq)), lang, posts));
      // What somebody adds has no name yet where it is added: its title follows.
      return event.type === 'taskAdded' ? told.replace(` ${event.task}`, '') : told;
    },
    inPlain: (told) => withoutIds(told(speaker(marked, lang, posts))),
    posts,
    say: speaker(names, lang, posts),
    tables: new TableNumbers((number, caption) => words.tableNumber(number, caption)),
    time: (at) => (isFixed ? formatFormal(at, lang, zone).replace(OFFSET, '') : formatFormal(at, lang, zone)),
    stamp,
    timeCell: (at) => (at === undefined ? words.notRecorded : stamp(at).replace(' ', '\n')),
    timeOr: (at, otherwise) => (at === undefined ? otherwise : stamp(at)),
    text: (text) => (text === undefined ? words.erased : withoutMarks(cleanText(text)) || words.blank),
    line: (text) => (text === undefined ? words.erased : withoutMarks(oneLine(text)) || words.blank),
    t: (text) => textIn(text, lang),
  };
}

/** What the report calls a section that Muster knows; `undefined` where the plan has none such. */
export function titleOfSection({ document, sectionWords, t }: ReportContext, id: ReportSectionId): string | undefined {
  const sections = document?.aftermath?.report.sections;
  if (sections === undefined) return sectionWords.titles[id];
  const found = sections.find((section) => section.id === id);
  return found && t(found.title);
}

/** By the post and not by name: what went wrong is about the matter. */
export function postOf({ say, posts, sectionWords }: ReportContext, { by, authority }: Pick<Act, 'by' | 'authority'>) {
  const post = authority ?? (by.kind === 'person' ? posts.get(by.id) : undefined);
  if (post !== undefined) return say.post(post);
  return by.kind === 'person' ? sectionWords.someone : capitalised(say.actor(by));
}

/** For a column of names, where the post would only take room. */
export function nameOf(say: Speaker, by: Actor): string {
  return by.kind === 'person' ? say.person(by.id) : capitalised(say.actor(by));
}
