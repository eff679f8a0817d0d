import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/api/contract.js';
import type { EffectOf } from '../../src/domain/incident/effects.js';
import type { Lang } from '../../src/domain/lang.js';
import { reportSectionWords } from '../../src/domain/words/index.js';
import { recordedFiles } from '../../src/documents/index.js';
import { checkBundle } from '../../src/record/index.js';
import { createDirectory, firstBasis, namesAlong } from '../../src/store/index.js';
import { SCRIPTS } from '../scripted/index.mjs';
import type { Script } from '../scripted/index.mjs';
import { Player } from '../scripted/player.mjs';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';
import { scriptedWorld } from './scriptedWorld.js';

/** Where the reports are to be written, for people to look at. Default: nowhere. */
const PAGES = process.env['MUSTER_TEST_PAGES'];

let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'muster-closure-'));
beforeAll(async () => (api = await startTestApi()));
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

describe.each(SCRIPTS)('a scripted incident of $category', (script) => {
  let player: Player;

  test('runs from the report to its closure, with nothing left undone', async () => {
    api.clock.now = Date.UTC(2026, 10, 27, 19, 8);
    player = new Player(script, scriptedWorld(api));
    await player.play();
    await player.goOn(script.afterwards.steps, script.afterwards.minutes);
    const incident = (await player.read()) as Incident;
    expect(incident).toMatchObject({ phase: 'closed', dues: [] });
    const events = await api.store.eventsOf(player.incidentId, 0, incident.seq);
    const closed = events.find(({ event }) => event.type === 'closed');
    expect(closed?.event).toMatchObject({ type: 'closed' });
    expect(closed?.event).not.toHaveProperty('undone');
    expect(await player.read('/report')).toMatchObject({ stage: 'approved' });
  });

  test('shows the public what was approved, and nothing else', async () => {
    const { items } = (await player.read('/publications')) as { items: { status: string }[] };
    const page = await api.ask('/public', { as: null });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(player.incidentId);
    expect(items.every(({ status }) => status === 'published')).toBe(true);
  });

  test('leaves a record without a fault, and a bundle that proves itself', async () => {
    expect(await player.read('/record/verification')).toMatchObject({ intact: true, faults: [] });
    const token = await api.token({ kind: 'person', id: 'lin-wei' });
    const response = await fetch(`${api.url}/api/v1/incidents/${player.incidentId}/bundle`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const file = join(folder, `${script.category}.zip`);
    const bytes = Buffer.from(await response.arrayBuffer());
    writeFileSync(file, bytes);
    keep(script, 'bundle.zip', bytes);
    const verdict = await checkBundle(file, { sha256: undefined, version: '0.0.0' });
    expect(verdict).toMatchObject({ incidentId: player.incidentId, faults: [] });
  });

  test('has a report in which nothing is left to be filled in by the program, and no text is called erased', async () => {
    for await (const { format, lang, bytes } of reportOf(player)) {
      if (format === 'html') assertComplete(script, Buffer.from(bytes).toString(), lang);
      keep(script, `${lang}.${format}`, bytes);
      const odd = /.{0,40}(?:undefined|\[object|NaN|text erased|原文已删除).{0,40}/.exec(
        format === 'html' ? Buffer.from(bytes).toString() : '',
      );
      expect(odd?.[0]).toBeUndefined();
    }
  });
});

/** What a report is read for: why it happened, what is done against it, and what departments have learnt. */
function assertComplete({ aftermath }: Script, page: string, lang: string): void {
  const { analysis, improvements, lessons } = aftermath;
  const given = [
    ...analysis.root.map(({ text }) => text),
    ...improvements.flatMap(({ finding, action }) => [finding, action]),
    ...Object.values(lessons).flatMap(([, answers]) => Object.values(answers)),
  ];
  const { prevention, causes, review } = reportSectionWords(lang as Lang);
  const said = lettersOf(page.replaceAll(/<[^>]+>/g, ''));
  expect(given.filter((text) => !said.includes(lettersOf(text)))).toEqual([]);
  const missing = [prevention.none, causes.notAnalysed, causes.unfinished, review.none];
  expect(missing.filter((text) => said.includes(lettersOf(text)))).toEqual([]);
}

/** Quotes and stops are those of the paper. */
function lettersOf(text: string): string {
  return text.replaceAll(/&[a-z#0-9]+;/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** As it was approved, written from the record. */
async function* reportOf({ incidentId }: Player) {
  const incident = await api.store.getIncident(incidentId);
  const all = await api.store.eventsOf(incidentId, 0, incident!.state.seq);
  const approved = all.find(({ event }) => event.type === 'incidentReportApproved')!;
  const effect = all
    .flatMap(({ event }) => (event.type === 'effectRequested' ? [event.effect] : []))
    .find((one): one is EffectOf<'writeDocument'> => one.id === `d${approved.event.seq}` && 'document' in one)!;
  const submitted = all.findLast(({ event }) => event.type === 'incidentReportSubmitted')!;
  expect(effect.textUpTo).toBe(submitted.event.seq);
  const recorded = all.filter(({ event }) => event.seq <= approved.event.seq);
  const { state } = incident!;
  const directory = createDirectory(api.store);
  yield* recordedFiles({
    ...{
      incidentId,
      document: 'incidentReport',
      textUpTo: effect.textUpTo,
      recorded,
      zone: 'Asia/Shanghai',
    },
    basis: await firstBasis(api.store, state),
    namesAt: await namesAlong(directory, state),
    planOf: (plan) => directory.document(plan),
  });
}

function keep({ category }: Script, name: string, bytes: Uint8Array): void {
  if (PAGES === undefined) return;
  mkdirSync(PAGES, { recursive: true });
  writeFileSync(join(PAGES, `report-${category}.${name}`), bytes);
}
