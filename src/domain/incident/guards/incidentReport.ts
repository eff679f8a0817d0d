import type { IncidentReportDecision } from '../messages.js';
import { instant, isName, isObject, longText, oneOf, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const incidentReportReaders: Readers<'incidentReport'> = { incidentReport };

/** What an event can carry. */
const MOST_SECTIONS = 50;
const MOST_CHARACTERS = 100_000;

function incidentReport(json: Json): IncidentReportDecision {
  const type = 'incidentReport' as const;
  const action = oneOf(json, 'action', ['edit', 'submit', 'return', 'review', 'approve', 'revise']);
  switch (action) {
    case 'edit':
      return { type, action, sections: sections(json) };
    case 'submit':
      return { type, action };
    case 'return':
      return { type, action, version: instant(json, 'version'), remarks: text(json, 'remarks') };
    case 'review':
    case 'approve':
      return { type, action, version: instant(json, 'version') };
    case 'revise':
      return { type, action, reason: text(json, 'reason') };
  }
}

function sections({ sections: given }: Json): Record<string, string> {
  if (!isObject(given)) throw new Wrong('sections', 'texts under the ids of sections');
  const names = Object.keys(given);
  if (names.length > MOST_SECTIONS || !names.every(isName)) {
    throw new Wrong('sections', `at most ${MOST_SECTIONS} texts under the ids of sections`);
  }
  const read = names.map((name) => [name, longText(given, name)] as const);
  const characters = read.reduce((sum, [, words]) => sum + words.length, 0);
  if (characters > MOST_CHARACTERS) throw new Wrong('sections', `at most ${MOST_CHARACTERS} characters in all`);
  return Object.fromEntries(read);
}
