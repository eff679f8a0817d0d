import { opinionDues, opinionSource, trendOf } from '../../domain/incident/index.js';
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

export interface ToldOpinions {
  /** The latest, in order. */
  entries: EventOf<'opinionRecorded'>[];
  /** All that were given to these. */
  replies: EventOf<'opinionReplied'>[];
}

export function publicOpinionView(state: State, speech: Speech, { entries, replies }: ToldOpinions): PublicOpinion {
  const replyTo = new Map(replies.map((reply) => [reply.entry, reply]));
  return {
    id: state.incidentId,
    seq: state.seq,
    ...opinionSummary(state, speech),
    entries: entries.toReversed().map((event) => entryView(event, replyTo.get(event.entry), speech)),
    // An entry may have come since the state was read.
    earlier: Math.max(0, state.publicOpinion.count - entries.length),
  };
}

function entryView(
  event: EventOf<'opinionRecorded'>,
  reply: EventOf<'opinionReplied'> | undefined,
  speech: Speech,
): PublicOpinion['entries'][number] {
  const { entry, seq, at, actor, observedAt, volume, usual, sentiment, reach, alerts, told = [] } = event;
  // Erased ones are empty.
  const { claim, note, link } = event.texts ?? {};
  return {
    id: entry,
    seq,
    at: iso(at),
    by: actorView(actor, speech),
    source: opinionSource(event),
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
