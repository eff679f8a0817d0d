import { z } from 'zod';
import { MEASURES, RATING_MEASURES, RATINGS, WEIGHED_AXES } from '../compiled.js';
import { duration, id, listOf, record, ref, refs, rows, text, timeOfDay } from '../fields.js';
import { SCENARIO_EVENT_TYPES } from '../scenarioEvents.js';
import { WEAKNESS_CODES } from '../weaknessCodes.js';

export { RATINGS } from '../compiled.js';

export const DRILL_KINDS = ['tabletop', 'live'] as const;
/** A drill that falls on a day off: on the next working day, or on that day all the same. */
const DAYS_OFF = ['move', 'keep'] as const;
/** A drill whose time went by while nothing ran: as soon as it is approved, or at a new date with time to prepare. */
export const MISSED = ['run', 'replan'] as const;
/** What a drill does when a real incident takes people out of it: it stands still until somebody decides, or it is over. */
const WHEN_REAL = ['pause', 'end'] as const;
/** Speed, co-ordination, technical handling; `none` for criteria on how the drill was prepared. */
const AXES = [...WEIGHED_AXES, 'none'] as const;

const score = z.number().min(0).max(100);

/** Of a time a duration, of a share per cent, of the key how many levels away from it. */
const bound = z.union([duration, z.number().min(0).max(100)], 'bad_threshold');
export const rates = listOf(
  record({ by: z.enum(RATING_MEASURES), P: bound, S: bound.exactOptional(), M: bound.exactOptional() }),
);

/** Exercises: when, how they are prepared, conducted and judged. */
export const drills = record({
  rows: rows.exactOptional(),
  organiser: ref('post'),
  approver: ref('post'),
  /** Regular drills; months are counted from the start of the year. */
  programme: listOf(
    record({
      id,
      rows: rows.exactOptional(),
      name: text,
      kind: z.enum(DRILL_KINDS),
      scenario: ref('scenario'),
      /** Months of the year, 1 to 12, in which it is run. */
      months: listOf(z.int().min(1).max(12)),
      /** Of the month, its last day where it is shorter; default 15. */
      day: z.int().min(1).max(31).exactOptional(),
      /** By the clocks of the plan's zone; default 10:00. */
      time: timeOfDay.exactOptional(),
      /** So long before it the scheme is drafted; default 14d. */
      prepare: duration.exactOptional(),
      /** Default: move. */
      daysOff: z.enum(DAYS_OFF).exactOptional(),
      /** Default: replan. */
      missed: z.enum(MISSED).exactOptional(),
      levels: refs('level'),
      teams: refs('team'),
      purpose: text,
      budget: z.number().positive().exactOptional(),
    }),
  ),
  /** When next year's programme must be ready: before December by GB/T 38645. */
  nextProgrammeBy: z.int().min(1).max(12).exactOptional(),
  /** How long ago what `muster drill coverage` lists may have been exercised last; default 365d. */
  exerciseEvery: duration.exactOptional(),
  scheme: record({
    rows: rows.exactOptional(),
    sections: listOf(text),
    roles: listOf(record({ id, name: text, duties: text })),
    safety: listOf(text),
    stopRules: listOf(text),
  }),
  conduct: record({
    rows: rows.exactOptional(),
    rules: listOf(text),
    /** When a real incident takes people out of it; default: pause. */
    whenReal: z.enum(WHEN_REAL).exactOptional(),
  }).exactOptional(),
  feedback: record({
    rows: rows.exactOptional(),
    within: duration,
    askedFrom: refs('post'),
    anonymous: z.boolean(),
    questions: listOf(text),
  }),
  evaluation: record({
    rows: rows.exactOptional(),
    criteria: listOf(
      record({
        id,
        item: text,
        criterion: text,
        axis: z.enum(AXES),
        signal: text,
        critical: z.boolean().exactOptional(),
        /** What Muster measures stands beside the rating as evidence. */
        measuredBy: z.enum(MEASURES).exactOptional(),
        /** In a drill the figure rates: the best whose bound it keeps, else U. What kind of bound it takes: `references/rates.ts`. */
        rates: rates.exactOptional(),
        /** Of plan, roster and ledger: where a drill brings one of these to light, it is rated M at best. */
        weaknesses: listOf(z.enum(WEAKNESS_CODES)).exactOptional(),
      }),
    ),
    ratings: listOf(record({ id: z.enum(RATINGS), name: text, meaning: text, score })),
    weights: record({
      speed: z.number().positive(),
      coordination: z.number().positive(),
      technical: z.number().positive(),
    }),
    /** Conclusions from the best down; the first whose `from` is reached. */
    conclusions: listOf(record({ id, name: text, from: score, meaning: text })),
    /** The result of a drill in which a critical criterion was rated U: one of the conclusions. */
    criticalCap: ref('conclusion'),
  }),
  report: record({
    rows: rows.exactOptional(),
    owner: ref('post'),
    within: duration,
    submittedTo: ref('post'),
    sections: listOf(text),
  }),
  improvement: record({ rows: rows.exactOptional(), rules: listOf(text), verifyWithin: duration }),
});

