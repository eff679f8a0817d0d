import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ApartInstallation } from '../apart.mjs';
import { ROOT } from '../installation.mjs';
import { killParts } from '../killParts.mjs';
import { startSink } from '../sink.mjs';
import { asOperator, Tokens } from '../tokens.mjs';

const SCENARIO_IDS = ['ransomware', 'release-outage', 'authority-order'];
/** Who is there is held for the drill; whom the simulator plays is not. They do nothing. */
const PRESENT = ['cai-ming', 'oliver-grant', 'qian-rong'];
/** So long each drill is meddled with, and each part killed once. */
const LASTS_MS = 60_000;
const WITHIN_MS = 60_000;
/** Seldom so fast that it is over before it is stopped. */
const PACES = [0, 0, 1, 30, 120];

export const drillClock = {
  name: 'drill-clock',
  about: 'a drill is paused, hurried, given injects and stopped at random moments while each part is killed',
  async run({ say, keep }) {
    const sink = await startSink();
    const installation = await ApartInstallation.create({ smtpUrl: sink.url, plan: 'plans/software-incident' });
    const violations = [];
    const figures = { kills: 0, asked: 0, refused: 0, events: 0, held: 0 };
    try {
      await installation.start();
      const tokens = new Tokens(installation);
      for (const scenario of SCENARIO_IDS) {
        const one = await meddledWith(scenario, { installation, tokens, say });
        violations.push(...one.violations.map((violation) => `${scenario} ${one.id}: ${violation}`));
        figures.kills += one.kills;
        figures.asked += one.asked.length;
        figures.refused += one.asked.filter(({ code }) => code !== undefined).length;
        figures.events += one.events;
        figures.held += one.held;
        say(`  ${scenario}: ${one.asked.length} asked, ${one.events} events, ${one.violations.length} violations`);
      }
      if (figures.held === 0) violations.push('nobody was held when it was stopped, so that nobody could be let go');
      return { violations, ...figures };
    } catch (error) {
      throw new Error(`${error.message}\n${installation.output.slice(-2_000)}`, { cause: error });
    } finally {
      await installation.remove({ keep: keep && violations.length > 0 });
      await sink.close();
    }
  },
};

async function meddledWith(scenario, { installation, tokens, say }) {
  const call = asOperator(installation, tokens);
  const { id } = (await call('/drills', { scenario, pace: 60, simulateAbsent: true, present: PRESENT })).json;
  const asked = [];
  const decide = async (body) => {
    const key = randomUUID();
    const { status, json } = await call(`/drills/${id}/decisions`, body, key);
    asked.push({ key, body, ...(status === 200 ? {} : { code: json?.code ?? status }) });
    // A second click.
    if (Math.random() < 0.2) await call(`/drills/${id}/decisions`, body, key);
  };
  const read = async () => (await call(`/drills/${id}`)).json;
  await decide({ action: 'submitScheme' });
  await until('it runs', async () => (await read()).status === 'running');

  let over = false;
  const [outages] = await Promise.all([
    killParts(installation, scenario, LASTS_MS, say).finally(() => (over = true)),
    (async () => {
      while (!over) {
        await pause(Math.random() * 1_500);
        await decide(anything((await read()).injects));
      }
    })(),
  ]);
  const violations = [];
  const wanted = asked.findLast(({ body, code }) => body.action === 'pace' && code === undefined)?.body.pace;
  const { incidentId: played, status: stands } = await read();
  if (stands === 'running' && wanted !== undefined) {
    const goesBy = async () => [(await read()).pace, await paceOf(installation, played)];
    const isSo = async () => (await goesBy()).every((pace) => pace === wanted) || (await read()).status !== 'running';
    if (!(await until('its clock goes as was asked for last', isSo).catch(() => false)))
      violations.push(`asked for last was ${wanted}, and drill and incident go by ${await goesBy()}`);
  }
  const held = await heldBy(installation, played);
  await decide({ action: 'stop' });
  const stopped = await until('it is stopped', async () => (await read()).ended !== undefined).catch(() => false);
  if (stopped === false) violations.push('it was not stopped');
  const { incidentId, status } = await read();
  const isLetGo = async () => (await heldBy(installation, incidentId)) === 0;
  if (!(await until('nobody is held for it', isLetGo).catch(() => false)))
    violations.push('people are still held for it');
  // Where nobody was held the end has to be waited for by this.
  const isStill = async () => (await paceOf(installation, incidentId)) === 0;
  await until('its clock stands still', isStill).catch(() => false);
  for (const path of [`/drills/${id}/record/verification`, `/incidents/${incidentId}/record/verification`]) {
    const intact = async () => (await call(path)).json.intact === true;
    if (!(await until('the record is intact', intact).catch(() => false)))
      violations.push(`${path}: ${JSON.stringify((await call(path)).json.faults)}`);
  }
  const records = await recordsOf(installation, id, incidentId);
  violations.push(...inDrill(records.drill, asked, status === 'closed'), ...inIncident(records.incident));
  return {
    ...{ id, asked, violations, kills: outages.length, held },
    events: records.drill.length + records.incident.length,
  };
}

