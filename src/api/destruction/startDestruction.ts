import { destructionOwners, destructionsToTell } from '../../domain/erasure/index.js';
import { addDays, dayIn, hourOfDay } from '../../domain/plan/days.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { textIn } from '../../domain/lang.js';
import { MINUTE } from '../../domain/time.js';
import { destructionMailWords } from '../../domain/words/index.js';
import { destructionOutbox, keepUpToDate } from '../../store/index.js';
import { sendAll } from '../sendAll.js';
import type { UpkeepParts } from '../upkeep/parts.js';

const FROM_HOUR = 9;
const TO_HOUR = 18;
const AGAIN_AFTER = 5 * MINUTE;

/**
 * Mails, at nine in the morning, what personal data has to be destroyed to those who answer for it: when something falls
 * due, and then every week until it is done. Any number of processes may run one.
 */
export function startDestruction(parts: UpkeepParts): { close(): Promise<void> } {
  const { store, now, log } = parts;
  return keepUpToDate(
    store,
    async () => {
      const at = now();
      const [plan, roster] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
      if (!plan || !roster) return undefined;
      const zone = plan.document.calendar?.zone ?? parts.zone;
      const today = dayIn(at, zone);
      const morning = hourOfDay(today, FROM_HOUR, zone);
      if (at < morning) return morning - at;
      if (at < hourOfDay(today, TO_HOUR, zone)) {
        const told = await store.destructionTold();
        const last = told && { day: told.day, at: hourOfDay(told.day, FROM_HOUR, zone) };
        const due = destructionsToTell(await store.dueDestructions(morning), last, today);
        if (due.length > 0) {
          const owners = destructionOwners(plan.document, roster.document as RosterDocument);
          const people = (await parts.directory.people()).filter(({ id }) => owners.includes(id));
          const { incidentId, effectId } = destructionOutbox(today);
          const notices = people.flatMap(({ id: person, contacts, languages }) => {
            const address = contacts[parts.channel];
            if (address === undefined) return [];
            const lang = languages[0] ?? 'en';
            const organisation = textIn(plan.document.plan.organisation, lang);
            return {
              ...{
                id: [incidentId, effectId, person, parts.channel].join('/'),
                incidentId,
                effectId,
                noticeId: effectId,
              },
              ...{ person, channel: parts.channel, address, messageId: `personal-data.${today}.${person}@muster` },
              ...destructionMailWords({ due, organisation, zone, lang }),
            };
          });
          await store.enqueueNotices(notices);
        }
        const open = await store.destructionTold();
        if (open && !(await sendAll(parts, destructionOutbox(open.day), 'personal data'))) return AGAIN_AFTER;
      }
      return hourOfDay(addDays(today, 1), FROM_HOUR, zone) - at;
    },
    (error) =>
      log.error({ error: String(error) }, 'what personal data is to be destroyed could not be told; it is tried again'),
  );
}
