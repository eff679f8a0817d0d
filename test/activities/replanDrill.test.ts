import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { replanDrill } from '../../src/activities/replanDrill.js';
import { dayIn } from '../../src/domain/plan/days.js';
import { workingDayFrom } from '../../src/domain/plan/workingDays.js';
import { DAY } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { Story } from '../drill/story.js';
import { inMemory } from '../support/databases.js';
import { bringInPlan } from '../support/plans.js';

const FOLDER = 'plans/software-incident';
const ZONE = 'Asia/Shanghai';

let store: Store;
beforeAll(async () => {
  store = await openStore(inMemory());
  const { document, hash } = loadPlan(FOLDER);
  await bringInPlan(store, document, hash);
  await store.saveRoster(loadRoster(`${FOLDER}/roster.yaml`, document).document);
});
afterAll(() => store.close());

async function replanned(more: ConstructorParameters<typeof Story>[0]): Promise<number> {
  const { events, state } = new Story(more);
  await store.recordDrill({ drill: state.drill, events });
  const asks = replanDrill({ store, zone: ZONE, log: pino({ level: 'silent' }) });
  return (await asks({ drill: state.drill, upTo: state.seq })).plannedAt;
}

const timeOfDay = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(new Date(at));

describe('a drill that was missed is held', () => {
  test.each([
    ['as its entry says', { drill: 'of-entry', programme: 'yearly-live' }],
    ['by the usual rules where the plan has dropped its entry', { drill: 'dropped', programme: 'not-any-more' }],
    ['as one that an improvement waits for', { drill: 'verifies', planned: { reason: 'm-1', whenMissed: 'replan' } }],
  ] as const)('%s: on a working day, with two weeks to prepare', async (_, more) => {
    const { calendar } = (await store.effectivePlan())!.document;
    const before = Date.now();
    const at = await replanned(more);
    expect(workingDayFrom(dayIn(at, ZONE), calendar)).toBe(dayIn(at, ZONE));
    expect(timeOfDay(at)).toBe('10:00');
    expect(at - before).toBeGreaterThan(13 * DAY);
    expect(at - before).toBeLessThan(31 * DAY);
  });

  test('once its record is there', async () => {
    const asks = replanDrill({ store, zone: ZONE, log: pino({ level: 'silent' }) });
    await expect(asks({ drill: 'not-yet', upTo: 3 })).rejects.toThrow('not recorded yet');
  });
});
