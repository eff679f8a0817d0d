import type { Lang } from '../lang.js';
import { summaryRecordEn } from './summaryRecord.en.js';
import { summaryRecordZh } from './summaryRecord.zh.js';

export interface SummaryRecordWords {
  headings: Readonly<
    Record<
      'meeting' | 'agenda' | 'evaluation' | 'ratings' | 'score' | 'lessons' | 'missing' | 'conclusions' | 'signatures',
      string
    >
  >;
  labels: Readonly<
    Record<
      | 'incident'
      | 'incidentId'
      | 'mode'
      | 'levels'
      | 'terminatedAt'
      | 'recordedAt'
      | 'recordedBy'
      | 'version'
      | 'result'
      | 'plan'
      | 'eventsCovered'
      | 'recordHash'
      | 'zone'
      | 'name'
      | 'post'
      | 'attendance'
      | 'criterion'
      | 'rating'
      | 'note'
      | 'measured'
      | 'unit'
      | 'signature'
      | 'date',
      string
    >
  >;
  captions: Readonly<Record<'participants' | 'ratings' | 'signatures', string>>;
  modes: Readonly<Record<'real' | 'drill', string>>;
  /** One entry a line. */
  title(parts: { organisation: string; title: string; drill: boolean }): string[];
  runningHead(incidentId: string): string;
  coverCaption: string;
  drillMark: string;
  drillNote: string;
  generatedBy: string;
  tableNumber(number: number, caption: string): string;
  eventRange(first: number, last: number): string;
  version(version: number): string;
  planVersion(version: number): string;
  present: string;
  absent: string;
  /** Departments of which nobody came. */
  nobodyCame(posts: string): string;
  /** Nothing was rated, or one person was alone. */
  why(reason: string): string;
  guest: string;
  critical: string;
  uncounted: string;
  /** An id with what is particular about it. */
  marked(id: string, marks: string[]): string;
  notRated: string;
  noCriteria: string;
  noScore: string;
  ratedNote: string;
  result(parts: { score: number; conclusion: string }): string;
  noLessons: string;
  notCollected: string;
  allGiven: string;
  missing(parts: { posts: string; reason?: string }): string;
  /** Who spoke for the department. */
  givenBy(parts: { by: string; at: string; version: number; reason?: string }): string;
  question(number: number, question: string): string;
  free: string;
  finding(id: string): string;
  signaturesNote: string;
  seal: string;
  erased: string;
  blank: string;
  undecided: string;
}

const WORDS: Record<Lang, SummaryRecordWords> = { 'zh-CN': summaryRecordZh, en: summaryRecordEn };

export function summaryRecordWords(lang: Lang): SummaryRecordWords {
  return WORDS[lang];
}
