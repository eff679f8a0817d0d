import type { Logged } from '../../domain/incident/index.js';
import { eventWords, speaker } from '../../domain/words/index.js';
import type { LoggedDecision } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, namedIfAny } from './named.js';

export function loggedDecision({ event, facts, level }: Logged, speech: Speech): LoggedDecision {
  const { names, lang, posts } = speech;
  const say = speaker(names, lang);
  const texts: Record<string, string> = 'texts' in event && event.texts !== undefined ? { ...event.texts } : {};
  return {
    seq: event.seq,
    at: iso(event.at),
    type: event.type,
    words: eventWords(event, names, lang, posts),
    by: actorView(event.actor, speech),
    via: event.via,
    authority: namedIfAny(speech, 'post', 'authority' in event ? event.authority : undefined),
    reason: texts['reason'],
    level: namedIfAny(speech, 'level', level),
    facts,
    known: Object.entries(facts).map(([fact, value]) => say.fact(fact, value)),
  };
}
