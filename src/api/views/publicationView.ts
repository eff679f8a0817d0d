import { duesOf } from '../../domain/incident/index.js';
import type { Actor as MachineActor, EventOf, EventType, IncidentEvent, State } from '../../domain/incident/index.js';
import {
  approversNow,
  factsMoved,
  isPublicationOpen,
  isPublicationWaived,
  publicationTurn,
  STATEMENTS,
} from '../../domain/incident/index.js';
import { LANGS } from '../../domain/lang.js';
import type { Instant } from '../../domain/time.js';
import { repairTimeIn } from '../../domain/words/index.js';
import type { PublicationList, PublicationVersion, PublicationView } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';

/** What `publicationListView` reads. */
export const PUBLICATION_EVENTS = [
  'publicationDrafted',
  'publicationChecked',
  'publicationReturned',
  'publicationApproved',
  'publicationPublished',
  'publicationWithdrawn',
  'publicationWaived',
] as const satisfies EventType[];

interface Read {
  state: State;
  events: readonly IncidentEvent[];
  publicUrl: string;
}

export function publicationListView(read: Read, speech: Speech): PublicationList {
  const { state, events } = read;
  const waived = events.findLast((event) => event.type === 'publicationWaived');
  const stands = isPublicationWaived(state) && waived !== undefined;
  return {
    items: Object.keys(state.publication.items).map((id) => publicationView(read, id, speech)),
    waived: stands ? { ...act(waived, speech), reason: waived.texts.reason } : undefined,
    due: duesOf(state).flatMap((due) =>
      STATEMENTS.filter((item) => item === due.item).map((item) => ({ item, dueAt: iso(due.dueAt) })),
    ),
    approvers: approversNow(state).map((post) => named(speech, 'post', post)),
    legalCheck: namedIfAny(speech, 'post', state.basis.plan.aftermath?.publication?.legalCheck),
  };
}

function publicationView({ state, events, publicUrl }: Read, id: string, speech: Speech): PublicationView {
  const item = state.publication.items[id]!;
  const about = events.filter((event) => 'publication' in event && event.publication === id);
  const drafts = about.filter((event) => event.type === 'publicationDrafted');
  const withdrawn = about.find((event) => event.type === 'publicationWithdrawn');
  const { publicId } = item;
  return {
    id,
    status: item.status,
    waitsFor: isPublicationOpen(item) ? publicationTurn(state, item).map((post) => named(speech, 'post', post)) : [],
    moved: factsMoved(state, item).map((fact) => named(speech, 'fact', fact)),
    publishedAt: publicId === undefined ? undefined : isoIfAny(item.outAt),
    url: publicId === undefined ? undefined : `${publicUrl}/public/${publicId}`,
    withdrawn: withdrawn && { ...act(withdrawn, speech), reason: withdrawn.texts.reason },
    versions: drafts.map((draft) => versionView(draft, about, speech)),
  };
}

function versionView(
  draft: EventOf<'publicationDrafted'>,
  about: readonly IncidentEvent[],
  speech: Speech,
): PublicationVersion {
  const { version, kind, corrects, facts, nextAt, texts } = draft;
  const find = <T extends 'publicationChecked' | 'publicationReturned' | 'publicationApproved'>(type: T) =>
    about.find((event): event is EventOf<T> => event.type === type && 'version' in event && event.version === version);
  const [checked, returned, approved] = [
    find('publicationChecked'),
    find('publicationReturned'),
    find('publicationApproved'),
  ];
  return {
    version,
    kind,
    corrects,
    facts: facts.map(({ fact, value, seq }) => ({ fact: named(speech, 'fact', fact), value, seq })),
    nextAt: isoIfAny(nextAt),
    texts: Object.fromEntries(
      LANGS.flatMap((lang) => {
        const [title, body] = [texts[`title ${lang}`], texts[`body ${lang}`]];
        return title === undefined || body === undefined ? [] : [[lang, { title, body }]];
      }),
    ),
    repairTime: repairTimeIn(texts),
    drafted: act(draft, speech),
    checked: checked && act(checked, speech),
    returned: returned && { ...act(returned, speech), remarks: returned.texts.remarks },
    approved: approved && { ...act(approved, speech), reason: approved.texts?.reason },
  };
}

function act({ actor, at, authority }: { actor: MachineActor; at: Instant; authority: string }, speech: Speech) {
  return { by: actorView(actor, speech), at: iso(at), post: named(speech, 'post', authority) };
}
