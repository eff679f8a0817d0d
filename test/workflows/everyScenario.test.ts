import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { drillRules, everybody, usualRoles } from '../../src/domain/drill/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

/** The most that there is: what is looked at here is what leaves, not who decides what when. */
const PACE = 3_600;
const WRITTEN = loadPlan('plans/software-incident').document.scenarios!;
const SCENARIOS = WRITTEN.map(({ id }) => id);

/** What Node's own HTTP clients begin, from anywhere in this process. */
const HTTP_CLIENTS = ['http.client.request.start', 'undici:request:create'];
const requests: unknown[] = [];
const note = (message: unknown) => void requests.push(message);

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
beforeAll(async () => {
  muster = await TestMuster.start();
  drills = drillsOf(muster);
  for (const channel of HTTP_CLIENTS) subscribe(channel, note);
});
afterAll(async () => {
  for (const channel of HTTP_CLIENTS) unsubscribe(channel, note);
  await muster.close();
});

test('a request of any HTTP client of this process would be seen', async () => {
  const server = createServer((_, res) => res.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } });
  await once(get({ port, agent: false }), 'response');
  server.closeAllConnections();
  server.close();
  expect(requests).toHaveLength(HTTP_CLIENTS.length);
  requests.length = 0;
});

test.each(SCENARIOS)('in a drill of %s nothing reaches anybody who does not take part in person', async (scenario) => {
  const { plan, holders } = (await muster.directory.basis())!;
  const all = [...new Set(Object.values(holders).flat())];
  const leading = [plan.command.commander, ...plan.command.deputies].flatMap((post) => holders[post] ?? []);
  const { document } = (await muster.store.effectivePlan())!;
  const roster = (await muster.store.currentRoster())!.document as RosterDocument;
  const drillsOfPlan = { ...document, drills: document.drills! };
  const usual = usualRoles(drillsOfPlan, roster);
  // For the departments, whether they took part or not.
  const { asked } = drillRules(drillsOfPlan, { id: '', version: 1, hash: '' }, roster).feedback;
  const others = usual.players.filter((person) => !leading.includes(person));
  const there = others.slice(0, 3);
  // Every third of those who lead nothing has no part in it at all, though the plan calls them.
  const outside = all.filter((person, i) => i % 3 === 0 && ![...leading, ...there, ...asked].includes(person));
  const before = muster.sink.mails.length;

  const { drill, incidentId, roles } = await drills.opened(scenario, {
    pace: PACE,
    roles: { ...usual, players: usual.players.filter((person) => !outside.includes(person)) },
    simulateAbsent: { seed: 1, people: all.filter((person) => ![...there, ...outside].includes(person)) },
  });
  await drills.says(drill, { type: 'submitScheme' });
  await drills.until(drill, ({ status }) => status === 'evaluating' || status === 'submitted' || status === 'closed');

  const { state } = (await muster.store.getIncident(incidentId))!;
  expect(state.report.mode).toBe('drill');
  // What players are to find out is not in what they are told at the beginning.
  const { background, report } = WRITTEN.find(({ id }) => id === scenario)!;
  const { title, description } = state.report.texts;
  for (const text of Object.values(background)) expect(`${title}\n${description}`).not.toContain(text);
  for (const text of Object.values(report!.description!)) expect(description).toContain(text);
  expect(everybody({ roles })).toEqual(expect.arrayContaining(there));
  const events = await muster.events(incidentId);
  const withheld = events.flatMap((event) => (event.type === 'noticeWithheld' ? event.people : []));
  expect(withheld.filter((person) => outside.includes(person))).not.toEqual([]);
  const contacts = await muster.directory.people();
  const addresses = contacts.filter(({ id }) => there.includes(id)).map((one) => one.contacts.email);
  const mails = muster.sink.mails.slice(before);
  expect(mails.length).toBeGreaterThan(0);
  // The name of the scenario tells as much as its background.
  const { name } = WRITTEN.find(({ id }) => id === scenario)!;
  const begins = mails.filter(({ subject }) => /演练开始|Begins now/.test(subject));
  expect(begins).toHaveLength(there.length);
  for (const { subject } of begins) for (const text of Object.values(name)) expect(subject).not.toContain(text);
  for (const { recipients, subject } of mails) {
    expect(addresses).toEqual(expect.arrayContaining(recipients));
    expect(subject).toMatch(/【演练 DRILL】|\[DRILL 演练\]/);
  }
  expect(requests).toEqual([]);
});
