import { setTimeout as pause } from 'node:timers/promises';
import { brokenChains } from '../chains.mjs';
import { Journey } from '../journey.mjs';
import { checkMails } from '../mailChecks.mjs';
import { withInstallation } from './withInstallation.mjs';

const REPORTS = 50;
/** After the restart began. A promise of the product. */
const LAST_TOLD_WITHIN_MS = 10_000;

export const fiftyReports = {
  name: 'fifty-reports',
  about: `${REPORTS} reports accepted, kill -9 of the whole group at once: everybody is told`,
  run: ({ keep }) =>
    withInstallation({ keep }, async ({ sink, installation, tokens }) => {
      const violations = [];
      const journeys = Array.from({ length: REPORTS }, () => new Journey({ installation, sink, tokens }));
      const strike = installation.aim('group');
      const beganAt = Date.now();
      await Promise.all(journeys.map((journey) => journey.report()));
      strike();
      const killedAt = Date.now();
      const told = () => journeys.filter(({ incidentId }) => sink.idsOf(incidentId).length > 0).length;
      // What the kernel held of the killed process still arrives.
      await pause(50);
      const toldBefore = told();
      const restart = await installation.comeBack('group');
      for (const journey of journeys) await journey.settled();

      let last = 0;
      let lastOfAll = 0;
      let [repeats, mails] = [0, 0];
      for (const journey of journeys) {
        const { incidentId } = journey;
        const [{ items }, notices] = await Promise.all([journey.get('/timeline'), journey.get('/notices')]);
        const events = items.map(({ event }) => event);
        const checked = checkMails({ sink, incidentId, notices: notices.items, events });
        violations.push(...checked.violations.map((violation) => `${incidentId}: ${violation}`));
        repeats += checked.repeats;
        const alert = events.find(({ type }) => type === 'called');
        const firstOf = (id) => sink.of(id)[0].endedAt;
        const ids = sink.idsOf(incidentId);
        mails += ids.length;
        // Everybody who is alerted must be told; what follows, as that two incidents want the same people, may come later.
        last = Math.max(last, ...ids.filter((id) => id.startsWith(`${incidentId}.n${alert.seq}.`)).map(firstOf));
        lastOfAll = Math.max(lastOfAll, ...ids.map(firstOf));
      }
      if (told() < REPORTS) violations.push(`only ${told()} of ${REPORTS} were told`);
      const lastAfterBeginMs = last - restart.beganAt;
      if (lastAfterBeginMs > LAST_TOLD_WITHIN_MS)
        violations.push(`the last was told ${lastAfterBeginMs} ms after the restart began`);
      await installation.stop();
      violations.push(
        ...(await brokenChains(
          installation.dir,
          journeys.map((journey) => journey.incidentId),
        )),
      );
      return {
        violations,
        acceptedWithinMs: killedAt - beganAt,
        toldBefore,
        told: told(),
        mails,
        repeats,
        restartMs: restart.ms,
        lastAfterBeginMs,
        lastAfterReadyMs: last - restart.readyAt,
        allAfterReadyMs: lastOfAll - restart.readyAt,
      };
    }),
};
