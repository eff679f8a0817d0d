import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { paceDrillIncident } from '../../src/activities/drillIncident.js';
import type { OtherIncidents } from '../../src/activities/deps.js';
import type { Message } from '../../src/domain/incident/index.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { DIRECTOR, running, SAFETY, TODAY } from '../drill/story.js';
import type { Story } from '../drill/story.js';
import { DrillStory } from '../incident/drillStory.js';
import { BASIS } from '../incident/story.js';
import { inMemory } from '../support/databases.js';

let store: Store;
beforeAll(async () => {
  store = await openStore(inMemory());
});
afterAll(() => store.close());

/** An incident of its own, that keeps its record as ever; `said` is what reached it. */
async function played(incidentId: string, story: Story) {
  const incident = new DrillStory(1, BASIS, { incidentId });
  const said: number[] = [];
  let first: (() => Promise<void>) | undefined;
  const keep = async () => store.record({ incidentId, basis: BASIS, events: incident.events, messages: [] });
  await keep();
  const unspoken = () => Promise.reject(new Error('nothing else is said to it'));
  const incidents: OtherIncidents = {
    ...{ start: unspoken, recheckClaims: unspoken, recheckStock: unspoken },
    async decide(_, message: Message) {
      if (message.type === 'setPace') said.push(message.pace);
      await first?.();
      first = undefined;
      incident.hears(message);
      await keep();
      return { seq: incident.state.seq, phase: incident.state.phase };
    },
  };
  const asks = paceDrillIncident({ store, incidents });
  const drill = story.state.drill;
  const carriesOut = async (nth: number) => {
    const effect = story.all('paceAsked').map(({ seq, pace }) => ({ effectId: `p${seq}`, pace }))[nth]!;
    return asks({ drill, incidentId, ...effect });
  };
  /** Until the next word has come through. */
  const meanwhile = (happens: () => Promise<void>) => (first = happens);
  return { incident, said, carriesOut, meanwhile, recorded: () => store.recordDrill({ drill, events: story.events }) };
}

function begun(drill: string, rules = TODAY): Story {
  const story = running({ drill, incidentId: `${drill}-incident`, rules });
  story.settles();
  return story;
}

test('the incident answers what its clock shows since, whoever has set it last', async () => {
  const story = begun('shown');
  const { incident, carriesOut, recorded } = await played('shown-incident', story);
  story.says(DIRECTOR, { type: 'setPace', pace: 60 });
  await recorded();
  expect((await carriesOut(0)).shown).toMatchObject({ type: 'paceSet', fields: { pace: 60 } });
  incident.setsPace(0);
  // Asked once more under the same key it changes nothing, and says what is so.
  const { shown } = await carriesOut(0);
  expect(shown).toMatchObject({ seq: incident.state.seq, fields: { pace: 0 } });
  expect(shown).toMatchObject({ at: incident.state.clock!.at, fields: { realAt: incident.state.clock!.realAt } });
});

test('a word that came through only when the drill was over leaves the incident standing still', async () => {
  const story = begun('late');
  const { incident, said, carriesOut, recorded, meanwhile } = await played('late-incident', story);
  story.says(DIRECTOR, { type: 'setPace', pace: 60 });
  await recorded();
  meanwhile(async () => {
    story.says(SAFETY, { type: 'stop' });
    await recorded();
  });
  expect(await carriesOut(0)).toEqual({});
  expect(said).toEqual([60, 0]);
  expect(incident.state.clock?.pace).toBe(0);
});

test('a pace that is tried again after a newer one, or after the end, is not said', async () => {
  const story = begun('overtaken');
  const { said, carriesOut, recorded } = await played('overtaken-incident', story);
  story.says(DIRECTOR, { type: 'setPace', pace: 60 });
  story.says(DIRECTOR, { type: 'setPace', pace: 0 });
  await recorded();
  expect(await carriesOut(0)).toEqual({});
  expect(said).toEqual([]);
  await carriesOut(1);
  expect(said).toEqual([0]);
  story.says(SAFETY, { type: 'stop' });
  await recorded();
  expect(await carriesOut(1)).toEqual({});
  expect(said).toEqual([0]);
});

test('a drill of an earlier release is asked for as it was', async () => {
  const story = begun('earlier', running().state.rules);
  const { said, carriesOut, recorded } = await played('earlier-incident', story);
  story.says(DIRECTOR, { type: 'setPace', pace: 60 });
  story.says(DIRECTOR, { type: 'setPace', pace: 0 });
  await recorded();
  expect(await carriesOut(0)).toEqual({});
  expect(said).toEqual([60]);
});
