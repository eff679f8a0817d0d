import {
  cleanText,
  eventWords,
  formatDate,
  formatInstant,
  formatMoment,
  postsHeld,
  sitrepWords,
  speaker,
} from '../../domain/words/index.js';
import type { SitrepWords, Speaker, Zone } from '../../domain/words/index.js';
import type { Actor, EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import type { Names } from '../../domain/plan/names.js';
import type { Instant } from '../../domain/time.js';
import { actedIn, lastActs } from '../acted.js';
import type { Acted } from '../acted.js';
import { TableNumbers } from '../numbering.js';
import type { History } from './history.js';
import type { SitrepIssue } from './issue.js';

export interface SitrepInput {
  issue: SitrepIssue;
  /** As it was after the last event covered. */
  state: State;
  /** From the first one of the incident up to the last one covered. */
  events: readonly IncidentEvent[];
  history: History;
  /** What things were called at an event. */
  namesAt: (seq: number) => Names;
  lang: Lang;
  zone: Zone;
  /** Hash of the last event covered, from the record's hash chain. */
  recordHash: string;
}

/** What every section needs. */
export interface SitrepContext extends SitrepInput {
  /** Only what is new since the last report. */
  period: IncidentEvent[];
  names: Names;
  words: SitrepWords;
  say: Speaker;
  tables: TableNumbers;
  readonly acted: Acted;
  /** When each was last seen to do something besides saying that they come. */
  readonly lastAct: ReadonlyMap<PersonId, Instant>;
  /** The zone is named once, at the head; in another year, which is far off, the day is enough. */
  readonly moment: (at: Instant) => string;
  readonly time: (at: Instant) => string;
  readonly told: (event: IncidentEvent) => string;
  /** Free text with its line breaks. */
  readonly text: (text: string | undefined) => string;
  /** The post, and who acts in it. */
  readonly holder: (post: PostId) => string;
  /** The post, and everybody who holds it. */
  readonly holders: (post: PostId) => string;
}

export function contextOf(input: SitrepInput): SitrepContext {
  const { issue, state, events, lang, zone, namesAt } = input;
  const words = sitrepWords(lang);
  const names = namesAt(issue.upTo);
  const posts = postsHeld(state);
  const say = speaker(names, lang, posts);
  return {
    ...input,
    period: events.filter(({ seq }) => seq > issue.since && seq <= issue.upTo),
    names,
    words,
    say,
    tables: new TableNumbers((number, caption) => words.tableNumber(number, caption)),
    acted: actedIn(events),
    lastAct: lastActs(events),
    moment: (at) =>
      yearOf(at, zone) === yearOf(issue.until, zone) ? formatMoment(at, lang, zone) : formatDate(at, lang, zone),
    time: (at) => formatInstant(at, lang, zone),
    told: (event) => eventWords(event, namesAt(event.seq), lang, posts),
    text: (text) => (text === undefined ? words.erased : cleanText(text)),
    holder: (post) => withHolders({ say, words }, post, holdersOf(state, post).slice(0, 1)),
    holders: (post) => withHolders({ say, words }, post, holdersOf(state, post)),
  };
}

/** `技术救援组组长（赵磊）`, `Technical rescue lead (Zhao Lei)`. */
export function withPeople({ say }: Pick<SitrepContext, 'say'>, post: PostId, people: PersonId[]): string {
  if (people.length === 0) return say.post(post);
  const named = byName({ say }, people);
  return say.lang === 'zh-CN' ? `${say.post(post)}（${named}）` : `${say.post(post)} (${named})`;
}

function withHolders({ say, words }: Pick<SitrepContext, 'say' | 'words'>, post: PostId, people: PersonId[]): string {
  return people.length === 0 ? words.vacant(say.post(post)) : withPeople({ say }, post, people);
}

function holdersOf({ command, basis }: State, post: PostId): PersonId[] {
  const inCommand = command.posts[post];
  if (inCommand !== undefined) return [inCommand];
  const holders = basis.holders[post] ?? [];
  // Whoever took over from the commander has left the post of a deputy.
  const commander = command.posts[basis.plan.command.commander];
  return basis.plan.command.deputies.includes(post) ? holders.filter((person) => person !== commander) : holders;
}

function yearOf(at: Instant, zone: Zone): string {
  return formatInstant(at, 'en', zone).slice(0, 4);
}

/** Where the post would only take room. */
export function nameOf({ say }: Pick<SitrepContext, 'say'>, by: Actor): string {
  return by.kind === 'person' ? say.person(by.id) : say.actor(by);
}

/** The one person in overall command. */
export function commanderOf({ command, basis }: State): PersonId | undefined {
  return command.posts[basis.plan.command.commander];
}

/** In the period, in order. */
export function inPeriod<T extends IncidentEvent['type']>(
  { period }: SitrepContext,
  ...types: T[]
): Extract<IncidentEvent, { type: T }>[] {
  return period.filter((event): event is Extract<IncidentEvent, { type: T }> =>
    (types as IncidentEvent['type'][]).includes(event.type),
  );
}

/** By which the response ended in this period, and has not been taken up again since. */
export function endIn(context: SitrepContext): EventOf<'terminated'> | undefined {
  const turn = inPeriod(context, 'terminated', 'reopened').at(-1);
  return turn?.type === 'terminated' ? turn : undefined;
}

/** When the response began, or was taken up again. */
export function runningSince({ events, state }: SitrepContext): Instant {
  return events.findLast(({ type }) => type === 'activated' || type === 'reopened')?.at ?? state.report.reportedAt;
}

/** More names than this are counted. */
export const MOST_NAMES = 12;

/** Whom somebody has to reach is told by name. */
export function byName({ say }: Pick<SitrepContext, 'say'>, people: string[]): string {
  return people.length > MOST_NAMES ? say.people(people) : say.list(people.map(say.person));
}

/** Sentences of one paragraph, as the language sets them. */
export function together({ lang }: SitrepContext, sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(lang === 'zh-CN' ? '' : ' ');
}

export function levelsNow({ state, say, words }: SitrepContext): string {
  const { level, incidentLevel } = state.grading;
  return level === undefined || incidentLevel === undefined ? words.undecided : say.levels(level, incidentLevel);
}
