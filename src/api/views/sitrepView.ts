import type { z } from 'zod';
import { plainLines } from '../../documents/index.js';
import type { sitrepText, SitrepIssue } from '../../documents/index.js';
import type { EventOf, EventType, IncidentEvent, SitrepSection, State } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { DocumentEntry } from '../../store/index.js';
import type { Incident, Sitrep, SitrepItem, SitrepList } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { documentView } from './documentView.js';
import { actorView, iso } from './named.js';

type Words = Pick<Speech, 'names' | 'lang'>;

export function sitrepsView({ sitreps: { open, next, released } }: State): Incident['sitreps'] {
  const latest = released.at(-1);
  return {
    open: open && {
      number: open.number,
      dueAt: iso(open.dueAt),
      final: open.final === true,
      missed: open.missed,
      edited: Object.keys(open.sections) as SitrepSection[],
    },
    next: next && { draftAt: iso(next.draftAt), dueAt: iso(next.dueAt) },
    latest: latest && { number: latest.number, releasedAt: iso(latest.at), late: latest.at > latest.dueAt },
  };
}

export function sitrepView(
  issue: SitrepIssue,
  { kind, form, parts, foot }: ReturnType<typeof sitrepText>,
  words: Words,
): Sitrep {
  return {
    number: issue.number,
    kind,
    status: issue.released === undefined ? 'draft' : 'released',
    since: issue.since,
    upTo: issue.upTo,
    dueAt: iso(issue.dueAt),
    form,
    sections: parts.map(({ section, heading, blocks, by }) => ({
      section,
      heading,
      lines: plainLines(blocks, words.lang),
      by: by && actorView(by, words),
    })),
    foot,
  };
}

interface Listed {
  incidentId: string;
  events: readonly IncidentEvent[];
  documents: readonly DocumentEntry[];
  now: Instant;
}

/** What the list is made of. */
export const LISTED_EVENTS = [
  'sitrepDrafted',
  'sitrepRescheduled',
  'sitrepReleased',
  'sitrepLapsed',
  'sitrepSent',
] as const satisfies EventType[];

/** The whole series, the first one first. */
export function sitrepListView(listed: Listed, words: Words): z.infer<typeof SitrepList> {
  const drafts = listed.events.filter((event): event is EventOf<'sitrepDrafted'> => event.type === 'sitrepDrafted');
  const byNumber = new Map<number, IncidentEvent[]>(drafts.map(({ number }) => [number, []]));
  for (const event of listed.events) if ('number' in event) byNumber.get(event.number ?? 0)?.push(event);
  return {
    items: drafts.map((drafted) => itemView({ ...listed, events: byNumber.get(drafted.number) ?? [] }, drafted, words)),
  };
}

function itemView(
  { incidentId, events, documents, now }: Listed,
  drafted: EventOf<'sitrepDrafted'>,
  words: Words,
): SitrepItem {
  const { number } = drafted;
  const find = <T extends IncidentEvent['type']>(type: T) => events.findLast((e): e is EventOf<T> => e.type === type);
  const moved = find('sitrepRescheduled');
  const released = find('sitrepReleased');
  const lapsed = find('sitrepLapsed');
  const sent = find('sitrepSent');
  const { dueAt, missed, final } = released ?? moved ?? drafted;
  const files = documents.filter(({ id }) => id === sent?.documentId);
  return {
    number,
    kind: final === true ? 'final' : number === 1 ? 'first' : 'continued',
    status: released !== undefined ? 'released' : lapsed !== undefined ? 'lapsed' : 'draft',
    draftedAt: iso(drafted.at),
    dueAt: iso(dueAt),
    missed,
    releasedAt: released && iso(released.at),
    releasedBy: released && actorView(released.actor, words),
    late: (released?.at ?? lapsed?.at ?? now) > dueAt,
    document: sent && documentView(incidentId, sent.documentId, 'sitrep', files),
  };
}
