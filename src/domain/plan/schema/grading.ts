import { z } from 'zod';
import { LANGS } from '../../lang.js';
import { CLOCK_STARTS } from '../compiled.js';
import {
  blankNames,
  date,
  duration,
  id,
  listOf,
  MOST_LEVELS,
  record,
  ref,
  refs,
  rows,
  text,
  words,
} from '../fields.js';
import { condition, conditionShape } from './conditions.js';
import { REGIMES } from './control.js';

/** A palette, not free values: every surface has a readable shade and a word in both languages for each. */
const COLOURS = ['red', 'orange', 'amber', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;

export const SOURCE_KINDS = ['law', 'regulation', 'standard', 'guidance', 'own'] as const;

/** Laws, standards and the organisation's own decisions that the plan refers to. */
export const sources = listOf(
  record({
    id,
    title: text,
    kind: z.enum(SOURCE_KINDS).exactOptional(),
    /** As it is cited, such as "GB/T 29639-2020" or "令第88号". */
    number: words.exactOptional(),
    inForce: date.exactOptional(),
  }),
);

/**
 * Criteria and obligations of one origin that are used together. With `regimes`, only where one of them binds the
 * operator; without, always.
 */
export const packs = listOf(
  record({ id, title: text, source: ref('source').exactOptional(), regimes: listOf(z.enum(REGIMES)).exactOptional() }),
);

const MOST_CATEGORIES = 100;

export const categories = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    name: text,
    description: text,
    /** How it comes about and what it does: the risk description that formal plans want. */
    risk: text.exactOptional(),
    /** Class by GB/T 20986-2023, as text: its codes could not be checked. */
    class: text.exactOptional(),
  }),
  MOST_CATEGORIES,
);

/** How bad: most severe first. `level` is the response level that it normally calls for; a person may decide otherwise. */
export const incidentLevels = listOf(
  record({ id, name: text, colour: z.enum(COLOURS), level: ref('level'), description: text.exactOptional() }),
  MOST_LEVELS,
);

/** What we do: most severe first. */
export const levels = listOf(
  record({
    id,
    name: text,
    decidedBy: refs('post'),
    /** Conditions of the start, in words for people; the criteria say them for the machine. */
    start: text.exactOptional(),
    measures: text.exactOptional(),
    /** How long such a response is expected to take (突发事件应对法, art. 72). */
    expected: duration.exactOptional(),
    /** Objectives are set anew after so long. */
    operationalPeriod: duration.exactOptional(),
  }),
  MOST_LEVELS,
);

/** What may be known about an incident. A number without its unit means nothing; options of a choice: mildest first. */
export const facts = listOf(
  z.discriminatedUnion('type', [
    record({ id, name: text, type: z.literal('number'), unit: text }),
    record({
      id,
      name: text,
      type: z.literal('boolean'),
      /** For the metrics: where it is told to be so, `observedAt` is when an intruder first got in. */
      marks: z.enum(['firstAccess']).exactOptional(),
    }),
    record({ id, name: text, type: z.literal('choice'), options: listOf(record({ id, name: text })) }),
  ]),
);

const cited = { document: ref('source'), clause: text.exactOptional() };

/** A condition that sets at least its incident level when it is met; in Chinese thresholds 以上 includes the number. */
export const gradingCriteria = listOf(
  record({
    ...conditionShape,
    id,
    incidentLevel: ref('incident_level'),
    pack: ref('pack').exactOptional(),
    text,
    source: record(cited),
    /** Whether the threshold was compared with the text of the source. */
    verified: z.boolean(),
  }),
);

/** Calls for at least this response level whatever the incident level: what we do is not a copy of how bad it is. */
export const responseRules = listOf(record({ id, when: condition, atLeast: ref('level'), text }));

/** Exactly one of the four; checked in `references/obligations.ts`. */
const limit = record({
  within: duration.exactOptional(),
  workingDays: z.int().min(1).max(365).exactOptional(),
  months: z.int().min(1).max(120).exactOptional(),
  /** The law says "at once" or "promptly" and gives no number; `target` is the organisation's own. */
  promptly: z.literal(true).exactOptional(),
  target: duration.exactOptional(),
});

/** What the law wants told to whom, and by when. Default data: `standards.md` §2, by the same ids. */
export const obligations = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    pack: ref('pack').exactOptional(),
    title: text,
    when: condition,
    /** Where the clock starts with the filing of another obligation, `after` names it. */
    start: z.enum(CLOCK_STARTS),
    after: ref('obligation').exactOptional(),
    limit,
    addressee: text,
    /** Somebody else's duty that this one sets off, such as a department's report upward: tracked, not filed by us. */
    theirs: z.literal(true).exactOptional(),
    /** Goes out at once, whether or not the report has been verified. */
    beforeVerification: z.literal(true).exactOptional(),
    contents: listOf(text),
    /** The first so many `contents` suffice for a first report when facts are missing. */
    minimumContents: z.int().min(1).exactOptional(),
    /** Of each of `contents`, the blanks of the template that answer it, with spaces between them. */
    answeredBy: listOf(blankNames).exactOptional(),
    owner: ref('post'),
    deputy: ref('post').exactOptional(),
    channel: text.exactOptional(),
    template: ref('template').exactOptional(),
    /** In which it is read there; without it, the first language of the plan. */
    language: z.enum(LANGS).exactOptional(),
    /** Time that the organisation needs until it may send: escalation and drafting. */
    preparation: duration.exactOptional(),
    /** Per cent of the limit. */
    reminders: listOf(z.int().min(1).max(100)),
    source: record(cited),
    verified: z.boolean(),
  }),
);
