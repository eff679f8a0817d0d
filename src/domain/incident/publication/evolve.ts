import { actorName } from '../actor.js';
import type { EffectOf, NoticeTemplate } from '../effects.js';
import type { EventOf, EventType, IncidentEvent } from '../events.js';
import type { Heard } from '../hearing.js';
import type { PublicationTexts } from '../events/publication.js';
import { excerpt } from '../excerpt.js';
import type { Publication, PublicationSlice, State } from '../state.js';
import { draftersOf, goesOn, isOpen, isOut, isStuck } from './standing.js';

/** Of each body: whoever approves it has nothing else to decide by. */
export const QUOTED_OF_PUBLICATION = 2_000;

export function evolvePublication(
  slice: PublicationSlice,
  event: Heard<'publication'>,
  state: State,
): PublicationSlice {
  const next = changed(slice, event, state);
  const left = MAY_LEAVE_UNDECIDED.includes(event.type) ? withLeft(next, event, state) : next;
  return MAY_LEAVE_NOBODY.includes(event.type) ? withStuck(left, event, state) : left;
}

export const MAY_LEAVE_UNDECIDED: readonly EventType[] = [
  'closed',
  'merged',
  'rejected',
  'planMoved',
] satisfies Heard<'publication'>['type'][];

export const MAY_LEAVE_NOBODY: readonly EventType[] = [
  'levelChanged',
  'confirmed',
  'reopened',
  'planMoved',
  'peopleChanged',
  'preempted',
  'commandPassed',
  'postFilled',
  'publicationFactsMoved',
] satisfies Heard<'publication'>['type'][];

function withStuck(slice: PublicationSlice, { seq }: IncidentEvent, state: State): PublicationSlice {
  const now = { ...state, publication: slice };
  return since(slice, 'stuck', seq, (item) => isStuck(now, item));
}

function withLeft(slice: PublicationSlice, { seq }: IncidentEvent, state: State): PublicationSlice {
  return since(slice, 'left', seq, (item) => isOpen(item) && !goesOn(state, item));
}

/** Notes the event since which something holds of an item, and takes that away where it holds no more. */
function since(
  slice: PublicationSlice,
  what: 'stuck' | 'left',
  seq: number,
  holds: (item: Publication) => boolean,
): PublicationSlice {
  const items = Object.entries(slice.items).filter(([, item]) => holds(item) !== (item[what] !== undefined));
  if (items.length === 0) return slice;
  const moved = items.map(([id, { [what]: before, ...item }]) => [
    id,
    before === undefined ? { ...item, [what]: seq } : item,
  ]);
  return { ...slice, items: { ...slice.items, ...(Object.fromEntries(moved) as PublicationSlice['items']) } };
}

function changed(slice: PublicationSlice, event: Heard<'publication'>, { grading }: State): PublicationSlice {
  switch (event.type) {
    case 'activated':
      return { ...slice, activatedAt: slice.activatedAt ?? event.at };
    case 'terminated':
      return event.watchUntil === undefined ? { ...slice, aftermathAt: event.at } : slice;
    case 'watchEnded':
      return { ...slice, aftermathAt: event.at };
    case 'reopened': {
      const { aftermathAt: _, ...rest } = slice;
      return { ...rest, reopenedAt: event.at };
    }
    case 'reportAbsorbed':
      return { ...slice, ...first(slice, event) };
    case 'publicationDrafted':
      return drafted(slice, event);
    case 'publicationChecked': {
      const { actor: by, at } = event;
      return change(
        slice,
        event,
        (item) => ({ ...item, checked: { by, at } }),
        ({ texts }) => ({ texts }),
      );
    }
    case 'publicationReturned':
      return change(
        slice,
        event,
        ({ checked: _, ...item }) => ({ ...item, status: 'returned' }),
        ({ texts }) => ({ texts, reason: event.texts.remarks }),
      );
    case 'publicationApproved':
      return withoutKept(approved(slice, event), event.publication);
    case 'publicationFactsMoved':
      return change(
        slice,
        event,
        ({ moved: _, ...item }) => ({ ...item, ...(event.facts.length === 0 ? {} : { moved: event.facts }) }),
        () => ({}),
      );
    case 'publicationOvertaken':
      return change(
        slice,
        event,
        (item) => ({ ...item, overtaken: true }),
        () => ({}),
      );
    case 'effectRequested':
      return event.effect.kind === 'notify' ? asked(slice, event.effect) : slice;
    case 'publicationPublished':
      return withoutKept(published(slice, event), event.publication);
    case 'publicationWithdrawn':
      return change(
        slice,
        event,
        ({ facts: _facts, texts: _texts, moved: _moved, asked: _asked, stuck: _stuck, left: _left, ...item }) => ({
          ...item,
          status: 'withdrawn',
          withdrawnAt: event.at,
        }),
        () => ({ reason: event.texts.reason }),
      );
    case 'publicationWaived': {
      const { actor: by, at, authority } = event;
      const level = grading.level === undefined ? {} : { level: grading.level };
      return { ...slice, waived: { by, at, authority, ...level }, told: { reason: event.texts.reason } };
    }
    case 'publicationWaiverLapsed':
      return slice.waived === undefined ? slice : { ...slice, waived: { ...slice.waived, lapsedAt: event.at } };
    default:
      return slice;
  }
}

