import type { EventOf } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { ObligationRule } from '../plan/compiled.js';
import { sitrepEn } from './sitrep.en.js';
import { sitrepZh } from './sitrep.zh.js';

export type SitrepKind = 'first' | 'continued' | 'final';

/** Labels of the form at the head, of the foot, and of the columns of the tables. */
type SitrepLabel =
  | 'unit'
  | 'incident'
  | 'category'
  | 'period'
  | 'level'
  | 'phase'
  | 'commander'
  | 'plan'
  | 'writtenBy'
  | 'releasedBy'
  | 'releasedAt'
  | 'dueAt'
  | 'zone'
  | 'sentTo'
  | 'passedOn'
  | 'recordHash'
  | 'eventsCovered'
  | 'team'
  | 'called'
  | 'arrived'
  | 'acknowledged'
  | 'active'
  | 'unanswered'
  | 'gone'
  | 'standing'
  | 'matter'
  | 'owner'
  | 'due';

/**
 * Everybody who was called, each counted once. `present`: all but those who are `gone`: declined, released or working
 * for another incident. `active`: has acted on the record since the call without acknowledging it.
 */
export interface PeopleNow {
  called: number;
  present: number;
  arrived: number;
  acknowledged: number;
  active: number;
  unanswered: number;
  gone: number;
}

/** Enough people are `there`, some of them, or they are only `promised`. */
export type TeamStanding =
  'stoodDown' | 'there' | 'partlyThere' | 'late' | 'promised' | 'accepted' | 'answered' | 'silent' | 'waiting';

/** `since`: the last sign of life; `asked`: to take over, nobody where there is nobody to ask. */
export interface SilenceWords {
  commander: string;
  lastActed: string | undefined;
  /** To check in. */
  reminded: string | undefined;
  asked: { person: string; at: string }[];
}

/** Every sentence that a SITREP may hold. Times come made ready; they are told short, the zone once at the head. */
export interface SitrepWords {
  title(parts: { organisation: string; title: string; drill: boolean }): string[];
  issue(parts: { number: number; kind: SitrepKind }): string;
  runningHead(incidentId: string, number: number): string;
  drillMark: string;
  draftMark: string;
  formCaption: string;
  footCaption: string;
  labels: Readonly<Record<SitrepLabel, string>>;
  headings: Readonly<Record<'teams' | 'obligations' | 'next', string>>;
  captions: Readonly<Record<'teams' | 'pending', string>>;
  tableNumber(number: number, caption: string): string;
  colon: string;
  semicolon: string;
  blank: string;
  erased: string;
  undecided: string;
  missing: string;
  period(from: string, until: string): string;
  levelNow(levels: string): string;
  levelFirst(levels: string): string;
  levelFrom(levels: string, before: string): string;
  levelAtEnd(levels: string): string;
  levelReopened(levels: string): string;
  /** The program, and the headings of what each person wrote. */
  writtenBy(authors: readonly { by: string; headings: readonly string[] }[]): string;
  notReleased: string;
  late(span: string): string;
  eventRange(first: number, last: number): string;
  version(version: number): string;
  written(by: string): string;
  vacant(post: string): string;
  drillNote: string;

  reported(parts: { at: string; reporter: string; title: string; place: string }): string;
  occurred(at: string): string;
  unverified: string;
  standby(parts: { at: string; by: string; reason: string; prolonged: boolean }): string;
  /** `provisional`: the response runs already. */
  confirmed(parts: { at: string; by: string; levels: string; reason: string; provisional: boolean }): string;
  recalled(parts: { reportedAt: string; place: string }): string;
  ongoing(parts: { reportedAt: string; place: string; span: string; levels: string }): string;
  /** `ended`: when it had ended. */
  reopened(parts: { ended: string; at: string; by: string; levels: string; reason: string }): string;
  changed(parts: {
    at: string;
    by: string;
    direction: 'raised' | 'lowered';
    from: string;
    to: string;
    incidentLevel: string;
    reason: string;
  }): string;
  /** The incident level alone; the response stays at `level`. */
  regraded(parts: {
    at: string;
    by: string;
    was: string;
    incidentLevel: string;
    level: string;
    reason: string;
  }): string;
  ended(parts: {
    at: string;
    proposed: { at: string; by: string; reason: string; criteria: string };
    second?: string;
    override: boolean;
    span: string;
    levels: string;
    /** Where it once stood higher. */
    highest: string | undefined;
  }): string;
  statements(count: number): string;
  earlierStatements(count: number): string;
  noStatements: string;
  /** Values of facts that came in. */
  factsTold(facts: string): string;
  /** What is said in public; `alerts`: what people were told of, empty where nothing was. */
  opinion(parts: { count: number; figures: string[]; alerts: string; replied: number }): string;
  /** Nobody said anything, but tasks that were finished found something. */
  onlyFindings: string;
  treatedAsReal(parts: { at: string; levels: string; why: EventOf<'treatedAsReal'>['why'] }): string;

  lasting(parts: { span: string; ended: boolean }): string;
  known: string;
  reportedImpact(text: string): string;
  reportedCause(text: string): string;
  noImpact: string;
  newFact: string;
  changedFact(was: string): string;
  /** Beside a value that is known better since. */
  reportedAs(value: string): string;
  findings: string;
  foundBy(parts: { task: string; by: string; at: string; finding: string }): string;

