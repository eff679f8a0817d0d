import { setTimeout as pause } from 'node:timers/promises';
import { asOperator } from '../tokens.mjs';
import { until } from '../until.mjs';
import { withApart } from './withInstallation.mjs';

const TARGETS = ['temporal', 'worker', 'database'];
/** It is killed so long before the drill is to begin, and stays away for so long. */
const KILLED_BEFORE_MS = 10_000;
const AWAY_MS = 35_000;
/** Enough to hand in and approve the scheme. */
const BEGINS_IN_MS = 30_000;

export const drillStart = {
  name: 'drill-start',
  about:
    'a drill is to begin by itself while Temporal, worker or database is dead for 35 s: begun once, delay on record',
  run: ({ keep, say }) =>
    withApart({ keep }, async ({ installation, tokens }) => {
      const outcomes = [];
      for (const target of TARGETS) outcomes.push(await begunLate({ installation, tokens, target, say }));
      const lateMs = Object.fromEntries(outcomes.map(({ target, lateMs: late }) => [target, late]));
      return { violations: outcomes.flatMap(({ violations }) => violations), lateMs };
    }),
};

async function begunLate({ installation, tokens, target, say }) {
  const violations = [];
  const wrong = (text) => violations.push(`${target}: ${text}`);
  const call = asOperator(installation, tokens);
  const plannedAt = Date.now() + BEGINS_IN_MS;
  const wanted = {
    ...{ scenario: 'release-outage', pace: 60, simulateAbsent: true },
    plannedAt: new Date(plannedAt).toISOString(),
  };
  const incidentsOfDrills = async () => (await call('/incidents?mode=drill')).json.items.map((one) => one.id);
  const before = await incidentsOfDrills();
  const { id } = (await call('/drills', wanted)).json;
  const read = async () => (await call(`/drills/${id}`)).json;
  await call(`/drills/${id}/decisions`, { action: 'submitScheme' });
  await until(async () => (await read()).status === 'ready');
  const left = plannedAt - KILLED_BEFORE_MS - Date.now();
  if (left < 0) return { target, violations: [`${target}: its scheme was approved too late for this scenario`] };
  await pause(left);
  await installation.kill(target, AWAY_MS);

  if (!(await until(async () => (await read()).status === 'running'))) wrong(`it stands at ${(await read()).status}`);
  const { events, incidentId } = await read();
  const of = (type) => events.filter((event) => event.type === type);
  const [asked] = of('startAsked');
  const [begun] = of('started');
  for (const type of ['startAsked', 'started']) if (of(type).length !== 1) wrong(`${type} ${of(type).length} times`);
  // While the record is away Temporal gives the word in time, and the incident is opened as soon as it can be kept.
  const [late, what] = target === 'database' ? [begun, 'begun'] : [asked, 'given the word'];
  const lateMs = late === undefined ? undefined : Date.parse(late.at) - plannedAt;
  say(`  ${target}: ${what} ${lateMs} ms late. ${asked?.words}`);
  if (!(lateMs >= AWAY_MS - KILLED_BEFORE_MS - 1_000)) wrong(`${what} ${lateMs} ms late on record`);
  if (target !== 'database' && !/ late/.test(asked?.words ?? '')) wrong(`the record says: ${asked?.words}`);
  const incidents = (await incidentsOfDrills()).filter((one) => !before.includes(one));
  if (incidents.join() !== incidentId) wrong(`its incident is ${incidentId}, and there are ${incidents.join()}`);

  await call(`/drills/${id}/decisions`, { action: 'stop' });
  if (!(await until(async () => (await read()).ended !== undefined))) wrong('it was not stopped');
  for (const path of [`/drills/${id}/record/verification`, `/incidents/${incidentId}/record/verification`]) {
    if (!(await until(async () => (await call(path)).json.intact === true))) wrong(`${path} is not intact`);
  }
  return { target, violations, lateMs };
}
