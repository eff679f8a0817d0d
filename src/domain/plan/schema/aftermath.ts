import { z } from 'zod';
import { duration, id, listOf, record, ref, refs, rows, text } from '../fields.js';
import { condition } from './conditions.js';
import { authorityRule } from './organisation.js';

/** What follows the end: analysis, report, publication, public opinion, lessons, summary evaluation. */
export const aftermath = record({
  analysis: record({
    rows: rows.exactOptional(),
    owner: ref('post'),
    within: duration,
    methods: listOf(text),
    levels: refs('level').exactOptional(),
  }),
  report: record({
    rows: rows.exactOptional(),
    owner: ref('post'),
    reviewer: ref('post'),
    approver: ref('post'),
    within: duration,
    sections: listOf(record({ id, title: text, guidance: text.exactOptional() })),
  }),
  publication: record({
    rows: rows.exactOptional(),
    drafter: ref('post'),
    /** At the level of the moment; whoever drafted a version does not approve it. */
    approvedBy: authorityRule,
    legalCheck: ref('post').exactOptional(),
    rules: listOf(text),
    templates: refs('template').exactOptional(),
    /** First authoritative statement, from activation; the first entry whose levels fit. */
    firstStatement: listOf(record({ levels: refs('level'), within: duration })).exactOptional(),
    /** How it ended, from the beginning of the aftermath; without it, as long as the report may take. */
    outcomeWithin: duration.exactOptional(),
  }).exactOptional(),
  publicOpinion: record({
    rows: rows.exactOptional(),
    owner: ref('post'),
    cadence: listOf(record({ levels: refs('level'), every: duration })),
    watched: listOf(text),
    /** All that an entry says has to hold. What says nothing but its text is for people to judge, who name it. */
    alertWhen: listOf(
      record({
        id,
        when: condition.exactOptional(),
        timesUsual: z.number().gt(1).max(1_000).exactOptional(),
        volumeAtLeast: z.int().min(1).exactOptional(),
        reachAtLeast: z.int().min(1).exactOptional(),
        sentimentAtMost: z.int().min(-2).max(1).exactOptional(),
        untrue: z.literal(true).exactOptional(),
        text,
        tell: refs('post'),
      }),
    ),
  }).exactOptional(),
  lessons: record({
    rows: rows.exactOptional(),
    askedFrom: refs('post'),
    within: duration,
    collectedBy: ref('post'),
    questions: listOf(text),
  }),
  summary: record({
    rows: rows.exactOptional(),
    chair: ref('post'),
    participants: refs('post'),
    within: duration,
    agenda: listOf(text),
    levels: refs('level').exactOptional(),
  }),
  improvements: record({
    rows: rows.exactOptional(),
    owner: ref('post'),
    reviewEvery: duration,
    types: listOf(record({ id, name: text })),
  }).exactOptional(),
  /** Personal data gathered for the response is destroyed after so long (突发事件应对法, art. 85). */
  personalData: record({ destroyAfter: duration, owner: ref('post') }).exactOptional(),
  /** What must be done before command may close without giving a reason. */
  mandatory: listOf(z.enum(['analysis', 'report', 'publication', 'lessons', 'summary'])).exactOptional(),
});