  /** `more`: some of these were called later. */
  mobilised(groups: { at: string; more: boolean; bodies: string }[]): string;
  declined(people: { person: string; at: string; reason: string }[]): string;
  declinedMany(count: number): string;
  partnerAsked(parts: { at: string; partner: string; team: string; people: string[] }): string;
  partnersDropped(parts: { at: string; partners: string[]; team: string }): string;
  answeredLate(parts: { post: string; called: string; heard: string }): string;
  commandBack(parts: SilenceWords & { at: string }): string;
  stoodDown(parts: { at: string; bodies: string[] }): string;
  /** Of a post that somebody else holds by then. */
  formerly(body: string): string;
  /** `besides`: the posts that no team counts; `onceEach`: some are in several of those that are counted. */
  peopleNow(counts: PeopleNow & { until: string; besides: string; onceEach: boolean }): string;
  tasksDone: string;
  taskDone(parts: { at: string; task: string; by: string; results: string[] }): string;
  finding(text: string): string;
  evidence(link: string): string;
  decisionsTaken: string;
  taskAdded(parts: { at: string; by: string; task: string; owner: string }): string;
  taskSkipped(parts: { at: string; by: string; task: string; reason: string }): string;
  taskReassigned(parts: { at: string; by: string; task: string; owner: string; reason: string }): string;
  decided(at: string, told: string): string;
  found: string;
  foundOut(parts: { at: string; question: string; answer: string; by: string }): string;
  handedOver(brief: string[]): string;
  moves: string;
  movesCounted(counts: { admitted: number; left: number }): string;
  left(parts: { at: string; by: string; pass: number; name: string }): string;
  /** `entries`: of the register, unless there are too many. */
  cordon(parts: {
    until: string;
    area: string;
    set: string;
    changed: string | undefined;
    inside: number;
    entries: { pass: number; name: string; purpose: string }[];
  }): string;
  nothingDone: string;
  noTeams: string;
  standing: Readonly<Record<TeamStanding, string>>;
  short(missing: string): string;

  openQuestion(question: string): string;
  unansweredCall(parts: { team: string; people: string }): string;
  partnerOpen(parts: { at: string; partner: string; team: string }): string;
  /** Before the list of what stood against the end. */
  overridden: string;
  secondSignature(by: string): string;
  nothingPending: string;
  overdue(due: string): string;
  inProgress(due: string, since: string): string;
  waitsFor(tasks: string): string;
  askedBy(person: string): string;

  commandSilent(parts: SilenceWords): string;
  unreachable(people: string): string;
  silent(people: string): string;
  shortOf(parts: { team: string; missing: string }): string;
  shortAccepted(parts: { team: string; missing: string }): string;
  /** `who` comes, but later than the team was to be complete; `enough`: they make up the number. */
  shortUntil(parts: { team: string; missing: string; count: number; who: string; enough: boolean }): string;
  expectedAt(people: string, at: string): string;
  ofPartner(partner: string, people: string): string;
  notThere(people: string): string;
  /** `late`: it was needed before. */
  /** Above several of them. */
  resourcesShort: string;
  resourceShort(missing: { what: string; missing: string; heldBy: string; late: boolean }): string;
  resourcesOut(what: string[]): string;
  partnerAwaited(partners: string[]): string;
  spendingAwaited(what: string[]): string;
  overdueTask(parts: { task: string; owner: string; due: string }): string;
  overdueTasks(tasks: string[], final: boolean): string;
  relief(people: string): string;
  failed(count: number): string;
  nothingNeeded: string;

  toTakeCommand(commander: string): string;
  toSign(by: string): string;
  toRaise(parts: { proposed: string; now: string }): string;
  toVerify: string;
  toAccept(to: string): string;
  toShare(parts: { person: string; incident: string }): string;
  /** What waited for a decision when command was handed over. */
  toSettle(pending: string): string;
  nothingToDecide: string;

  noOutlook: string;

  obligationsDue: string;
  /** The facts known do not decide them. */
  obligationsOpen: string;
  /** The same in the final report. */
  obligationsAtEnd: string;
  /** Called for earlier, and not by the facts as they are now. */
  obligationsBefore: string;
  /** Registered as filed. */
  obligationsDone: string;
  obligationDone(parts: { title: string; at: string; late: boolean }): string;
  /** Where the clock of the report runs anew from the next end. */
  obligationsMissed: string;
  obligationMissed(parts: { title: string; limits: string }): string;
  obligationsFiled: string;
  /** `ends`: where time runs from discovery, and the report is taken for it. */
  obligation(parts: {
    title: string;
    addressee: string;
    limit: string;
    ends: { at: string; past: boolean } | undefined;
    owner: string;
    verified: boolean;
  }): string;
  /** From what a limit runs. */
  starts: Readonly<Record<ObligationRule['start'], string>>;
  filing(title: string): string;
  within(span: string, since: string): string;
  workingDays(count: number, since: string): string;
  months(count: number, since: string): string;
  hours(count: number): string;
  /** The law gives no number, and the organisation perhaps a limit of its own. */
  promptly(own: string | undefined): string;

  next(at: string): string;
  noNext: string;
  noMore: string;
}

const WORDS: Record<Lang, SitrepWords> = { 'zh-CN': sitrepZh, en: sitrepEn };

export function sitrepWords(lang: Lang): SitrepWords {
  return WORDS[lang];
}
