import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HURRIED_TO_THE_END, hurryPlan } from '../../scripted/hurriedPlan.mjs';
import { scriptsWatchedFor } from '../../scripted/index.mjs';
import { ApartInstallation } from '../apart.mjs';
import { watchBriefly } from '../briefWatch.mjs';
import { HURRY, PLAN_MINUTE_MS } from '../hurry.mjs';
import { ROOT } from '../installation.mjs';
import { killParts } from '../killParts.mjs';
import { lookedAt } from '../lookedAt.mjs';
import { playScript } from '../scriptedRun.mjs';
import { startSink } from '../sink.mjs';
import { Tokens } from '../tokens.mjs';

/** Minutes of the plan's time: enough for all that people do before the closure. */
const WATCH = 240;

/** Default: nowhere. The bundles, to be verified in another checkout, and the incident reports, for people to look at. */
const PAGES = process.env.MUSTER_CHAOS_PAGES;

const run = promisify(execFile);

export const fiveClosures = {
  name: 'five-closures',
  about: 'a scripted incident of each category from its report to its closure; every part is killed in the aftermath',
  async run({ say, keep }) {
    const folder = mkdtempSync(join(tmpdir(), 'muster-plan-'));
    const [watched, plan] = [join(folder, 'watched'), join(folder, 'plan')];
    watchBriefly(join(ROOT, 'plans/software-incident'), watched, `${WATCH}m`);
    hurryPlan(watched, plan, HURRY, HURRIED_TO_THE_END);
    const sink = await startSink();
    const installation = await ApartInstallation.create({ smtpUrl: sink.url, plan });
    const violations = [];
    const figures = { kills: 0, events: 0, documents: 0, latestMs: 0 };
    try {
      await installation.start();
      const tokens = new Tokens(installation);
      for (const script of scriptsWatchedFor(WATCH)) {
        const one = await closed(script, { installation, tokens, sink, say });
        violations.push(...one.violations.map((violation) => `${script.category}: ${violation}`));
        figures.kills += one.outages.length;
        figures.events += one.events.length;
        figures.documents += one.events.filter(({ type }) => type === 'documentWritten').length;
        figures.latestMs = Math.max(figures.latestMs, ...one.late.map(({ ms }) => ms));
        say(`  ${script.category}: ${one.events.length} events, ${one.violations.length} violations`);
      }
      return { violations, ...figures };
    } catch (error) {
      throw new Error(`${error.message}\n${installation.output.slice(-2_000)}`, { cause: error });
    } finally {
      await installation.remove({ keep: keep && violations.length > 0 });
      await sink.close();
      rmSync(folder, { recursive: true });
    }
  },
};

async function closed(script, { installation, tokens, sink, say }) {
  const { steps, minutes } = script.afterwards;
  const played = await playScript(script, { installation, tokens });
  const { player } = played;
  const [, outages] = await Promise.all([
    player.goOn(steps, minutes),
    killParts(installation, script.category, (minutes - script.minutes) * PLAN_MINUTE_MS, say),
  ]);
  const looked = await lookedAt(script, { played, outages, installation, sink });
  return {
    ...looked,
    violations: [...looked.violations, ...(await notAsItShouldBe(looked, { player, installation, tokens }))],
  };
}

async function notAsItShouldBe({ events, script }, { player, installation, tokens }) {
  const found = [];
  const end = events.find(({ type }) => type === 'closed');
  if (end === undefined) found.push('is not closed');
  else if (end.undone !== undefined) found.push(`was closed without ${end.undone.join(', ')}`);
  const verified = await player.read('/record/verification');
  if (!verified.intact) found.push(`the record is not intact: ${JSON.stringify(verified.faults)}`);
  const { stage } = await player.read('/report');
  if (stage !== 'approved') found.push(`the report is in the stage ${stage}`);
  const file = join(mkdtempSync(join(tmpdir(), 'muster-bundle-')), `${script.category}.zip`);
  const bytes = await fetched(installation, tokens, player, '/bundle');
  writeFileSync(file, bytes);
  await run('node', [join(ROOT, 'dist/cli/main.js'), 'verify-record', '--bundle', file]).catch(({ stdout, stderr }) =>
    found.push(`the bundle does not prove itself: ${stdout}${stderr}`),
  );
  if (PAGES !== undefined) await keepPages(script.category, bytes, { player, installation, tokens });
  return found;
}

async function keepPages(category, bundle, { player, installation, tokens }) {
  mkdirSync(PAGES, { recursive: true });
  writeFileSync(join(PAGES, `${category}.zip`), bundle);
  const { documents } = await player.read();
  for (const { kind, documentId, files } of documents.filter((one) => one.kind === 'incidentReport').slice(-1)) {
    for (const { format, lang } of files) {
      const bytes = await fetched(installation, tokens, player, `/documents/${documentId}/${format}?lang=${lang}`);
      writeFileSync(join(PAGES, `${category}-${kind}.${lang}.${format}`), bytes);
    }
  }
}

async function fetched(installation, tokens, { incidentId }, path) {
  const authorization = `Bearer ${await tokens.of('lin-wei')}`;
  const url = `${installation.url}/api/v1/incidents/${incidentId}${path}`;
  const response = await fetch(url, { headers: { authorization } });
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}
