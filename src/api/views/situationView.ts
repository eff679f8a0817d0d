import { knownFacts } from '../../domain/incident/index.js';
import type { State } from '../../domain/incident/index.js';
import { speaker } from '../../domain/words/index.js';
import type { Incident } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, named } from './named.js';

/** The report is the first event of every incident. */
const REPORTED = 1;

export function situationView(state: State, speech: Speech): Incident['situation'] {
  const { report, situation } = state;
  const say = speaker(speech.names, speech.lang);
  return {
    facts: Object.entries(knownFacts(state)).map(([id, value]) => {
      const told = situation.known[id];
      return {
        fact: named(speech, 'fact', id),
        value,
        words: say.fact(id, value),
        at: iso(told?.at ?? report.reportedAt),
        seq: told?.seq ?? REPORTED,
        confidence: told?.confidence,
      };
    }),
    questions: Object.entries(situation.questions).map(([id, { text, by, at }]) => ({
      id,
      text,
      by: actorView(by, speech),
      at: iso(at),
    })),
  };
}
