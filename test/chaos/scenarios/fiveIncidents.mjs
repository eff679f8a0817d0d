import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SCRIPTS } from '../../scripted/index.mjs';
import { hurryPlan } from '../../scripted/hurriedPlan.mjs';
import { ApartInstallation, PARTS } from '../apart.mjs';
import { HURRY, PLAN_MINUTE_MS } from '../hurry.mjs';
import { ROOT } from '../installation.mjs';
import { astray, beyond, wakeUps } from '../lateness.mjs';
import { checkMails } from '../mailChecks.mjs';
import { explained } from '../excuses.mjs';
import { compare, outcomeOf } from '../outcome.mjs';
import { playScript } from '../scriptedRun.mjs';
import { startSink } from '../sink.mjs';
import { Tokens } from '../tokens.mjs';

/** How much later than due, or than the end of the outage that it fell into. A promise of the product. */
const LATE_MS = 15_000;
/** Notices that are put off come at the plan's waits. */
const SETTLED_WITHIN_MS = 60_000;

export const fiveIncidents = {
  name: 'five-incidents',
  about: 'a scripted incident of each category; worker, API, Temporal and database are killed at random moments',
  async run({ say, keep }) {
    const plan = mkdtempSync(join(tmpdir(), 'muster-plan-'));
    hurryPlan(join(ROOT, 'plans/software-incident'), plan, HURRY);
    const sink = await startSink();
    const sides = { sink, say, keep, plan };
    try {
      // Side by side: what differs between them is what was killed.
      const [undisturbed, disturbed] = await Promise.all([
        side(sides, async () => []),
        side(sides, (installation, script) => killParts(installation, script, say)),
      ]);
      const judged = judge(undisturbed, disturbed, say);
      if (keep && judged.violations.length > 0) keepEvents({ undisturbed, disturbed });
      return judged;
    } finally {
      await sink.close();
      rmSync(plan, { recursive: true });
    }
  },
};

/** What differs between the two is seen only now, when both installations are gone. */
function keepEvents(sides) {
  const file = join(mkdtempSync(join(tmpdir(), 'muster-chaos-')), 'events.json');
  writeFileSync(file, JSON.stringify(sides));
  console.log(`Left for you to look at: ${file}`);
}

/** All scripts one after the other, because they share their people, on an installation of their own. */
async function side({ sink, say, keep, plan }, meanwhile) {
  const installation = await ApartInstallation.create({ smtpUrl: sink.url, plan });
  const runs = [];
  let isGood = false;
  try {
    await installation.start();
    const tokens = new Tokens(installation);
    for (const script of SCRIPTS) {
      const [played, outages] = await Promise.all([
        playScript(script, { installation, tokens }),
        meanwhile(installation, script),
      ]);
      runs.push(await lookedAt(script, { played, outages, installation, sink }));
      say(`  ${script.category}: ${runs.at(-1).events.length} events, ${outages.length} kills`);
    }
    isGood = runs.every(({ violations }) => violations.length === 0);
  } catch (error) {
    throw new Error(`${error.message}\n${installation.output.slice(-2_000)}`, { cause: error });
  } finally {
    await installation.remove({ keep: keep && !isGood });
  }
  return runs;
}

/** Each part once, in random order, one in each quarter of the script. */
async function killParts(installation, script, say) {
  const began = Date.now();
  const quarter = (script.minutes * PLAN_MINUTE_MS) / PARTS.length;
  const parts = PARTS.map((part) => ({ part, by: Math.random() })).sort((a, b) => a.by - b.by);
  const outages = [];
  for (const [i, { part }] of parts.entries()) {
    const at = began + (i + Math.random()) * quarter;
    await pause(Math.max(0, at - Date.now()));
    const outage = await installation.kill(part);
    say(`    ${script.category}: the ${part} was away for ${outage.backAt - outage.at} ms`);
    outages.push(outage);
  }
  return outages;
}

async function lookedAt(script, { played, outages, installation, sink }) {
  const { player } = played;
  const { incidentId } = player;
  const { openStore } = await import(join(ROOT, 'dist/store/index.js'));
  const store = await openStore({ kind: 'postgres', url: installation.databaseUrl });
  try {
    const violations = [];
    if (!(await isSettled(store, incidentId))) violations.push('not everything was delivered in time');
    const { state } = await store.getIncident(incidentId);
    const events = (await store.eventsOf(incidentId, 0, 10_000)).map(({ event }) => event);
    const until = Date.now();
    const chain = await store.verifyIncident(incidentId);
    if (!chain.intact) violations.push(`broken chain ${JSON.stringify(chain)}`);
    const notices = await player.read('/notices?limit=1000', 'operator');
    violations.push(...checkMails({ sink, incidentId, notices: notices.items, events }).violations);
    const late = (await wakeUps(state.basis, events, until)).map((wake) => ({ ...wake, ms: beyond(wake, outages) }));
    for (const { type, seq, ms } of late)
      if (ms > LATE_MS) violations.push(`event ${seq} (${type}) came ${ms} ms too late`);
    for (const { seq, type } of await astray(state.basis, events))
      violations.push(`event ${seq} (${type}) is not what the clock called for`);
    return { script, events, outages, violations, outcome: outcomeOf(events, state), late };
  } finally {
    await store.close();
  }
}

async function isSettled(store, incidentId) {
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; await pause(200)) {
    const { state } = await store.getIncident(incidentId);
    if (Object.keys(state.effects.pending).length === 0) return true;
  }
  return false;
}

function judge(undisturbed, disturbed, say) {
  const violations = [];
  const figures = { kills: 0, events: 0, extra: 0, fewer: 0, latestMs: 0 };
  const differences = [];
  for (const [i, run] of disturbed.entries()) {
    const { category } = run.script;
    const { violations: differing, more, less } = compare(undisturbed[i].outcome, run.outcome);
    violations.push(...[...undisturbed[i].violations, ...run.violations, ...differing].map((v) => `${category}: ${v}`));
    const extra = explained(more, { ...run, lines: run.outcome.lines });
    for (const { line, why } of extra) {
      say(`    ${category}: besides, ${line}${why === undefined ? '' : `: ${why}`}`);
      if (why === undefined) violations.push(`${category}: ${line} fell due in no outage`);
    }
    for (const line of less) say(`    ${category}: not needed, ${line}`);
    differences.push({ category, more: extra, less });
    figures.kills += run.outages.length;
    figures.events += run.events.length;
    figures.extra += more.length;
    figures.fewer += less.length;
    figures.latestMs = Math.max(figures.latestMs, ...run.late.map(({ ms }) => ms));
  }
  return { violations, ...figures, differences };
}
