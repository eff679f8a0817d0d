import { ANALYSIS_KINDS } from '../events/analysis.js';
import type { AnalysisDecision } from '../messages.js';
import { instant, isObject, link, longText, name, oneOf, optional, sha256, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const analysisReaders: Readers<'analysis'> = { analysis };

/** What an event can carry, and what people can read. */
const MOST_ITEMS = 200;
const MOST_CHARACTERS = 100_000;

/** Under these the texts hold something else. */
const RESERVED = ['method', 'nature'];

function analysis(json: Json): AnalysisDecision {
  const action = oneOf(json, 'action', ['record', 'complete']);
  if (action === 'complete') return { type: 'analysis', action };
  const method = optional(json, 'method', longText);
  const nature = optional(json, 'nature', longText);
  return { type: 'analysis', action, items: items(json), ...method, ...nature };
}

function items({ items: given }: Json): Extract<AnalysisDecision, { action: 'record' }>['items'] {
  if (!Array.isArray(given) || given.length > MOST_ITEMS) throw new Wrong('items', `a list of at most ${MOST_ITEMS}`);
  const read = given.map(item);
  const characters = read.reduce((sum, { text: words }) => sum + words.length, 0);
  if (characters > MOST_CHARACTERS) throw new Wrong('items', `at most ${MOST_CHARACTERS} characters in all`);
  return read;
}

function item(json: unknown): Extract<AnalysisDecision, { action: 'record' }>['items'][number] {
  if (!isObject(json)) throw new Wrong('items', 'objects with id, kind and text');
  const id = name(json, 'id');
  if (RESERVED.includes(id)) throw new Wrong('id', `another id than ${RESERVED.join(' and ')}`);
  return {
    id,
    kind: oneOf(json, 'kind', ANALYSIS_KINDS),
    text: text(json, 'text'),
    ...optional(json, 'at', instant),
    ...optional(json, 'of', name),
    ...optional(json, 'evidence', sha256),
    ...optional(json, 'link', link),
  };
}
