import type { HeldBy, Lot, Needed } from '../incident/index.js';
import type { Speaker } from './speaker.js';

/** What is asked for, with the id that one asks for when one does something about it. */
export function needName({ request, resource, partner }: Needed, { names, lang }: Speaker): string {
  const what =
    resource !== undefined
      ? names.resource(resource, lang)
      : partner !== undefined
        ? names.partner(partner, lang)
        : undefined;
  if (what === undefined) return request;
  return lang === 'en' ? `${what} (${request})` : `${what}（${request}）`;
}

export function needNames(needs: readonly Needed[], say: Speaker): string {
  return say.some(needs.map((need) => needName(need, say)));
}

/** How a partner is reached and by which agreement it helps, as far as the plan says so. */
export function partnerWords(
  id: string,
  { names, lang }: Pick<Speaker, 'names' | 'lang'>,
): { contact?: string; agreement?: string } {
  const [contact, agreement] = [names.partnerContact(id, lang), names.partnerAgreement(id, lang)];
  return { ...(contact === id ? {} : { contact }), ...(agreement === id ? {} : { agreement }) };
}

/** In its unit: `2台`, `2 units`. */
export function amountWords(resource: string | undefined, quantity: number, { names, lang }: Speaker): string {
  return resource === undefined ? String(quantity) : names.resourceAmount(resource, quantity, lang);
}

/** `柴油发电机1台（q12）`, `1 unit of Diesel generator (q12)`. */
export function needAmount(need: Needed, quantity: number, say: Speaker): string {
  const amount = amountWords(need.resource, quantity, say);
  const { request, resource } = need;
  if (resource === undefined) return needName(need, say);
  const name = say.names.resource(resource, say.lang);
  return say.lang === 'en' ? `${name}, ${amount} (${request})` : `${name}${amount}（${request}）`;
}

/** By the ids of the ledger: they stand on the shelf and in the list of stock. */
export function lotWords(resource: string | undefined, lots: readonly Lot[], say: Speaker): string {
  return say.list(
    lots.map(({ item, quantity }) =>
      say.lang === 'en'
        ? `${item} (${amountWords(resource, quantity, say)})`
        : `${item}（${amountWords(resource, quantity, say)}）`,
    ),
  );
}

export function holderWords(resource: string | undefined, heldBy: readonly HeldBy[], say: Speaker): string {
  return say.list(
    heldBy.map(({ incidentId, quantity }) =>
      say.lang === 'en'
        ? `incident ${incidentId} (${amountWords(resource, quantity, say)})`
        : `事故 ${incidentId}（${amountWords(resource, quantity, say)}）`,
    ),
  );
}
