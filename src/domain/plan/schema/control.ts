import { z } from 'zod';
import {
  blankName,
  date,
  duration,
  id,
  languages,
  listOf,
  record,
  ref,
  refs,
  rows,
  text,
  timeOfDay,
  words,
} from '../fields.js';

/**
 * What the file says about itself: a sample to start from, a draft, or a plan approved outside of Muster. Review, approval
 * and effect within Muster are kept beside the document, because they may not change its hash.
 */
const COVER_STATUSES = ['sample', 'draft', 'approved'] as const;

/** 综合应急预案 · 专项应急预案 · 现场处置方案 (GB/T 29639-2020, 5.1). */
const PLAN_KINDS = ['comprehensive', 'special', 'on-site'] as const;

/** It is part of URLs and file names. */
const MOST_VERSIONS = 99_999;

/** What stands on the cover. */
export const plan = record({
  id,
  /** The number that the organisation files it under. */
  number: words,
  version: z.int().min(1).max(MOST_VERSIONS),
  status: z.enum(COVER_STATUSES),
  kind: z.enum(PLAN_KINDS).exactOptional(),
  organisation: text,
  title: text,
  issued: date.exactOptional(),
});

/** Laws that bind some organisations and not others. Rules of the check, packs and obligations refer to them. */
export const REGIMES = [
  /** CAC reporting measures: operator of critical information infrastructure. */
  'cn-cii',
  /** CAC reporting measures: central or state organ, or a unit directly under one. */
  'cn-central-organ',
  /** CAC reporting measures: every other network operator in China. */
  'cn-other',
  /** Production safety law: plans are filed, drilled and evaluated under the ministry's measures (令88号). */
  'cn-production-safety',
  'eu-gdpr',
  'eu-nis2',
  'eu-dora',
  'us-sec',
] as const;

/** Who owns the plan in the eyes of the law. */
export const operator = record({
  description: text,
  /** May be empty: then no law of the list binds, and legal findings of the check are warnings. */
  boundBy: z.array(z.enum(REGIMES)),
});

/** Lifecycle of the plan itself: who reviews and approves, who gets it, when it is due again. */
export const control = record({
  /** Signs the plan: 主要负责人. A post, so that the plan outlives the person. */
  approver: ref('post'),
  reviewers: record({ atLeast: z.int().min(1).max(20), posts: refs('post') }),
  /** Every post here receives each version and acknowledges it. */
  distribution: refs('post'),
  /** From one approval to the next review. */
  reviewEvery: duration,
  /** From one evaluation of the whole plan to the next (three years by the ministry's measures, art. 35). */
  evaluateEvery: duration.exactOptional(),
  /** Muster looks at people, stock, drills, plan and improvements by itself, and reminds those whose it is to put right. */
  readiness: record({
    /** Whole days; on a day off, on the next working day. Default 7d: every Monday. */
    every: duration.exactOptional(),
    /** By the clocks of the plan's zone; default 09:00. */
    time: timeOfDay.exactOptional(),
    /** What stays as it was is not told again sooner; default 28d. */
    remindEvery: duration.exactOptional(),
    /** How long ago the contacts of a person may have been verified; default 90d. */
    contactsWithin: duration.exactOptional(),
  }).exactOptional(),
  filing: record({ authority: text, withinWorkingDays: z.int().min(1).max(365) }).exactOptional(),
  /** Occasions that call for a revision outside of the cycle. */
  revisionTriggers: listOf(text),
  /** Earlier versions, for the revision record (A7); versions made in Muster are added from its own record. */
  history: listOf(
    record({ version: z.int().min(1).max(MOST_VERSIONS), date, summary: text, approvedBy: text }),
  ).exactOptional(),
});

/** Working days and the zone in which days begin, for clocks that count them. Weekdays: 1 is Monday, 7 Sunday. */
export const calendar = record({
  /** IANA name, such as Asia/Shanghai. */
  zone: z.string('bad_zone').refine(isZone, 'bad_zone'),
  weekend: z.array(z.int().min(1).max(7)),
  holidays: z.array(record({ from: date, to: date, name: text })),
  /** Days of a weekend or holiday that are worked after all. */
  workdays: z.array(date),
});

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Prose that no machine runs and every reader of a formal plan looks for. Each is a section of the printed plan. */
export const narrative = record({
  unitOverview: text.exactOptional(),
  riskAssessment: text.exactOptional(),
  planSystem: text.exactOptional(),
  informationReception: text.exactOptional(),
  earlyWarning: text.exactOptional(),
  resourceSurvey: text.exactOptional(),
  support: text.exactOptional(),
  publicity: text.exactOptional(),
  cautions: text.exactOptional(),
});

/** Working principles, such as efficiency first (R11). */
export const principles = listOf(record({ id, rows: rows.exactOptional(), text }));

/** What earlier incidents taught (A6). */
export const cases = listOf(
  record({
    id,
    title: text,
    date: date.exactOptional(),
    category: ref('category'),
    course: text,
    cause: text,
    lesson: text,
    change: text,
  }),
);

/** Training and publicity material (A10), and who has to have had it. */
export const training = listOf(
  record({
    id,
    title: text,
    rows: rows.exactOptional(),
    audience: refs('post'),
    every: duration,
    form: text,
    material: text.exactOptional(),
  }),
);

/** What an annex shows. Each kind is laid out by the printed plan from the data of the sections that it names. */
export const ANNEX_KINDS = [
  'legal-basis',
  'organisation',
  'supplies',
  'reporting-flow',
  'drill-evaluation',
  'cases',
  'revisions',
  'contacts',
  'norms',
  'training',
] as const;

export const annexes = listOf(
  record({ id, rows: rows.exactOptional(), kind: z.enum(ANNEX_KINDS), title: text, note: text.exactOptional() }),
);

/**
 * Fill-in texts: what is published, filed, or written on paper when the system is down. `{name}` is filled in: by Muster
 * where it knows the blank, from the facts and filings that `blanks` names for it, else by hand.
 */
export const templates = listOf(
  record({
    id,
    kind: z.enum(['publication', 'filing', 'form']),
    title: text,
    body: text,
    /** Of a filing, what the organisation keeps to itself: filled in on the page to be taken out. */
    internal: text.exactOptional(),
    blanks: listOf(
      record({
        blank: blankName,
        facts: refs('fact').exactOptional(),
        filings: refs('obligation').exactOptional(),
        /** Asked for only where this is so; where it is not, there is none. */
        only: ref('fact').exactOptional(),
      }),
    ).exactOptional(),
    languages: languages.exactOptional(),
  }),
);
