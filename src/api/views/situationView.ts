import { knownFactsWithSource, statementsMade } from '../../domain/incident/index.js';
import type { EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import { speaker } from '../../domain/words/index.js';
import type { Incident, Statement, Telling } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, isoIfAny, named } from './named.js';
import type { Quoted } from './quoted.js';

/** More than these nobody reads in a view; the timeline has them all. */
const STATEMENTS_SHOWN = 20;

/** The events that told what is known, and the latest statements. */
export function toldSeqs(state: State): number[] {
  return [...knownFactsWithSource(state).map(({ seq }) => seq), ...shownStatements(state)];
}

function shownStatements({ situation }: State): number[] {
  return situation.statements.slice(-STATEMENTS_SHOWN);
}

export function situationView(state: State, speech: Speech, quoted: Quoted): Incident['situation'] {
  const { situation } = state;
  const say = speaker(speech.names, speech.lang);
  const statements = shownStatements(state).flatMap((seq) => {
    const event = quoted.get(seq);
    return event?.type === 'factAdded' ? [statementView(event, speech)] : [];
  });
  return {
    facts: knownFactsWithSource(state).map(({ fact, value, seq, at }) => ({
      fact: named(speech, 'fact', fact),
      value,
      words: say.fact(fact, value),
      at: iso(at),
      seq,
      ...tellingView(state, quoted.get(seq), speech),
    })),
    statements,
    earlierStatements: statementsMade(situation) - statements.length,
    questions: Object.entries(situation.questions).map(([id, { text, by, at }]) => ({
      id,
      text,
      by: actorView(by, speech),
      at: iso(at),
    })),
  };
}

export function statementView(event: EventOf<'factAdded'>, speech: Pick<Speech, 'names' | 'lang'>): Statement {
  const text = event.texts.statement || undefined;
  return { text, at: iso(event.at), seq: event.seq, ...addedView(event, speech) };
}

/** Who told it, and on what source. */
function tellingView({ report }: State, event: IncidentEvent | undefined, speech: Speech): Telling {
  if (event?.type === 'factAdded') return addedView(event, speech);
  if (event?.type === 'reportAbsorbed') return { by: actorView(event.reporter, speech), from: event.from };
  return { by: actorView(report.reporter, speech) };
}

function addedView(event: EventOf<'factAdded'>, speech: Pick<Speech, 'names' | 'lang'>): Telling {
  const { actor, texts, observedAt, confidence } = event;
  const source = texts.source || undefined;
  return { by: actorView(actor, speech), source, observedAt: isoIfAny(observedAt), confidence };
}
