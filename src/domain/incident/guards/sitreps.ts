import { SITREP_SECTIONS } from '../events/sitreps.js';
import type { SitrepTexts } from '../events/sitreps.js';
import { instant, isObject, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const sitrepReaders: Readers<'draftSitrep' | 'editSitrep' | 'releaseSitrep'> = {
  draftSitrep: () => ({ type: 'draftSitrep' }),
  editSitrep: (json) => ({ type: 'editSitrep', number: instant(json, 'number'), sections: sections(json) }),
  releaseSitrep: (json) => ({
    type: 'releaseSitrep',
    number: instant(json, 'number'),
    ...optional(json, 'upTo', instant),
  }),
};

function sections({ sections: given }: Json): SitrepTexts {
  const isKnown = (name: string) => SITREP_SECTIONS.some((known) => known === name);
  if (!isObject(given) || !Object.keys(given).every(isKnown)) {
    throw new Wrong('sections', `texts under any of ${SITREP_SECTIONS.join(', ')}`);
  }
  return Object.fromEntries(Object.keys(given).map((name) => [name, text(given, name)]));
}
