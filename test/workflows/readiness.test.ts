import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepReadiness } from '../../src/api/readiness/keepReadiness.js';
import type { ProgrammeParts } from '../../src/api/programme/keepProgramme.js';
import { temporalSchedules } from '../../src/api/programme/temporalSchedules.js';
import { dayIn } from '../../src/domain/plan/days.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { TestMuster } from '../support/muster.js';

const ZONE = 'Asia/Shanghai';

/** Every day, days off too, at this minute. */
const clockOf = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(11, 16);
function dueAt(at: number): (plan: PlanDocument) => void {
  return (plan) => {
    plan.control!.readiness = { every: '1d', time: clockOf(at) };
    plan.calendar = { zone: ZONE, weekend: [], holidays: [], workdays: [] };
  };
}

let muster: TestMuster;
let parts: ProgrammeParts;
beforeAll(async () => {
  muster = await TestMuster.start();
  const schedules = temporalSchedules(muster.client, muster.taskQueue);
  parts = { store: muster.store, schedules, zone: ZONE, now: Date.now };
});
afterAll(() => muster.close());

const handle = () => muster.client.schedule.getHandle(`${muster.taskQueue}/readiness`);
const all = () => muster.store.listInspections({ limit: 10 });

const PATIENCE_MS = 150_000;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; !(await holds());) {
    if (Date.now() > giveUpAt) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('inspections of readiness', () => {
  test('have a schedule that follows the plan in force; nothing that was due before is made up for', async () => {
    await keepReadiness(parts);
    const before = await handle().describe();
    expect(before.info.nextActionTimes.length).toBeGreaterThan(0);
    expect(before.policies).toMatchObject({ overlap: 'ALLOW_ALL', catchupWindow: 366 * 24 * HOUR });

    await muster.nextPlan(2, dueAt(Date.now() - 3 * MINUTE));
    await keepReadiness(parts);
    expect((await handle().describe()).info.nextActionTimes).not.toEqual(before.info.nextActionTimes);
    expect(await all()).toEqual([]);
  });

  test('one that falls due while the worker is down is made once, with its delay on record, and told', async () => {
    const due = Math.ceil(Date.now() / MINUTE + 0.2) * MINUTE;
    await muster.nextPlan(3, dueAt(due));
    await keepReadiness(parts);
    await muster.restartWorker(() => until(async () => (await handle().describe()).info.numActionsTaken > 0));
    await until(async () => (await all()).length === 1);
    const [made] = await all();
    expect(made).toMatchObject({ id: `r-${dayIn(due, ZONE)}`, scheduledFor: due, askedBy: null });
    expect(made!.inspectedAt).toBeGreaterThanOrEqual(due);
    // Told by whoever looks after the schedule as well, it stays one.
    await keepReadiness({ ...parts, now: () => Date.now() + 3 * MINUTE });
    expect(await all()).toHaveLength(1);
    await until(async () => muster.sink.mails.some(({ text }) => /应急准备/.test(text)));
  });

  test('of several that fell due meanwhile the last is made', async () => {
    const [made] = await all();
    const input = { scheduledFor: made!.scheduledFor - 2 * DAY };
    await muster.client.workflow.execute('readiness', {
      ...{ taskQueue: muster.taskQueue, workflowId: `${muster.taskQueue}/late`, args: [input] },
    });
    expect((await all()).map(({ id }) => id)).toEqual([`r-${dayIn(made!.scheduledFor, ZONE)}`]);
  });

  test('one whose time has not come by the clock of the worker is made all the same', async () => {
    const [last] = await all();
    const input = { scheduledFor: last!.scheduledFor + DAY };
    await muster.client.workflow.execute('readiness', {
      ...{ taskQueue: muster.taskQueue, workflowId: `${muster.taskQueue}/early`, args: [input] },
    });
    const id = `r-${dayIn(input.scheduledFor, ZONE)}`;
    expect((await all()).map((one) => one.id)).toContain(id);
  });
});
