import type { PersonId } from '../domain/plan/compiled.js';
import type { Contact } from '../store/index.js';

interface Addressed<Told> {
  reached: { to: Told; contact: Contact; address: string }[];
  withoutAddress: PersonId[];
}

/** Of these, whoever has an address on this channel, in their order; and who has none. */
export function addressed<Told extends { person: PersonId }>(
  told: readonly Told[],
  people: readonly Contact[],
  channel: string,
): Addressed<Told> {
  const contacts = new Map(people.map((contact) => [contact.id, contact]));
  const found: Addressed<Told> = { reached: [], withoutAddress: [] };
  for (const to of told) {
    const contact = contacts.get(to.person);
    const address = contact?.contacts[channel];
    if (contact === undefined || address === undefined) found.withoutAddress.push(to.person);
    else found.reached.push({ to, contact, address });
  }
  return found;
}