function first({ promised: had }: PublicationSlice, { promised }: EventOf<'reportAbsorbed'>) {
  if (promised === undefined || (had !== undefined && had.dueAt <= promised.dueAt)) return {};
  return { promised };
}

/** As a promise of its own: a correction that says nothing of the next one leaves it as it was. */
function withoutKept({ promised, ...slice }: PublicationSlice, id: string): PublicationSlice {
  const item = slice.items[id];
  const isKept = item !== undefined && isOut(item) && (item.kind !== 'correction' || item.nextAt !== undefined);
  return promised === undefined || isKept ? slice : { ...slice, promised };
}

function drafted(slice: PublicationSlice, event: EventOf<'publicationDrafted'>): PublicationSlice {
  const { publication, version, kind, corrects, nextAt, seq, at, actor: by, facts } = event;
  const texts = excerpts(event.texts);
  const before = slice.items[publication];
  const earlier = before === undefined ? [] : draftersOf(before).filter((one) => actorName(one) !== actorName(by));
  const item: Publication = {
    status: 'draft',
    version,
    kind,
    ...(corrects === undefined ? {} : { corrects }),
    ...(nextAt === undefined ? {} : { nextAt }),
    seq,
    drafted: { by, at },
    ...(earlier.length === 0 ? {} : { earlier }),
    facts: facts.map(({ fact, value }) => ({ fact, value })),
    texts,
  };
  const isNew = before === undefined;
  return {
    ...slice,
    last: slice.last + (isNew ? 1 : 0),
    items: { ...slice.items, [publication]: item },
    told: { texts },
  };
}

const ASKS: { readonly [T in NoticeTemplate]?: 'check' | 'approve' } = {
  publicationToCheck: 'check',
  publicationToApprove: 'approve',
};

function asked(slice: PublicationSlice, { template, facts, recipients }: EffectOf<'notify'>): PublicationSlice {
  const to = ASKS[template];
  if (to === undefined) return slice;
  const id = String(facts['publication']);
  const item = slice.items[id];
  if (item === undefined || item.version !== facts['version']) return slice;
  const people = [...(item.asked?.[to] ?? []), ...recipients.map(({ person }) => person)];
  const now = { ...item, asked: { ...item.asked, [to]: [...new Set(people)] } };
  return { ...slice, items: { ...slice.items, [id]: now } };
}

function excerpts(texts: PublicationTexts): PublicationTexts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, excerpt(text, QUOTED_OF_PUBLICATION)]));
}

/** In a drill that is all that happens to it. */
function approved(slice: PublicationSlice, event: EventOf<'publicationApproved'>): PublicationSlice {
  const { actor: by, at, drill } = event;
  const { waived: _, ...rest } = slice;
  return change(
    rest,
    event,
    ({ facts: _facts, moved: _moved, asked: _asked, texts, ...item }) => ({
      ...item,
      status: 'approved',
      approved: { by, at },
      ...(drill === undefined ? { ...(texts === undefined ? {} : { texts }) } : { outAt: at }),
    }),
    ({ texts }) => ({ texts }),
  );
}

/** What was withdrawn before it was out stays so. */
function published(slice: PublicationSlice, event: EventOf<'publicationPublished'>): PublicationSlice {
  const { at, publicId, shows } = event;
  return change(
    slice,
    event,
    ({ texts: _, ...item }) => ({
      ...item,
      ...(publicId === undefined ? {} : { publicId }),
      ...(shows === 'text' ? { outAt: at } : {}),
      ...(shows === 'text' && item.status === 'approved' ? { status: 'published' as const } : {}),
    }),
    ({ texts }) => ({ texts }),
  );
}

type Told = {
  [K in keyof NonNullable<PublicationSlice['told']>]?: NonNullable<PublicationSlice['told']>[K] | undefined;
};

/** `told`: from what it was before. */
function change(
  slice: PublicationSlice,
  { publication }: { publication: string },
  to: (item: Publication) => Publication,
  told: (item: Publication) => Told,
): PublicationSlice {
  const item = slice.items[publication];
  if (item === undefined) return slice;
  const quoted = Object.entries(told(item)).filter(([, words]) => words !== undefined);
  return { ...slice, items: { ...slice.items, [publication]: to(item) }, told: Object.fromEntries(quoted) };
}
