import { cadenceNow } from '../../domain/incident/index.js';
import type { Actor, EventOf, IncidentEvent, SitrepSection, State } from '../../domain/incident/index.js';
import type { PartnerId, PostId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';

/** One report of the series: what it covers, and what people have put into their own words. */
export interface SitrepIssue {
  number: number;
  /** It tells of what came after this event … */
  since: number;
  /** … and up to this one. */
  upTo: number;
  from: Instant;
  until: Instant;
  dueAt: Instant;
  final: boolean;
  /** When the next one is due. */
  nextDueAt?: Instant;
  to: PostId[];
  partners: PartnerId[];
  /** An erased text is `undefined`; the record gives it as an empty one. */
  sections: Partial<Record<SitrepSection, { text: string | undefined; by: Actor }>>;
  released?: { by: Actor; authority: PostId; at: Instant };
}

export function releasedIssue(events: readonly IncidentEvent[], event: EventOf<'sitrepReleased'>): SitrepIssue {
  const {
    number,
    since,
    upTo,
    dueAt,
    final,
    nextDueAt,
    to,
    partners,
    authors,
    texts = {},
    actor: by,
    authority,
    at,
  } = event;
  const written = Object.entries(authors) as [SitrepSection, Actor][];
  return {
    number,
    since,
    upTo,
    from: momentAfter(events, since, at),
    until: momentAfter(events, upTo, at),
    dueAt,
    final: final === true,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    to,
    partners,
    sections: Object.fromEntries(
      written.map(([section, author]) => [section, { text: texts[section] || undefined, by: author }]),
    ),
    released: { by, authority, at },
  };
}

/** As it would be released now. */
export function openIssue(events: readonly IncidentEvent[], state: State, now: Instant): SitrepIssue | undefined {
  const { open, next } = state.sitreps;
  if (open === undefined) return undefined;
  const cadence = cadenceNow(state);
  const { number, since, dueAt, final = false, sections } = open;
  return {
    number,
    since,
    upTo: state.seq,
    from: momentAfter(events, since, now),
    until: now,
    dueAt,
    final,
    ...(next === undefined ? {} : { nextDueAt: next.dueAt }),
    to: cadence?.to ?? [],
    partners: cadence?.partners ?? [],
    sections,
  };
}

/** What stood after an event stood until the next one happened. */
function momentAfter(events: readonly IncidentEvent[], seq: number, otherwise: Instant): Instant {
  return events.find((event) => event.seq > seq)?.at ?? otherwise;
}
