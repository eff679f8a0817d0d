import { addDays, dayIn, hourOfDay } from '../../domain/plan/days.js';
import type { Day } from '../../domain/plan/days.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { MINUTE } from '../../domain/time.js';
import type { Duration } from '../../domain/time.js';
import { keepUpToDate, upkeepOutbox } from '../../store/index.js';
import { sendAll } from '../sendAll.js';
import type { UpkeepParts } from './parts.js';
import { tellUpkeep } from './tellUpkeep.js';

/** Upkeep is no alarm: whoever is told of it is at work. */
const FROM_HOUR = 9;
const TO_HOUR = 18;
const AGAIN_AFTER: Duration = 5 * MINUTE;
/** What a mail server has not taken for so long is told by what comes after it. */
const DAYS_TRIED = 7;

/**
 * Keeps the list of what has to be done about stock, and mails it at nine in the morning to those who have to do it, to
 * their deputies when it is due, and to command when it stays undone. Wakes for changes of plan, roster and ledger, once
 * an hour, and in the morning; any number of processes may run one.
 */
export function startUpkeep(parts: UpkeepParts): { close(): Promise<void> } {
  const { store, now, log } = parts;
  return keepUpToDate(
    store,
    async () => {
      const at = now();
      await store.keepUpkeep({ at, zone: parts.zone });
      const [plan, roster, ledger] = await Promise.all([
        store.effectivePlan(),
        store.currentRoster(),
        store.currentLedger(),
      ]);
      if (!plan || !roster || !ledger) return undefined;
      const zone = plan.document.calendar?.zone ?? parts.zone;
      const today = dayIn(at, zone);
      const morning = hourOfDay(today, FROM_HOUR, zone);
      if (at < morning) return morning - at;
      if (at < hourOfDay(today, TO_HOUR, zone)) {
        const ground = { plan: plan.document, roster: roster.document as RosterDocument, today };
        await tellUpkeep(parts, { ...ground, items: ledger.document.items }, morning);
        if (!(await sendThose(parts, today))) return AGAIN_AFTER;
      }
      return hourOfDay(addDays(today, 1), FROM_HOUR, zone) - at;
    },
    (error) => log.error({ error: String(error) }, 'upkeep of stock could not be told; it is tried again'),
  );
}

/** Also what was left of the days before. Whether nothing is left now. */
async function sendThose(parts: UpkeepParts, today: Day): Promise<boolean> {
  let all = true;
  for (let ago = DAYS_TRIED - 1; ago >= 0; ago -= 1) {
    if (!(await sendAll(parts, upkeepOutbox(addDays(today, -ago)), 'upkeep of stock'))) all = false;
  }
  return all;
}