/** By id; what a fact or a field may hold is checked in `references/scenarios.ts`. */
const values = z.record(id, z.union([z.number(), z.boolean(), id]));

/** Something that happens in the incident. `where`: with these fields; where the event has a list, the list has it. */
const sought = { event: z.enum(SCENARIO_EVENT_TYPES), where: values.exactOptional() };

/** An action, as it is recognised: by whoever holds one of these posts, so long after the inject. */
export const expectations = listOf(
  record({
    ...sought,
    by: refs('post').exactOptional(),
    within: duration,
    /** What was done before the inject does not count: it has to be done again. */
    anew: z.literal(true).exactOptional(),
    /** Of the criteria of its objective those that it says something about; default: all. */
    shows: refs('drill_criterion').exactOptional(),
  }),
);
export const happening = record(sought);
/** Has not happened so long after the start. */
export const omission = record({ ...sought, within: duration });
export const knownThrough = values;

/** A story that people act in. Injects in the order of their time. */
export const scenarios = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    name: text,
    kind: z.enum(DRILL_KINDS),
    category: ref('category'),
    incidentLevel: ref('incident_level'),
    background: text,
    consequence: text,
    evolution: text,
    duration,
    /** `false`: whoever only plays in it is told nothing of it before it begins. */
    announced: z.literal(false).exactOptional(),
    /**
     * What whoever reports it knows at first, and all that players are told of it then. Without a `title` it is the name of the
     * scenario. The background is for those who run the drill: it says what players are to find out.
     */
    report: record({
      facts: knownThrough.exactOptional(),
      title: text.exactOptional(),
      description: text.exactOptional(),
    }).exactOptional(),
    objectives: listOf(record({ id, text, criteria: refs('drill_criterion') })),
    injects: listOf(
      record({
        id,
        // When it is played: one of these four.
        /** So long after the start. */
        at: duration.exactOptional(),
        when: happening.exactOptional(),
        unless: omission.exactOptional(),
        /** When whoever conducts the drill says so. */
        byHand: z.literal(true).exactOptional(),
        /** How long it keeps the players busy. */
        takes: duration,
        event: text,
        /** What becomes known through it. */
        facts: knownThrough.exactOptional(),
        /** Posts whose holders cannot be reached from then on: they leave the drill, and nobody plays them. */
        leaves: refs('post').exactOptional(),
        delivery: text,
        /** A role of the drill scheme. */
        controller: ref('role'),
        /** Posts or teams. */
        players: refs('player'),
        expected: text,
        /** As far as the record can show it. */
        expects: expectations.exactOptional(),
        objective: id,
        evaluator: ref('role'),
        /** Played when the expected action does not come. */
        contingency: text.exactOptional(),
      }),
    ),
  }),
);
