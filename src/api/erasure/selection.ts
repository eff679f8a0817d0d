import { contactsIn, tracesOf } from '../../domain/erasure/index.js';
import type { Traces } from '../../domain/erasure/index.js';
import type { IncidentEvent, Message } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { splitTexts } from '../../seal/index.js';

/** What an erasure is after. */
export interface Selection {
  scope: 'person' | 'incident';
  person?: PersonId;
  traces: Traces;
  erasesText(event: IncidentEvent, field: string, text: string): boolean;
  erasesInMessage(message: Message, key: string, text: string): boolean;
}

export function selectPerson(person: PersonId, traces: Traces): Selection {
  return {
    scope: 'person',
    person,
    traces,
    erasesText: (_event, _field, text) => traces.finds(text),
    erasesInMessage: (_message, _key, text) => traces.finds(text),
  };
}

/** Of a visitor, who it was and what for. */
const OF_VISITORS = ['name', 'purpose'];

/**
 * Whoever was let in, in every text that names them, and whatever says how somebody outside the roster is reached. The
 * number in a text that was written for the public is one that is meant to be read.
 */
export function selectIncident(events: readonly IncidentEvent[]): Selection {
  const texts = events.flatMap((event) =>
    event.type === 'publicationDrafted' ? [] : Object.values(splitTexts(event).texts),
  );
  const visitors = events.flatMap((event) => (event.type === 'personAdmitted' ? [event.texts.name] : []));
  const traces = tracesOf([...visitors, ...texts.flatMap(contactsIn)]);
  const names = tracesOf(visitors);
  return {
    scope: 'incident',
    traces,
    erasesText: ({ type }, field, text) =>
      (type === 'personAdmitted' && OF_VISITORS.includes(field)) ||
      (type === 'publicationDrafted' ? names : traces).finds(text),
    erasesInMessage: (message, key, text) =>
      (message.type === 'scene' && message.action === 'admit' && OF_VISITORS.includes(key)) ||
      (message.type === 'publication' && message.action === 'draft' ? names : traces).finds(text),
  };
}
