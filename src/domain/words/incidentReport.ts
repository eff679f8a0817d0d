import type { DecisionType, EventOf } from '../incident/index.js';
import type { Lang } from '../lang.js';
import { incidentReportEn } from './incidentReport.en.js';
import { incidentReportZh } from './incidentReport.zh.js';

type ReportHeading = 'annexEvents' | 'annexRecord';

type ReportLabel =
  | 'actor'
  | 'answer'
  | 'authority'
  | 'body'
  | 'calledAt'
  | 'category'
  | 'cause'
  | 'criterion'
  | 'date'
  | 'decidedBy'
  | 'decision'
  | 'delivery'
  | 'description'
  | 'due'
  | 'event'
  | 'eventsCovered'
  | 'facts'
  | 'generatedAt'
  | 'impact'
  | 'incidentId'
  | 'incidentLevel'
  | 'issue'
  | 'item'
  | 'level'
  | 'mode'
  | 'name'
  | 'number'
  | 'occurredAt'
  | 'phase'
  | 'place'
  | 'plan'
  | 'planHash'
  | 'post'
  | 'reason'
  | 'recordHash'
  | 'reportedAt'
  | 'reporter'
  | 'role'
  | 'signature'
  | 'stated'
  | 'time'
  | 'title'
  | 'unit'
  | 'zone';

export type DecisionKind =
  | Exclude<DecisionType, 'levelChanged' | 'claimResolved'>
  | 'standbyProlonged'
  | 'raised'
  | 'raisedByPlan'
  | 'lowered'
  | 'regraded'
  | 'claimShared'
  | 'claimYielded'
  | 'overrideProposed'
  | 'endedByOverride';

type TableCaption =
  'record' | 'report' | 'timeline' | 'levels' | 'decisions' | 'criteria' | 'signatories' | 'signatures' | 'events';

/** Where somebody who was called stands at the end of the record. */
export type Answer =
  | 'acknowledged'
  | 'acknowledgedLate'
  | 'active'
  | 'declined'
  | 'silent'
  | 'stoodDownUnanswered'
  | 'takenOffUnanswered'
  | 'open';
export type Delivery = 'accepted' | 'unreachable' | 'delayed' | 'cancelled' | 'unknown';

export interface ReportWords {
  headings: Readonly<Record<ReportHeading, string>>;
  labels: Readonly<Record<ReportLabel, string>>;
  captions: Readonly<Record<TableCaption, string>>;
  decisions: Readonly<Record<DecisionKind, string>>;
  answers: Readonly<Record<Answer, string>>;
  deliveries: Readonly<Record<Delivery, string>>;
  modes: Readonly<Record<'real' | 'drill', string>>;
  signatoryRoles: Readonly<Record<'proposed' | 'confirmed', string>>;

  /** One entry a line: a Chinese title stands centred, its lines forming a trapezoid. */
  title(parts: { organisation: string; day: string; date: string; title: string; drill: boolean }): string[];
  runningHead(incidentId: string): string;
  drillMark: string;
  drillNote: string;
  drillClock: string;
  lead: {
    reported(parts: { at: string; reporter: string; title: string; place: string }): string;
    treatedAsReal(parts: { at: string; levels: string; why: EventOf<'treatedAsReal'>['why'] }): string;
    /** `provisional`: the response ran already. */
    confirmed(parts: { at: string; by: string; levels: string; provisional: boolean }): string;
    rejected(parts: { at: string; by: string }): string;
    undecided: string;
    /** `watched`: the span includes the watch after an earlier end. */
    terminated(parts: { at: string; span: string; watched: boolean }): string;
    /** It came back, for the last time then. */
    reopened(at: string): string;
    notTerminated(phase: string): string;
    basis(parts: { plan: string; version: number }): string;
  };
  generatedBy: string;
  coverCaption: string;

  colon: string;
  version(version: number): string;
  reportVersion(version: number): string;
  /** Of a report that nobody has submitted. */
  ownDraft: string;
  issue(of: { version: number; approved: boolean }): string;
  acts: Readonly<Record<'submitted' | 'reviewed' | 'approved', string>>;
  signed(by: { by: string; at: string; seq: number; hash: string }): string;
  /** `last`: the event that made the last statement. */
  statementsThen(parts: { count: number; last: number }): string;
  questionsThen(count: number): string;
  tableNumber(number: number, caption: string): string;
  eventRange(first: number, last: number): string;
  after(span: string): string;
  eta(at: string): string;

  undecided: string;
  /** Not said in the report, or since erased: the record does not tell which. */
  notReported: string;
  notRecorded: string;
  /** Authority of what nobody decided, because the plan lays it down. */
  byPlan: string;
  erased: string;
  blank: string;

  courseNote: string;
  /** `notReported`: something else about it is on record; `missing`: nothing is. */
  impact: {
    given: string;
    notReported: string;
    missing: string;
    statements: string;
  };
  cause: {
    given: string;
    notReported: string;
    missing: string;
    found: string;
    /** In the section of this name. */
    seeStatements(title: string): string;
  };
  otherReports: string;
  otherReport(parts: { at: string; by: string; text: string }): string;
  at(at: string, told: string): string;
  nature: {
    decided(parts: { category: string; levels: string }): string;
    rejected(category: string): string;
    undecided(category: string): string;
  };
  people(counts: { called: number; acknowledged: number; active: number; silent: number; unreachable: number }): string;
  nobodyCalled: string;
  channelNote: string;
  noLevel: string;
  noDecision: string;
  refusedCount(count: number): string;
  terminatedAt(at: string): string;
  recurrences: string;
  reopened(parts: { ended: string; at: string; by: string; levels: string; reason: string }): string;
  /** Of legal reports, before the last recurrence; and in the end too. */
  missedBefore: string;
  missedLimits(parts: { title: string; limits: string; again: string | undefined }): string;
  noTermination: string;
  /** Before the list of them. */
  leftOpen: string;
  criteriaNote(level: string): string;
  met: string;
  confirmed(parts: { by: string; at: string }): string;
  /** Before the list of what stood against it. */
  overridden: string;
  notAsked: string;
  proposalReason(reason: string): string;
  singleSignature: string;
  seal: string;
  recordNote: string;
}

const WORDS: Record<Lang, ReportWords> = { 'zh-CN': incidentReportZh, en: incidentReportEn };

/** Headings, labels and sentences of the incident report 事故报告书. */
export function incidentReportWords(lang: Lang): ReportWords {
  return WORDS[lang];
}
