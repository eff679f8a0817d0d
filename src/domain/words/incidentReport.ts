import type { Lang } from '../lang.js';
import { incidentReportEn } from './incidentReport.en.js';
import { incidentReportZh } from './incidentReport.zh.js';

export type ReportHeading =
  | 'basics'
  | 'planAndUnit'
  | 'report'
  | 'course'
  | 'impact'
  | 'cause'
  | 'reportedCause'
  | 'nature'
  | 'evaluation'
  | 'durations'
  | 'people'
  | 'levels'
  | 'decisions'
  | 'termination'
  | 'criteria'
  | 'signatories'
  | 'followUp'
  | 'notContained'
  | 'improvements'
  | 'signatures'
  | 'annexEvents'
  | 'annexRecord';

export type ReportLabel =
  | 'acknowledged'
  | 'actor'
  | 'answer'
  | 'authority'
  | 'body'
  | 'calledAt'
  | 'category'
  | 'cause'
  | 'criterion'
  | 'date'
  | 'decision'
  | 'delivery'
  | 'description'
  | 'due'
  | 'duration'
  | 'event'
  | 'eventsCovered'
  | 'facts'
  | 'finding'
  | 'from'
  | 'generatedAt'
  | 'impact'
  | 'improvement'
  | 'incidentId'
  | 'incidentLevel'
  | 'item'
  | 'level'
  | 'mode'
  | 'name'
  | 'number'
  | 'occurredAt'
  | 'owner'
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
  | 'span'
  | 'stated'
  | 'time'
  | 'title'
  | 'to'
  | 'unit'
  | 'zone';

/** The spans of time that the evaluation gives. */
export type ReportSpan =
  | 'occurredToReported'
  | 'reportedToAlertAcknowledged'
  | 'reportedToStandby'
  | 'reportedToVerified'
  | 'verifiedToActivated'
  | 'calledToFirstAcknowledged'
  | 'calledToLastAcknowledged'
  | 'activatedToTerminated'
  | 'reportedToTerminated';

export type DecisionKind =
  | 'standbyDeclared'
  | 'confirmed'
  | 'rejected'
  | 'raised'
  | 'lowered'
  | 'regraded'
  | 'terminationProposed'
  | 'terminationWithdrawn'
  | 'terminated'
  | 'closed';

export type TableCaption =
  | 'report'
  | 'timeline'
  | 'durations'
  | 'people'
  | 'levels'
  | 'decisions'
  | 'criteria'
  | 'signatories'
  | 'improvements'
  | 'signatures'
  | 'events';

/** Where somebody who was called stands at the end of the record. */
export type Answer = 'acknowledged' | 'acknowledgedLate' | 'silent' | 'stoodDownUnanswered' | 'open';
export type Delivery = 'accepted' | 'unreachable' | 'delayed' | 'cancelled' | 'unknown';

export interface ReportWords {
  headings: Readonly<Record<ReportHeading, string>>;
  labels: Readonly<Record<ReportLabel, string>>;
  spans: Readonly<Record<ReportSpan, string>>;
  captions: Readonly<Record<TableCaption, string>>;
  decisions: Readonly<Record<DecisionKind, string>>;
  answers: Readonly<Record<Answer, string>>;
  deliveries: Readonly<Record<Delivery, string>>;
  modes: Readonly<Record<'real' | 'drill', string>>;
  /** One line each; Chinese titles stand centred in a trapezoid. */
  title(parts: { organisation: string; day: string; title: string; drill: boolean }): string[];
  drillMark: string;
  drillNote: string;
  lead: {
    reported(parts: { at: string; reporter: string; title: string; place: string }): string;
    activated(parts: { at: string; by: string; levels: string }): string;
    rejected(parts: { at: string; by: string }): string;
    undecided: string;
    terminated(parts: { at: string; span: string }): string;
    notTerminated(phase: string): string;
    basis(parts: { plan: string; version: number; first: number; last: number }): string;
  };
  unknown: string;
  notReported: string;
  erased: string;
  notYet: string;
  blank: string;
  yes: string;
  no: string;
  version(version: number): string;
  tableNumber(number: number, caption: string): string;
  eventRange(first: number, last: number): string;
  cause: { given(text: string): string; missing: string; notAnalysed: string };
  nature: { decided(parts: { category: string; levels: string }): string; undecided(category: string): string };
  impact: { given(text: string): string; missing: string; facts(facts: string): string; notMeasured: string };
  people(counts: { called: number; acknowledged: number; silent: number; unreachable: number }): string;
  nobodyCalled: string;
  channelNote: string;
  noLevelChange: string;
  noDecision: string;
  noTermination: string;
  criteriaNote(level: string): string;
  notAsked: string;
  singleSignature: string;
  refusedCount(count: number): string;
  signatoryRoles: { proposed: string; confirmed: string };
  notContained: readonly string[];
  improvementsNote: string;
  signaturesNote: string;
  seal: string;
  afterTerminated(seconds: string): string;
  eta(span: string): string;
  recordNote: string;
  runningHead(incidentId: string): string;
  generatedBy: string;
}

const WORDS: Record<Lang, ReportWords> = { 'zh-CN': incidentReportZh, en: incidentReportEn };

/** Headings, labels and sentences of the incident report 事故报告书. */
export function incidentReportWords(lang: Lang): ReportWords {
  return WORDS[lang];
}
