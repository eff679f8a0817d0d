import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ScheduleNotFoundError } from '@temporalio/client';
import { keepProgramme } from '../../src/api/programme/keepProgramme.js';
import type { ProgrammeParts } from '../../src/api/programme/keepProgramme.js';
import { temporalSchedules } from '../../src/api/programme/temporalSchedules.js';
import { almanacOf, lastOccurrence, scheduledDrillId } from '../../src/domain/drill/index.js';
import { addDays, dayIn, timeOfDay } from '../../src/domain/plan/days.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { HOUR, SECOND } from '../../src/domain/time.js';
import { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

const ZONE = 'Asia/Shanghai';
/** Long enough to set up the schedule. */
const SOON = 8 * SECOND;

/** One entry, whose scheme is to be drafted in a moment for a drill tomorrow at ten. */
function dueSoon(plan: PlanDocument): void {
  const [entry] = plan.drills!.programme;
  const tomorrow = addDays(dayIn(Date.now(), ZONE), 1);
  const before = timeOfDay(tomorrow, 10 * HOUR, ZONE) - (Date.now() + SOON);
  const [, month, day] = tomorrow.split('-').map(Number);
  Object.assign(entry!, { months: [month], day, time: '10:00', daysOff: 'keep' });
  entry!.prepare = `${Math.floor(before / SECOND)}s`;
  plan.drills!.programme = [entry!];
}

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
let parts: ProgrammeParts;
beforeAll(async () => {
  muster = await TestMuster.start();
  drills = drillsOf(muster);
  const schedules = temporalSchedules(muster.client, muster.taskQueue);
  parts = { store: muster.store, schedules, zone: ZONE, now: Date.now };
});
afterAll(() => muster.close());

const scheduleOf = (entry: string) => muster.client.schedule.getHandle(`${muster.taskQueue}/drill-programme/${entry}`);
const entriesNow = async () => (await muster.store.effectivePlan())!.document.drills!.programme;

const PATIENCE_MS = 60_000;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; !(await holds());) {
    if (Date.now() > giveUpAt) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the schedules of the programme', () => {
  test('are made, changed and removed with the plan in force; a pause outlives them all', async () => {
    await keepProgramme(parts);
    const [first, second] = await entriesNow();
    const before = await scheduleOf(first!.id).describe();
    expect(before.info.nextActionTimes.length).toBeGreaterThan(0);
    expect(before.policies).toMatchObject({ overlap: 'ALLOW_ALL', catchupWindow: 366 * 24 * HOUR });

    const paused = { by: { kind: 'operator' }, reason: 'moving house', since: Date.now() } as const;
    await parts.store.pauseEntry(first!.id, paused, Date.now());
    await scheduleOf(second!.id).pause('by hand');
    await keepProgramme(parts);
    expect((await scheduleOf(first!.id).describe()).state).toMatchObject({
      paused: true,
      note: 'Muster: moving house',
    });
    const known = new Map((await parts.store.keptEntries()).map(({ entry, paused: kept }) => [entry, kept]));
    expect(known.get(first!.id)).toMatchObject({ reason: 'moving house', by: { kind: 'operator' } });
    expect(known.get(second!.id)).toMatchObject({ reason: 'by hand', by: { kind: 'integration', id: 'Temporal' } });

    await muster.nextPlan(2, ({ drills: rules }) => {
      const [one] = rules!.programme;
      one!.months = one!.months.map((month) => (month % 12) + 1);
      rules!.programme = [one!];
    });
    await keepProgramme(parts);
    const after = await scheduleOf(first!.id).describe();
    expect(after.info.nextActionTimes).not.toEqual(before.info.nextActionTimes);
    expect(after.state.paused).toBe(true);
    await expect(scheduleOf(second!.id).describe()).rejects.toThrow(ScheduleNotFoundError);

    await parts.store.pauseEntry(first!.id, null, Date.now());
    await keepProgramme(parts);
    expect((await scheduleOf(first!.id).describe()).state.paused).toBe(false);

    // One that was taken over from Temporal is resumed like any other.
    await scheduleOf(first!.id).pause('by hand');
    await keepProgramme(parts);
    expect((await scheduleOf(first!.id).describe()).state).toMatchObject({ paused: true, note: 'Muster: by hand' });
    await parts.store.pauseEntry(first!.id, null, Date.now());
    await keepProgramme(parts);
    expect((await scheduleOf(first!.id).describe()).state.paused).toBe(false);
    expect((await parts.store.keptEntries()).map(({ paused: left }) => left)).toEqual([null]);
  });

  test('one that fires while no worker runs opens its drill once, and the record says how late', async () => {
    await muster.nextPlan(3, dueSoon);
    await keepProgramme(parts);
    const [entry] = await entriesNow();
    const handle = scheduleOf(entry!.id);
    await muster.restartWorker(() => until(async () => (await handle.describe()).info.numActionsTaken > 0));

    const almanac = almanacOf((await muster.store.effectivePlan())!.document, ZONE);
    const occurrence = lastOccurrence(entry!, almanac, Date.now())!;
    const drill = scheduledDrillId(entry!, occurrence);
    await drills.until(drill, ({ effects, status }) => status === 'review' && effects.length === 0);
    await until(async () => (await muster.store.occurrencesOf([entry!.id])).length > 0);

    // Whoever asks again finds it done.
    const again = { entry: entry!.id, scheduledFor: occurrence.opensAt };
    await parts.schedules.start({ id: 'again', workflow: 'drillProgramme' }, occurrence.opensAt, [again]);
    const run = `${muster.taskQueue}/again-${new Date(occurrence.opensAt).toISOString().replace(/\.\d+Z$/, 'Z')}`;
    expect(await muster.client.workflow.getHandle(run).result()).toEqual({ outcome: 'opened', drill });

    const settled = await muster.store.occurrencesOf([entry!.id]);
    const [drafted] = await muster.store.drillEventsOf(drill);
    expect(drafted).toMatchObject({
      ...{ type: 'schemeDrafted', actor: { kind: 'system' }, programme: entry!.id },
      ...{ scheduledFor: occurrence.opensAt, plannedAt: occurrence.dueAt },
    });
    expect(settled).toEqual([
      expect.objectContaining({
        ...{ occurrence: occurrence.id, outcome: 'opened', drillId: drill, missed: null },
        ...{ scheduledFor: occurrence.opensAt, dueAt: occurrence.dueAt, settledAt: drafted!.at },
      }),
    ]);
    expect(drafted!.at).toBeGreaterThan(occurrence.opensAt);
    expect((await muster.store.listDrills({ limit: 10 })).map((state) => state.drill)).toEqual([drill]);
    const asked = muster.sink.mails.filter(({ subject }) => /Scheme to approve|方案待批准/.test(subject));
    expect(asked.length).toBe(new Set(asked.map(({ recipients }) => recipients.join())).size);
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe('a drill that no schedule has opened', () => {
  test('is opened all the same, and one that is paused is written down as left out', async () => {
    await muster.nextPlan(4, (plan) => {
      dueSoon(plan);
      const [entry] = plan.drills!.programme;
      plan.drills!.programme = ['lost', 'paused'].map((id) => ({ ...entry!, id }));
    });
    await parts.store.pauseEntry('paused', { by: { kind: 'operator' }, reason: 'x', since: 1 }, 1);
    // As a server that has lost its schedules: nothing stands there, and their time has come.
    const none = { ...parts.schedules, list: async () => [], put: async () => ({}) };
    const later = () => Date.now() + HOUR;
    await keepProgramme({ ...parts, schedules: none, now: later });
    await until(async () => (await parts.store.occurrencesOf(['lost', 'paused'])).length === 2);
    const outcomes = (await parts.store.occurrencesOf(['lost', 'paused'])).map(({ entry, outcome }) => [
      entry,
      outcome,
    ]);
    expect(outcomes.sort()).toEqual([
      ['lost', 'opened'],
      ['paused', 'paused'],
    ]);
  });
});
