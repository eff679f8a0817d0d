import { isStatement, knownFactsWithSource } from '../domain/incident/index.js';
import type { EventOf, IncidentEvent, State } from '../domain/incident/index.js';
import type { FactId } from '../domain/plan/compiled.js';
import type { FactValue } from '../domain/plan/condition.js';
import type { Instant } from '../domain/time.js';
import { knownFactWords, otherwiseWords } from '../domain/words/index.js';
import type { Speaker, Telling } from '../domain/words/index.js';

interface Sources {
  state: State;
  events: readonly IncidentEvent[];
  say: Speaker;
}

/**
 * Each known fact with its source, those first of which there is a change to tell; what somebody added stands beside a
 * worse value that another report told later.
 */
export function knownFactItems(
  { state, events, say }: Sources,
  time: (at: Instant) => string,
  changeOf: (fact: FactId, value: FactValue) => string | undefined = () => undefined,
): string[] {
  const tellings = new Map(events.filter(isTelling).map((event) => [event.seq, event]));
  const facts = knownFactsWithSource(state).map((known) => ({ ...known, change: changeOf(known.fact, known.value) }));
  const changedFirst = facts.toSorted((a, b) => Number(a.change === undefined) - Number(b.change === undefined));
  return changedFirst.flatMap(({ fact, value, seq, change }) => {
    const event = tellings.get(seq);
    if (event === undefined) return [];
    const known = knownFactWords(say.fact(fact, value), event, say, time, change);
    const added = state.situation.known[fact];
    const other = event.type === 'reportAbsorbed' && added !== undefined ? tellings.get(added.seq) : undefined;
    if (added === undefined || other === undefined) return [known];
    return [known, `${otherwiseWords(say.lang)}${knownFactWords(say.fact(fact, added.value), other, say, time)}`];
  });
}

function isTelling(event: IncidentEvent): event is Telling {
  return event.type === 'reported' || event.type === 'reportAbsorbed' || event.type === 'factAdded';
}

/** Of these events, what was told in words: statements that were added, and other reports of the same thing. */
export function statementsIn(events: readonly IncidentEvent[]): EventOf<'factAdded' | 'reportAbsorbed'>[] {
  return events
    .filter((event) => event.type === 'factAdded' || event.type === 'reportAbsorbed')
    .filter(
      // One that was erased is still told to have been made.
      (event) => event.type === 'reportAbsorbed' || isStatement(event),
    );
}
