import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { UnavailableError } from '../../src/api/incidents.js';
import { startPeopleTeller } from '../../src/api/peopleTeller.js';
import type { PeopleChanged } from '../../src/domain/incident/index.js';
import type { Holders } from '../../src/domain/plan/compiled.js';
import type { LiveIncident } from '../../src/store/index.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';

const BEFORE = sampleHolders();
const AFTER: Holders = { ...BEFORE, duty: ['xu-na'] };

/** A record and a roster that a test moves as it likes, and incidents that note what they hear. */
async function world() {
  const heard: [string, Omit<PeopleChanged, 'type'>][] = [];
  const now = {
    live: [] as LiveIncident[],
    holders: BEFORE,
    roster: 1,
    isDown: false,
    compared: 0,
  };
  const teller = startPeopleTeller({
    store: { liveIncidents: async () => now.live, onChanged: () => () => undefined },
    directory: {
      peopleFor: async () => {
        now.compared += 1;
        return { roster: now.roster, holders: now.holders };
      },
    },
    incidents: {
      changePeople: async (id, change) => {
        if (now.isDown) throw new UnavailableError('Temporal is switched off');
        heard.push([id, change]);
      },
    },
    log: pino({ level: 'silent' }),
  });
  // What it does by itself at the start, so that a test is alone afterwards.
  await teller.tell();
  const stands = (id: string, basisHash: string, holders: Holders): LiveIncident => {
    return { id, basisHash, basis: { plan: samplePlan(), holders } };
  };
  return { now, heard, teller, stands };
}

test('whoever goes by other people than the roster has is told the difference, once for each change', async () => {
  const { now, heard, teller, stands } = await world();
  now.live = [stands('i-1', 'h1', BEFORE), stands('i-2', 'h1', BEFORE), stands('i-3', 'h2', AFTER)];
  Object.assign(now, { holders: AFTER, roster: 2, compared: 0 });
  // The record is not up to date yet when it is looked at again.
  expect(await Promise.all([teller.tell(), teller.tell()])).toEqual([
    { told: 2, waiting: 0 },
    { told: 2, waiting: 0 },
  ]);
  const change = { roster: 2, posts: [{ post: 'duty', at: 0, removed: ['wang-fang'], added: ['xu-na'] }], people: [] };
  expect(heard).toEqual([
    ['i-1', change],
    ['i-2', change],
  ]);
  expect(now.compared).toBe(4);
  now.live = [stands('i-1', 'h2', AFTER), stands('i-2', 'h2', AFTER)];
  expect(await teller.tell()).toEqual({ told: 2, waiting: 0 });
  expect(heard).toHaveLength(2);
  await teller.close();
});

test('posts that only another version of the plan has are no news', async () => {
  const { now, heard, teller, stands } = await world();
  const holders = { ...BEFORE, nightGuard: ['xu-na'] };
  Object.assign(now, { live: [stands('i-1', 'h1', BEFORE)], holders, roster: 2 });
  expect(await teller.tell()).toEqual({ told: 0, waiting: 0 });
  expect(heard).toEqual([]);
  await teller.close();
});

test('whoever could not be reached is told later, and an incident that opened meanwhile as well', async () => {
  const { now, heard, teller, stands } = await world();
  Object.assign(now, { live: [stands('i-1', 'h1', BEFORE)], holders: AFTER, roster: 2, isDown: true });
  expect(await teller.tell()).toEqual({ told: 0, waiting: 1 });
  now.isDown = false;
  now.live.push(stands('i-2', 'h1', BEFORE));
  expect(await teller.tell()).toEqual({ told: 2, waiting: 0 });
  expect(heard.map(([id]) => id).sort()).toEqual(['i-1', 'i-2']);
  await teller.close();
});

test('what an incident has made of it otherwise is told once more, and then left', async () => {
  const { now, heard, teller, stands } = await world();
  Object.assign(now, { live: [stands('i-1', 'h1', BEFORE)], holders: AFTER, roster: 2 });
  await teller.tell();
  now.live = [stands('i-1', 'h3', { ...AFTER, duty: ['wang-fang', 'xu-na'] })];
  await teller.tell();
  await teller.tell();
  expect(heard.map(([, { posts }]) => posts[0]!.removed)).toEqual([['wang-fang'], ['wang-fang']]);
  await teller.close();
});
