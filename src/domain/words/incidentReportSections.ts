import type { Lang } from '../lang.js';
import { incidentReportSectionsEn } from './incidentReportSections.en.js';
import { incidentReportSectionsZh } from './incidentReportSections.zh.js';

/** Sections of the report that Muster writes by itself; what else a plan asks for is filled in by hand. */
export const REPORT_SECTIONS = [
  'unit',
  'summary',
  'timeline',
  'rescue',
  'response-evaluation',
  'impact',
  'causes',
  'nature',
  'filings',
  'review',
  'responsibility',
  'prevention',
  'lessons',
  'evidence',
  'signatures',
] as const;
export type ReportSectionId = (typeof REPORT_SECTIONS)[number];

/** The nine that no report may lack. */
export const MOMENTS = [
  'detected',
  'reported',
  'verified',
  'graded',
  'activated',
  'assembled',
  'contained',
  'restored',
  'ended',
] as const;
export type MomentName = (typeof MOMENTS)[number];

type Caption =
  | 'unit'
  | 'moments'
  | 'teams'
  | 'tasks'
  | 'resources'
  | 'measures'
  | 'ratings'
  | 'facts'
  | 'filings'
  | 'sitreps'
  | 'publications'
  | 'opinion'
  | 'responsibility'
  | 'improvements'
  | 'evidence'
  | 'documents'
  | 'people'
  | 'signOffs';

type Column =
  | 'acknowledged'
  | 'action'
  | 'approver'
  | 'channelAndTime'
  | 'drafter'
  | 'legalCheck'
  | 'arrived'
  | 'asOf'
  | 'asked'
  | 'basis'
  | 'called'
  | 'confirmed'
  | 'claim'
  | 'clock'
  | 'complete'
  | 'content'
  | 'criterion'
  | 'department'
  | 'dueAt'
  | 'fact'
  | 'fileName'
  | 'filed'
  | 'finding'
  | 'finishedAt'
  | 'format'
  | 'hash'
  | 'item'
  | 'kept'
  | 'limit'
  | 'margin'
  | 'matter'
  | 'measure'
  | 'moment'
  | 'owner'
  | 'ownerAndDue'
  | 'part'
  | 'proof'
  | 'publication'
  | 'rating'
  | 'releasedBy'
  | 'resource'
  | 'result'
  | 'sentiment'
  | 'sitrep'
  | 'source'
  | 'takenBy'
  | 'task'
  | 'team'
  | 'typeAndPriority'
  | 'usedFor'
  | 'value'
  | 'volume';

type Part = 'author' | 'analysis' | 'reviewer' | 'approver' | 'commander' | 'signatory' | 'member';

export interface ReportSectionWords {
  /** Where the plan has none of its own. */
  titles: Readonly<Record<ReportSectionId, string>>;
  headings: Readonly<
    Record<
      | 'moments'
      | 'report'
      | 'course'
      | 'levels'
      | 'teams'
      | 'measuresTaken'
      | 'resources'
      | 'handovers'
      | 'decisions'
      | 'ending'
      | 'measures'
      | 'summary'
      | 'known'
      | 'told'
      | 'casualties'
      | 'direct'
      | 'indirect'
      | 'root'
      | 'contributing'
      | 'whys'
      | 'found'
      | 'legal'
      | 'sitreps'
      | 'publications'
      | 'opinion'
      | 'evidence'
      | 'documents'
      | 'annexPeople',
      string
    >
  >;
  captions: Readonly<Record<Caption, string>>;
  columns: Readonly<Record<Column, string>>;
  parts: Readonly<Record<Part, string>>;
  moments: Readonly<Record<MomentName, string>>;

  /** On every page. */
  marks: Readonly<Record<'draft' | 'submitted', string>>;
  stage: {
    label: string;
    draft: (version: number | undefined) => string;
    submitted: (version: number | undefined) => string;
    /** `asSubmitted`: nothing that came after its submission is in it. */
    approved: (parts: { version: number | undefined; at: string; asSubmitted: boolean }) => string;
  };
  /** Who wrote what follows, and that all after it is Muster's. */
  ownWords: (parts: { by: string; at: string }) => string;
  fromRecord: string;
  /** What people wrote, with our full stop. */
  sentence: (text: string) => string;
  zone: (zone: string) => string;
  /** Where neither a post nor a rule tells who wrote it. */
  someone: string;
  event: (seq: number) => string;
  /** Several of them, in order. */
  events: (seqs: readonly number[]) => string;
  unknown: string;
  command: string;
  vacant: string;
  semicolon: string;

