import type { Lang } from '../lang.js';
import { filingEn } from './filing.en.js';
import { filingZh } from './filing.zh.js';

type CheckLabel =
  | 'rule'
  | 'source'
  | 'addressee'
  | 'channel'
  | 'standing'
  | 'limit'
  | 'ownLimit'
  | 'also'
  | 'contact'
  | 'draftedAt'
  | 'record'
  | 'content'
  | 'minimum'
  | 'filled';

/** Every sentence that the draft of a filing may hold besides those of the plan's template. */
export interface FilingWords {
  drillMark: string;
  draftMark: string;
  runningHead(number: string): string;
  formCaption: string;
  check: string;
  checkCaption: string;
  contentsCaption: string;
  internalCaption: string;
  labels: Readonly<Record<CheckLabel, string>>;
  notes: Readonly<Record<'remove' | 'unverified' | 'ownLimit' | 'theirs' | 'minimum' | 'outside' | 'drill', string>>;
  standing: Readonly<Record<'provisional' | 'confirmed' | 'lifted' | 'filed' | 'none', string>>;
  passed: string;
  notRunning: string;
  alsoMet(parts: { name: string; due: string }): string;
  record(parts: { seq: number; hash: string }): string;
  yes: string;
  no: string;
  filled: string;
  empty: string;
  partly(missing: string): string;
  /** Answers cannot be told apart: the plan does not say which blanks answer it. */
  unjudged: string;
  /** In place of what nobody has established yet, and of what is written by hand. */
  beingEstablished: string;
  byHand: string;
  /** Of what is asked for only where something is so: it is not. */
  none(why: string): string;
  colon: string;
  semicolon: string;
  first: string;
  supplement(number: number): string;
  inTime: string;
  ownCategory(name: string): string;
  graded(parts: { level: string; criteria: string }): string;
  provisionalLevel: string;
  lasting(parts: { span: string; since: 'occurred' | 'discovered'; ended: boolean }): string;
  reportedImpact(text: string): string;
  reportedCause(text: string): string;
  reported(parts: { at: string; title: string; place: string }): string;
  activated(parts: { at: string; level: string }): string;
  levelChanged(parts: { at: string; level: string }): string;
  terminated(at: string): string;
  reopened(parts: { at: string; level: string }): string;
  done(parts: { at: string; task: string; results: string[] }): string;
  planned(parts: { task: string; due: string | undefined }): string;
  cordon(parts: { area: string; since: string }): string;
  keptFile(parts: { name: string; sha256: string; at: string }): string;
  outlook(parts: { at: string; text: string }): string;
  question(text: string): string;
  filing(parts: { name: string; at: string; to: string; channel: string; reference: string | undefined }): string;
  earlier(parts: { number: string; at: string }): string;
  factNow(fact: string, before: string | undefined): string;
  levelNow(level: string): string;
  noChange: string;
  ongoing: string;
  ended(at: string): string;
}

const WORDS: Record<Lang, FilingWords> = { 'zh-CN': filingZh, en: filingEn };

export function filingWords(lang: Lang): FilingWords {
  return WORDS[lang];
}
