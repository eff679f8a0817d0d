import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from './harness.js';

/** Nobody decides by accident as the operator. */
const OPERATOR = ['--as', 'operator'];
const LOOK_AGAIN_MS = 50;

let here: Installation;
beforeAll(async () => {
  here = await Installation.start();
});
afterAll(() => here.close());

interface Run {
  id: string;
  status: string;
  acceptedByPeople: boolean;
  simulated: { seed: number; people: object[] };
  report: { simulated?: true; handedInBySimulator?: true };
}

test('one command runs a drill to its report in nobody’s name, and says that it was simulated', async () => {
  const run = ['drill', 'run', 'insider-mistake', '--pace', '600', '--simulate-absent', '--seed', '5'];
  const { code, out, err } = await here.cli(...run);
  expect([code, err.includes('injects')]).toEqual([0, true]);
  expect(out).toContain('report version 1 is handed in');
  expect(out).toMatch(/Played by the simulator: \d+ people, seed 5\./);
  expect(out).toContain('That proves nothing');
  const id = /muster drill show (\S+)/.exec(out)?.[1] ?? '';
  const shown = await here.json<Run>('drill', 'show', id);
  expect(shown).toMatchObject({ status: 'closed', acceptedByPeople: false, simulated: { seed: 5 } });
  expect(shown.report).toMatchObject({ simulated: true, handedInBySimulator: true });
  expect((await here.cli('drill', 'show', id)).out).toContain('[simulated, not done in person]');
  expect((await here.cli('drill', 'show', id, '--lang', 'zh-CN')).out).toContain('（系统模拟，非本人操作）');
  expect(await here.cli('what-if', id)).toMatchObject({
    code: 4,
    err: expect.stringContaining(`muster what-if ${id}-incident`),
  });
});

test('the papers of a drill are written as files, in either language and either form', async () => {
  const { items } = await here.json<{ items: { id: string }[] }>('drill', 'list', '--scenario', 'insider-mistake');
  const id = items[0]!.id;
  const paper = async (kind: string, file: string, ...more: string[]) => {
    const out = join(here.folder, file);
    const { code } = await here.cli('drill', kind, id, '--out', out, ...more);
    return { code, text: existsSync(out) ? readFileSync(out, 'utf8') : '' };
  };
  const titles = [
    ['scheme', '演练方案', 'Drill scheme'],
    ['questionnaire', '演练反馈表', 'Feedback on a drill'],
    ['report', '演练评估报告', 'Evaluation report'],
  ] as const;
  for (const [kind, zh, en] of titles) {
    expect((await paper(kind, `${kind}-zh.html`, '--in', 'zh-CN')).text).toContain(zh);
    expect((await paper(kind, `${kind}-en.html`, '--in', 'en')).text).toContain(en);
    expect((await paper(kind, `${kind}.docx`)).text.slice(0, 2)).toBe('PK');
    // What is there is not written over.
    expect((await paper(kind, `${kind}-en.html`, '--in', 'zh-CN')).code).toBe(1);
    expect((await paper(kind, `${kind}-en.html`)).text).toContain(en);
  }
  const [forPlayers, forControllers] = [
    await paper('scheme', 'players.html', '--copy', 'players', '--in', 'en'),
    await paper('scheme', 'controllers.html', '--copy', 'controllers', '--in', 'en'),
  ];
  expect(forPlayers.text).not.toContain('Master list of injects');
  expect(forControllers.text).toContain('Master list of injects');
  expect(await paper('scheme', 'pdf.pdf', '--format', 'pdf')).toEqual({ code: 2, text: '' });
  expect((await here.cli('drill', 'report', 'none', '--out', join(here.folder, 'none.html'))).code).toBe(4);
});

test('where nobody is played, it is begun in somebody’s name', async () => {
  const { code, err } = await here.cli('drill', 'run', 'insider-mistake');
  expect([code, err]).toEqual([3, expect.stringContaining('token_required')]);
});

test('a scenario that the plan does not have is refused', async () => {
  const { code, err } = await here.cli('drill', 'run', 'flood', '--simulate-absent', ...OPERATOR);
  expect(code).toBe(1);
  expect(err).toContain('unknown_scenario');
});

test('what is up to somebody who is there waits for them: a drill that is called off ends the command', async () => {
  const { holders } = (await here.muster.directory.basis())!;
  const there = [...new Set(Object.values(holders).flat())];
  const running = here.cli('drill', 'run', 'insider-mistake', '--simulate-absent', '--present', ...there, ...OPERATOR);
  const waiting = async (): Promise<string> => {
    for (;;) {
      const [one] = await here.muster.store.listDrills({ scenario: 'insider-mistake', live: true, limit: 1 });
      if (one?.status === 'review') return one.drill;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
  await here.cli('drill', 'call-off', await waiting(), '--reason', 'another day', ...OPERATOR);
  expect((await running).code).toBe(1);
});
