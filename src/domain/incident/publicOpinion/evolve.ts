import type { AlertId } from '../../plan/compiled.js';
import type { EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import { excerpt } from '../excerpt.js';
import { heardWith, opinionSource } from './source.js';
import type { OpinionEntry, PublicOpinionSlice, RaisedAlert, State } from '../state.js';

/** They travel with the incident; entries come by the hundred. */
const LATEST_OPINIONS = 20;
/** Older ones are beyond an answer. */
const UNANSWERED_OPINIONS = 200;

export function evolveOpinion(
  slice: PublicOpinionSlice,
  event: Heard<'publicOpinion'>,
  { basis }: Pick<State, 'basis'>,
): PublicOpinionSlice {
  switch (event.type) {
    case 'activated':
    case 'reopened': {
      const { ended: _, ...running } = slice;
      return { ...running, since: event.at };
    }
    case 'opinionRecorded':
      return recorded(slice, event);
    case 'opinionReplied':
      return replied(slice, event);
    case 'opinionEnded': {
      const { at, actor: by, texts } = event;
      return { ...slice, ended: { at, by, reason: excerpt(texts.reason) } };
    }
    case 'planMoved': {
      const known = (basis.plan.aftermath?.publicOpinion?.alerts ?? []).map(({ id }) => id);
      const raised = Object.entries(slice.raised).filter(([id]) => known.includes(id));
      return { ...slice, raised: Object.fromEntries(raised) };
    }
    default:
      return slice;
  }
}

function recorded({ quoted: _, ...slice }: PublicOpinionSlice, event: EventOf<'opinionRecorded'>): PublicOpinionSlice {
  const { at, told = [], sunk = [], texts = {} } = event;
  const count = slice.count + 1;
  return {
    ...slice,
    // What an earlier release had activated does not say when.
    since: slice.since ?? at,
    count,
    latest: [...slice.latest, entryOf(event)].slice(-LATEST_OPINIONS),
    unanswered: [...slice.unanswered, count].slice(-UNANSWERED_OPINIONS),
    raised: { ...slice.raised, ...sunken(slice.raised, sunk), ...raisedBy(slice, event) },
    ...(told.length === 0 ? {} : { quoted: excerpts(texts) }),
  };
}

function entryOf(event: EventOf<'opinionRecorded'>): OpinionEntry {
  const { entry, seq, at, observedAt, volume, usual, sentiment, reach, untrue } = event;
  return {
    entry,
    seq,
    at,
    source: opinionSource(event),
    observedAt,
    ...(volume === undefined ? {} : { volume }),
    ...(usual === undefined ? {} : { usual }),
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(reach === undefined ? {} : { reach }),
    ...(untrue === undefined ? {} : { untrue }),
  };
}

function raisedBy(slice: PublicOpinionSlice, event: EventOf<'opinionRecorded'>): Record<AlertId, RaisedAlert> {
  const { seq, at, volume, reach, told = [], named = [], texts } = event;
  const source = opinionSource(event);
  const raised = {
    seq,
    at,
    source,
    ...(volume === undefined ? {} : { volume }),
    ...(reach === undefined ? {} : { reach }),
  };
  return Object.fromEntries(
    told.map((id) => {
      const heard = heardWith(slice.raised[id], source, texts?.claim);
      return [id, { ...raised, heard, ...(named.includes(id) ? { named: true as const } : {}) }];
    }),
  );
}

function sunken(raised: Record<AlertId, RaisedAlert>, ids: AlertId[]): Record<AlertId, RaisedAlert> {
  return Object.fromEntries(
    ids.flatMap((id) => (raised[id] === undefined ? [] : [[id, { ...raised[id], sunk: true as const }]])),
  );
}

function excerpts(texts: NonNullable<EventOf<'opinionRecorded'>['texts']>): NonNullable<PublicOpinionSlice['quoted']> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, excerpt(text)]));
}

function replied(slice: PublicOpinionSlice, { entry, repliedAt }: EventOf<'opinionReplied'>): PublicOpinionSlice {
  return {
    ...slice,
    latest: slice.latest.map((one) => (one.entry === entry ? { ...one, repliedAt } : one)),
    unanswered: slice.unanswered.filter((number) => `o${number}` !== entry),
  };
}
