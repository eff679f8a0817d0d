import { knownFactsWithSource } from '../../domain/incident/index.js';
import type { State } from '../../domain/incident/index.js';
import { speaker } from '../../domain/words/index.js';
import type { Incident } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, named } from './named.js';

export function situationView(state: State, speech: Speech): Incident['situation'] {
  const { situation } = state;
  const say = speaker(speech.names, speech.lang);
  return {
    facts: knownFactsWithSource(state).map(({ fact, value, seq, at, confidence }) => ({
      fact: named(speech, 'fact', fact),
      value,
      words: say.fact(fact, value),
      at: iso(at),
      seq,
      confidence,
    })),
    questions: Object.entries(situation.questions).map(([id, { text, by, at }]) => ({
      id,
      text,
      by: actorView(by, speech),
      at: iso(at),
    })),
  };
}
