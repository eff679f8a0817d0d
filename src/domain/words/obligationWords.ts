import type { ObligationId } from '../plan/compiled.js';
import type { Speaker } from './speaker.js';

/** How many a sentence bears before the rest is only counted. */
const SHOWN = 4;

/** The id stands beside the name: it is what one asks for when one files it. */
export function obligationName(id: ObligationId, { names, lang }: Speaker): string {
  const name = names.obligation(id, lang);
  return name === id ? id : lang === 'en' ? `${name} (${id})` : `${name}（${id}）`;
}

export function obligationNames(ids: readonly ObligationId[], say: Speaker): string {
  if (ids.length <= SHOWN + 1) return say.list(ids.map((id) => obligationName(id, say)));
  const shown = ids.slice(0, SHOWN).map((id) => obligationName(id, say));
  return say.lang === 'en'
    ? `${shown.join(', ')} and ${ids.length - SHOWN} others`
    : `${shown.join('、')}等${ids.length}项`;
}