  unit: { systems: string; missing: string };
  summary: {
    highest: (parts: { level: string; incidentLevel: string }) => string;
    effect: (facts: string) => string;
  };
  moment: {
    asReported: string;
    confirmed: (by: string) => string;
    rejected: (by: string) => string;
    notVerified: string;
    byPlan: string;
    complete: string;
    incomplete: (teams: string) => string;
    marked: string;
    notMarked: string;
    watching: string;
    /** `what`: as the list of decisions calls it. */
    override: (parts: { by: string; what: string }) => string;
  };
  rescue: {
    noTeam: string;
    noTask: string;
    noResource: string;
    partners: string;
    /** `count`: of them, one after the other. */
    commander: (count: number, people: string) => string;
    noHandover: string;
    skipped: (reason: string) => string;
    uses: Readonly<Record<'sent' | 'returned' | 'consumed' | 'damaged' | 'out', (amount: string) => string>>;
    notSent: string;
    overridden: string;
    notConfirmed: string;
    evidence: (name: string) => string;
    link: (link: string) => string;
  };
  evaluation: {
    measures: string;
    stretches: (count: number) => string;
    quorum: (team: string) => string;
    held: (parts: { at: string; place: string | undefined; present: string }) => string;
    called: (parts: { at: string; place: string }) => string;
    notHeld: string;
    score: (parts: { score: string; conclusion: string; meaning: string }) => string;
    conclusions: string;
  };
  impact: {
    reporter: (by: string) => string;
    noFact: string;
    noCasualties: string;
    noLoss: string;
    lasted: (span: string) => string;
  };
  causes: {
    recorded: (parts: { version: number; by: string; at: string; completed: string | undefined }) => string;
    unfinished: string;
    method: (text: string) => string;
    none: string;
    /** With what it rests on. */
    proven: (parts: { text: string; evidence: string }) => string;
    chain: (cause: string) => string;
    /** `after`: the step whose answer it asks after, where that is not the one before. */
    why: (parts: { step: number; text: string; after: number | undefined }) => string;
    ends: (root: string) => string;
    finding: (parts: { at: string; by: string; task: string; finding: string }) => string;
    answer: (parts: { at: string; by: string; question: string; answer: string }) => string;
    notAnalysed: string;
  };
  nature: { facts: string; notFound: string };
  filings: {
    none: string;
    undecided: (count: number) => string;
    lateBy: (span: string) => string;
    missed: (span: string) => string;
    open: string;
    notRunning: string;
    noLimit: string;
    marks: { undecided: string; own: string; theirs: string; unverified: string };
    noSitrep: string;
    noPublication: string;
    waived: (parts: { at: string; by: string; reason: string }) => string;
    kinds: Readonly<Record<'first' | 'update' | 'final' | 'correction', string>>;
    publication: (parts: { number: number; kind: string; title: string }) => string;
    page: string;
    notPublished: string;
    withdrawn: (parts: { at: string; reason: string }) => string;
    notApproved: string;
    /** Why command did not wait for the legal check. */
    notChecked: (reason: string) => string;
    restsOn: (facts: string) => string;
    /** A fact, and the event that told it. */
    fact: (parts: { fact: string; source: string }) => string;
    nextAt: (at: string) => string;
    /** What follows is the text as it was published. */
    text: string;
    noOpinion: string;
    /** Of one source. */
    trend: (parts: { source: string; entries: number; first: number; most: number; last: number }) => string;
    /** Where there are several: what comes before them. */
    trends: (entries: number) => string;
    usual: (volume: number) => string;
    reply: (parts: { at: string; text: string }) => string;
    noReply: string;
    opinionEnded: (parts: { at: string; reason: string }) => string;
  };
  review: {
    none: string;
    asked: string;
    answer: (parts: { post: string; text: string }) => string;
    noAnswer: string;
    /** Heading of what was said besides the questions. */
    free: string;
    missing: (posts: string) => string;
    reason: (text: string) => string;
    pending: (posts: string) => string;
  };
  responsibility: { note: string; rows: readonly (readonly [string, string])[] };
  prevention: {
    none: string;
    planChange: string;
    reference: (text: string) => string;
    /** How it is shown to be done. */
    proof: Readonly<Record<'evidence' | 'planVersion', string>>;
  };
  lessons: { none: string; seeReview(title: string): string };
  evidence: {
    none: string;
    noDocument: string;
    task: (name: string) => string;
    filing: (name: string) => string;
    analysis: string;
    listed: (number: number) => string;
    documentKinds: { incidentReport: string; sitrep(name: string): string };
    languages: Readonly<Record<Lang, string>>;
  };
  signatures: { note: string; acts: Readonly<Record<'submitted' | 'reviewed' | 'approved', string>> };
}

const WORDS: Record<Lang, ReportSectionWords> = { 'zh-CN': incidentReportSectionsZh, en: incidentReportSectionsEn };

/** What the sections of the incident report say that follow the plan's own list of them. */
export function reportSectionWords(lang: Lang): ReportSectionWords {
  return WORDS[lang];
}
