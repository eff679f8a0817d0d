import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCRIPTS } from '../../scripted/index.mjs';
import { hurryPlan } from '../../scripted/hurriedPlan.mjs';
import { ApartInstallation } from '../apart.mjs';
import { HURRY, PLAN_MINUTE_MS } from '../hurry.mjs';
import { ROOT } from '../installation.mjs';
import { explained } from '../excuses.mjs';
import { compare } from '../outcome.mjs';
import { killParts } from '../killParts.mjs';
import { lookedAt } from '../lookedAt.mjs';
import { playScript } from '../scriptedRun.mjs';
import { startSink } from '../sink.mjs';
import { Tokens } from '../tokens.mjs';

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
        side(sides, (installation, script) =>
          killParts(installation, script.category, script.minutes * PLAN_MINUTE_MS, say),
        ),
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