function anything(injects) {
  const one = (list) => list[Math.floor(Math.random() * list.length)];
  const inject = one(injects)?.id ?? 'none';
  return one([
    { action: 'pace', pace: one(PACES) },
    { action: 'pace', pace: one(PACES) },
    { action: 'inject', inject },
    { action: 'skip', inject, reason: 'Not today.' },
    { action: 'observe', note: 'Seen.' },
    { action: 'addInject', event: 'A journalist calls.', players: ['commander'] },
  ]);
}

async function recordsOf({ databaseUrl }, id, incidentId) {
  const { openStore } = await import(join(ROOT, 'dist', 'store', 'index.js'));
  const store = await openStore({ kind: 'postgres', url: databaseUrl });
  try {
    const incident = (await store.eventsOf(incidentId, 0, 10_000)).map(({ event }) => event);
    return { drill: await store.drillEventsOf(id), incident };
  } finally {
    await store.close();
  }
}

async function paceOf({ databaseUrl }, incidentId) {
  const { openStore } = await import(join(ROOT, 'dist', 'store', 'index.js'));
  const store = await openStore({ kind: 'postgres', url: databaseUrl });
  try {
    return (await store.getIncident(incidentId))?.state.clock?.pace;
  } finally {
    await store.close();
  }
}

async function heldBy({ databaseUrl }, incidentId) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT 1 FROM people_claims WHERE incident_id = $1', [incidentId]);
    return rows.length;
  } finally {
    await client.end();
  }
}

/** What was answered is there once, and nothing of the story happens while it stands still. */
function inDrill(events, asked, isClosed) {
  const found = inOrder(events, 'seq', 1).concat(inOrder(events, 'at'));
  for (const { key, body, code } of asked) {
    const of = events.filter(({ request }) => request?.id === key);
    // Once it is closed nothing of it runs that could write it down.
    if (of.length === 0 && isClosed && code !== undefined) continue;
    if (of.length !== 1) found.push(`${body.action} is ${of.length} times on the record, answered ${code}`);
    else if ((of[0].type === 'refused') !== (code !== undefined)) found.push(`${body.action} is ${of[0].type}`);
  }
  let pace = 1;
  for (const event of events) {
    if (event.type === 'started' || event.type === 'paceSet') pace = event.clock.pace;
    const byItself = event.type === 'injectPlayed' && ['time', 'silence'].includes(event.by);
    if (byItself && pace === 0) found.push(`${event.inject} was played by the ${event.by} while it stood still`);
  }
  const played = events.filter(({ type }) => type === 'injectPlayed').map(({ inject, by }) => `${inject} ${by}`);
  if (new Set(played).size !== played.length) found.push(`played twice: ${played.join()}`);
  if (events.filter(({ type }) => type === 'conductEnded').length !== 1) found.push('it has not ended once');
  return found.concat(
    inOrder(
      events.filter(({ type }) => type === 'paceSet').map(({ clock }) => clock),
      'at',
    ),
  );
}

function inIncident(events) {
  const found = ['seq', 'at', 'realAt'].flatMap((field) => inOrder(events, field, field === 'seq' ? 1 : undefined));
  let standsAt;
  for (const { type, at, pace, seq } of events) {
    if (standsAt !== undefined && at !== standsAt) found.push(`${type} ${seq} happened while the clock stood still`);
    if (type === 'paceSet') standsAt = pace === 0 ? at : undefined;
    // From then on it goes like the wall clock.
    if (type === 'closed' || type === 'rejected') standsAt = undefined;
  }
  const last = events.findLast(({ type }) => ['paceSet', 'closed', 'rejected'].includes(type));
  if (last?.type === 'paceSet' && last.pace !== 0) found.push(`it goes on at ${last.pace} when the drill is over`);
  return found;
}

function inOrder(items, field, step) {
  const wrong = items.findIndex((item, i) => {
    const before = items[i - 1]?.[field];
    return step === undefined ? before !== undefined && item[field] < before : item[field] !== (before ?? 0) + step;
  });
  return wrong === -1 ? [] : [`${field} of number ${wrong + 1} is ${items[wrong][field]}`];
}

async function until(what, holds) {
  for (const giveUpAt = Date.now() + WITHIN_MS; Date.now() < giveUpAt; await pause(100)) {
    if (await holds()) return true;
  }
  throw new Error(`not within ${WITHIN_MS} ms: ${what}`);
}
