import { contactsIn, doubtsAbout, peopleIn, redacted, tracesOf } from '../../domain/erasure/index.js';
import type { Doubt, PersonTraces, Traces } from '../../domain/erasure/index.js';
import type { IncidentEvent, Message } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { splitTexts } from '../../seal/index.js';

/** What an erasure is after. */
export interface Selection {
  scope: 'person' | 'incident';
  person?: PersonId;
  traces: Traces;
  /** What is looked for, as it was written. */
  words: readonly string[];
  doubts: readonly Doubt[];
  /** What says of nobody else: whatever is written anew may not have it still. */
  certain: Traces;
  erasesText(event: IncidentEvent, field: string, text: string): boolean;
  erasesInMessage(message: Message, key: string, text: string): boolean;
}

export function selectPerson(person: PersonId, traces: PersonTraces): Selection {
  return {
    scope: 'person',
    person,
    traces,
    certain: traces.certain,
    words: traces.words,
    doubts: traces.doubts,
    erasesText: (_event, _field, text) => traces.finds(text),
    erasesInMessage: (_message, _key, text) => traces.finds(text),
  };
}

/** Of a visitor, who it was and what for. */
const OF_VISITORS = ['name', 'purpose'];

/**
 * Whoever was let in, in every text that names them, and whatever says how somebody outside the roster is reached. The
 * number in a text that was written for the public is one that is meant to be read, and so is what the plan has, as the line of
 * an authority.
 */
export function selectIncident(events: readonly IncidentEvent[], plan: PlanDocument): Selection {
  const texts = events.flatMap((event) =>
    event.type === 'publicationDrafted' ? [] : Object.values(splitTexts(event).texts),
  );
  const visitors = events.flatMap((event) => (event.type === 'personAdmitted' ? peopleIn(event.texts.name) : []));
  const inPlan = stringsIn(plan);
  const contacts = [...new Set(texts.flatMap(contactsIn))].filter((contact) => !tracesOf([contact]).finds(inPlan));
  const words = [...new Set([...visitors, ...contacts])];
  const traces = tracesOf(words);
  const names = tracesOf(visitors);
  return {
    scope: 'incident',
    traces,
    certain: traces,
    words,
    doubts: doubtsAbout(visitors),
    erasesText: ({ type }, field, text) =>
      (type === 'personAdmitted' && OF_VISITORS.includes(field)) ||
      (type === 'publicationDrafted' ? names : traces).finds(text),
    erasesInMessage: (message, key, text) =>
      (message.type === 'scene' && message.action === 'admit' && OF_VISITORS.includes(key)) ||
      (message.type === 'publication' && message.action === 'draft' ? names : traces).finds(text),
  };
}

function stringsIn(plan: PlanDocument): string {
  const strings: string[] = [];
  redacted(plan, (text) => strings.push(text) === 0);
  return strings.join('\n');
}
