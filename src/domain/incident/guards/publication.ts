import { PUBLICATION_KINDS, PUBLICATION_TEXTS } from '../events/publication.js';
import type { PublicationTexts } from '../events/publication.js';
import type { PublicationDecision } from '../messages.js';
import { id, ids, instant, isObject, longText, oneOf, optional, text, title, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const publicationReaders: Readers<'publication'> = { publication };

function publication(json: Json): PublicationDecision {
  const action = oneOf(json, 'action', ['draft', 'check', 'return', 'approve', 'withdraw', 'waive']);
  const type = 'publication';
  switch (action) {
    case 'draft':
      return {
        type,
        action,
        ...optional(json, 'publication', id),
        kind: oneOf(json, 'kind', PUBLICATION_KINDS),
        ...optional(json, 'corrects', id),
        facts: ids(json, 'facts'),
        ...optional(json, 'nextAt', instant),
        texts: texts(json),
      };
    case 'check':
      return { type, action, ...version(json) };
    case 'return':
      return { type, action, ...version(json), remarks: text(json, 'remarks') };
    case 'approve':
      return { type, action, ...version(json), ...optional(json, 'reason', text) };
    case 'withdraw':
      return { type, action, publication: id(json, 'publication'), reason: text(json, 'reason') };
    case 'waive':
      return { type, action, reason: text(json, 'reason') };
  }
}

function version(json: Json): { publication: string; version: number } {
  return { publication: id(json, 'publication'), version: instant(json, 'version') };
}

function texts({ texts: given }: Json): PublicationTexts {
  const isKnown = (name: string) => PUBLICATION_TEXTS.some((known) => known === name);
  if (!isObject(given) || !Object.keys(given).every(isKnown)) {
    throw new Wrong('texts', `texts under any of ${PUBLICATION_TEXTS.join(', ')}`);
  }
  return Object.fromEntries(
    Object.keys(given).map((name) => [name, name.startsWith('title') ? title(given, name) : longText(given, name)]),
  );
}
