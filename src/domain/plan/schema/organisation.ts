import { z } from 'zod';
import { DECISIONS } from '../compiled.js';
import type { Decision } from '../compiled.js';
import { duration, id, listOf, record, ref, refs, rows, text } from '../fields.js';

/** What people must be able to do. Who can stands in the roster. */
export const qualifications = listOf(record({ id, name: text, description: text.exactOptional() }));

/** A post with a `team` is called with that team; one without belongs to command or acts alone. */
export const posts = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    name: text,
    duties: text,
    team: ref('team').exactOptional(),
    /** Posts whose holders take over, in this order. For command see `command.deputies`. */
    deputies: refs('post').exactOptional(),
    /** Posts that the same person may not hold. */
    conflictsWith: refs('post').exactOptional(),
    qualifications: refs('qualification').exactOptional(),
    /** Steps of the action card 应急处置卡, as one says them to somebody who has just been woken. */
    card: z.array(text).min(1).max(7).exactOptional(),
  }),
);

export const teams = listOf(record({ id, rows: rows.exactOptional(), name: text, duties: text, lead: ref('post') }));

/** Deputies in the order in which they take over; without one, command lapses with one silent telephone. */
export const command = record({
  commander: ref('post'),
  deputies: refs('post'),
  rows: rows.exactOptional(),
  /** How many people one post may lead: `advised` is a warning, `limit` an error of organisation. */
  spanOfControl: record({ advised: z.int().min(1).max(50), limit: z.int().min(1).max(50) }).exactOptional(),
  /** The commander says so often that command stands; silence asks the deputies. */
  checkIn: listOf(record({ levels: refs('level'), every: duration })).exactOptional(),
  /** What a handover must tell. */
  handover: listOf(text).exactOptional(),
});

/** Posts, the same at every level, or by level. */
export const authorityRule = z.union(
  [refs('post'), listOf(record({ levels: refs('level').exactOptional(), posts: refs('post') }))],
  'bad_authority',
);

/** Who may take the decisions that the levels do not name. Before a level is decided, only rules without levels count. */
export const authority = record(
  Object.fromEntries(DECISIONS.map((decision) => [decision, authorityRule])) as Record<Decision, typeof authorityRule>,
);

/** Government, associations, professional bodies, suppliers: whom we may call on, and on what agreement. */
export const partners = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    name: text,
    kind: z.enum(['government', 'association', 'professional', 'supplier', 'insurer', 'customer']),
    service: text,
    contact: text,
    agreement: text.exactOptional(),
    /** Suppliers: whether the contract obliges them to report incidents to us. */
    reportClause: z.boolean().exactOptional(),
    owner: ref('post'),
  }),
);
