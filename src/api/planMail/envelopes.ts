import type { PersonId } from '../../domain/plan/compiled.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { Lang } from '../../domain/lang.js';
import { planOutbox } from '../../store/index.js';
import type { NewNotice, PlanVersion } from '../../store/index.js';
import type { PlanMailParts } from './parts.js';

type About = ReturnType<typeof about>;

/** One mail to each of these people who has an address, in their language. */
export async function envelopes<P extends { person: PersonId }>(
  { store, directory, channel, zone }: PlanMailParts,
  plan: PlanVersion,
  effectId: string,
  to: readonly P[],
  write: (person: P, about: About) => { subject: string; text: string },
): Promise<NewNotice[]> {
  if (to.length === 0) return [];
  const [people, roster] = await Promise.all([directory.people(), store.currentRoster()]);
  if (!roster) throw new Error('there is no roster in the store; bring one in before plans are given out');
  const names = namesFrom(plan.document, roster.document as RosterDocument);
  const incidentId = planOutbox(plan);
  return to.flatMap((addressee) => {
    const { person } = addressee;
    const contact = people.find((known) => known.id === person);
    const address = contact?.contacts[channel];
    if (contact === undefined || address === undefined) return [];
    return {
      id: [incidentId, effectId, person, channel].join('/'),
      incidentId,
      effectId,
      noticeId: effectId,
      person,
      channel,
      address,
      ...write(addressee, about(plan, names, contact.languages[0] ?? 'en', zone)),
      messageId: `${plan.id}.v${plan.version}.${effectId}.${person}@muster`,
    };
  });
}

function about({ version, document }: PlanVersion, names: ReturnType<typeof namesFrom>, lang: Lang, zone: string) {
  return { names, lang, zone, number: document.plan.number, version };
}
