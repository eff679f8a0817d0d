import { sleep, wallOffset } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const INCIDENTS = 80;
const EVERY_MS = 400;
const SECOND = 1_000;

/** All different, so that no timer of an incident stands on another. */
const REMIND = 2 * SECOND;
const ESCALATE = 5 * SECOND;
const VERIFY = 3 * SECOND;
const REMINDERS = 2;

/**
 * Nobody answers. Each incident has four timers, spread over the run: reminder of the alert, report of the silence, two
 * reminders to verify. Their due times follow from the events that set them.
 */
export const timers = {
  name: 'timers',
  run: () =>
    onStage({ change: shorten }, async ({ product, sink }) => {
      const ids = [];
      for (let i = 0; i < INCIDENTS; i++) {
        ids.push(await product.report());
        await sleep(EVERY_MS);
      }
      await sleep(VERIFY * REMINDERS + 3 * SECOND);
      const offset = wallOffset();
      const told = lastMailOfNotice(sink, offset);
      const fired = [];
      for (const id of ids) fired.push(...timersOf(id, await product.timeline(id)));
      const mailed = fired.filter(({ key }) => told.has(key));
      return [
        {
          measure: 'due → event',
          ...summary(fired.map(({ due, at }) => at - due)),
          targets: [{ stat: 'p99', atMost: 200 }],
        },
        {
          measure: 'due → last mail of its notice',
          ...summary(mailed.map(({ due, key }) => told.get(key) - due)),
          targets: [{ stat: 'p99', atMost: 200 }],
        },
        {
          measure: 'timers that did not fire, or without a mail',
          total: INCIDENTS * (2 + REMINDERS) * 2 - fired.length - mailed.length,
          targets: [{ stat: 'total', atMost: 0 }],
        },
      ];
    }),
};

function shorten(response) {
  const seconds = (ms) => `${ms / SECOND}s`;
  Object.assign(response.notification.alert, { remindAfter: seconds(REMIND), escalateAfter: seconds(ESCALATE) });
  // A time box would remind once, at half of it.
  delete response.verification.timeBox;
  Object.assign(response.verification, { remindAfter: seconds(VERIFY), reminders: REMINDERS });
}

function lastMailOfNotice(sink, offset) {
  const last = new Map();
  for (const { incident, notice, at } of sink.mails) last.set(`${incident}.${notice}`, at + offset);
  return last;
}

function timersOf(id, items) {
  const events = items.map(({ event }) => event);
  const called = events.find(({ type }) => type === 'called');
  const reminded = events.find(({ type }) => type === 'reminded');
  const silent = events.find(({ type }) => type === 'silent');
  const fired = [];
  const add = (event, due) => event && fired.push({ due, at: event.at, key: `${id}.n${event.seq}` });
  add(reminded, called.at + REMIND);
  add(silent, reminded && reminded.at + ESCALATE - REMIND);
  let since = called.at;
  for (const event of events.filter(({ type }) => type === 'verificationReminded')) {
    add(event, since + VERIFY);
    since = event.at;
  }
  return fired;
}
