import { opinionDues, trendOf } from '../../domain/incident/index.js';
import type { EventOf, State } from '../../domain/incident/index.js';
import { sentimentWords } from '../../domain/words/index.js';
import type { OpinionSummary, PublicOpinion } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, isoIfAny, named } from './named.js';

export function opinionSummary(state: State, speech: Speech): OpinionSummary {
  const { count, latest, raised, ended } = state.publicOpinion;
  const { volume, sentiment } = trendOf(latest);
  return {
    count,
    volume,
    sentiment: sentimentView(sentiment, speech),
    raised: Object.entries(raised).flatMap(([id, { sunk }]) => (sunk ? [] : [named(speech, 'opinionAlert', id)])),
    dueAt: isoIfAny(opinionDues(state)[0]?.dueAt),
    ended: ended && { at: iso(ended.at), by: actorView(ended.by, speech), reason: ended.reason },
  };
}

type Told = EventOf<'opinionRecorded'> | EventOf<'opinionReplied'>;

/** `events`: all that tell of entries and of replies, in order. */
export function publicOpinionView(state: State, speech: Speech, events: readonly Told[], limit: number): PublicOpinion {
  const recorded = events.filter((event) => event.type === 'opinionRecorded');
  const replies = new Map(events.flatMap((one) => (one.type === 'opinionReplied' ? [[one.entry, one] as const] : [])));
  const shown = recorded.slice(-limit).toReversed();
  return {
    id: state.incidentId,
    seq: state.seq,
    ...opinionSummary(state, speech),
    entries: shown.map((event) => entryView(event, replies.get(event.entry), speech)),
    earlier: recorded.length - shown.length,
  };
}

function entryView(
  event: EventOf<'opinionRecorded'>,
  reply: EventOf<'opinionReplied'> | undefined,
  speech: Speech,
): PublicOpinion['entries'][number] {
  const { entry, seq, at, actor, source, observedAt, volume, usual, sentiment, reach, alerts, told = [] } = event;
  // Erased ones are empty.
  const { claim, note, link } = event.texts ?? {};
  return {
    id: entry,
    seq,
    at: iso(at),
    by: actorView(actor, speech),
    source,
    observedAt: iso(observedAt),
    volume,
    usual,
    sentiment: sentimentView(sentiment, speech),
    reach,
    untrue: event.untrue === true,
    claim: claim || undefined,
    note: note || undefined,
    link: link || undefined,
    alerts: alerts.map((id) => named(speech, 'opinionAlert', id)),
    told: told.map((id) => named(speech, 'opinionAlert', id)),
    reply: reply && {
      at: iso(reply.repliedAt),
      by: actorView(reply.actor, speech),
      text: reply.texts.reply || undefined,
      after: reply.repliedAt - observedAt,
    },
  };
}

function sentimentView(value: number | undefined, { lang }: Speech): OpinionSummary['sentiment'] {
  return value === undefined ? undefined : { value, words: sentimentWords(value, lang) };
}
