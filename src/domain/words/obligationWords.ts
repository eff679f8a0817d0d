import type { ObligationId } from '../plan/compiled.js';
import type { Speaker } from './speaker.js';

/** The id stands beside the name: it is what one asks for when one files it. */
export function obligationName(id: ObligationId, { names, lang }: Speaker): string {
  const name = names.obligation(id, lang);
  return name === id ? id : lang === 'en' ? `${name} (${id})` : `${name}（${id}）`;
}

export function obligationNames(ids: readonly ObligationId[], say: Speaker): string {
  return say.some(ids.map((id) => obligationName(id, say)));
}
