import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Coverage, Programme } from '../../src/api/contract.js';
import { Installation } from './harness.js';

const ENTRY = 'yearly-live';

describe('muster drill programme', () => {
  let here: Installation;
  beforeAll(async () => {
    here = await Installation.start();
  });
  afterAll(() => here.close());

  const drill = (...argv: string[]) => here.cli('drill', ...argv);

  test('shows when each entry is due, in both languages', async () => {
    const { out, code } = await drill('programme');
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(`^Yearly full live drill: ransomware \\(${ENTRY}\\) {2}live {2}.*\\(ransomware\\)$`, 'm'),
    );
    expect(out).toMatch(/^ {2}due 20\d\d-06-1\d 10:00:00 .* {2}scheme 20\d\d-0[56]-/m);
    expect(out).toMatch(/^Days of Asia\/Shanghai\..*within 366 days\.$/m);
    expect(out).toMatch(/^ {2}.*; levels: .*; teams: .*$\n^ {2}purpose: .*$\n^ {2}when missed: planned anew, /m);
    expect((await drill('programme', '--lang', 'zh-CN')).out).toMatch(/^ {2}定于 20\d\d-06-/m);
    expect(Programme.parse(await here.json('drill', 'programme')).items.length).toBeGreaterThan(3);
  });

  test('pauses an entry, shows that, lets it go on, and drafts a drill of it besides', async () => {
    const unnamed = await drill('pause-programme', ENTRY, '--reason', 'We move house');
    expect(unnamed).toMatchObject({ code: 3, err: expect.stringMatching(/on this machine: .*operator/) as string });
    const paused = await drill('pause-programme', ENTRY, '--reason', 'We move house', '--as', 'operator');
    expect(paused).toMatchObject({ code: 0, out: expect.stringContaining('We move house') as string });
    expect((await drill('programme')).out).toMatch(/^ {2}paused since 20.*: We move house$/m);
    expect((await drill('programme')).out).toMatch(/^ {2}due 20.* {2}left out while paused$/m);
    const again = await drill('pause-programme', ENTRY, '--reason', 'We move again', '--as', 'operator');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('We move house') as string });
    const early = await drill('open-programme', ENTRY, '--as', 'operator');
    expect(early).toMatchObject({ code: 0, err: expect.stringMatching(/is paused since .*: We move house/) as string });
    expect((await drill('resume-programme', ENTRY, '--as', 'operator')).out).not.toContain('paused');
    const opened = await drill('open-programme', ENTRY, '--as', 'operator');
    expect(opened).toMatchObject({ code: 0, out: expect.stringMatching(/d-[0-9a-f]{12}/) as string });
    const [first] = /d-[0-9a-f]{12}/.exec(early.out)!;
    const [second] = /d-[0-9a-f]{12}/.exec(opened.out)!;
    expect(opened.err).toMatch(new RegExp(`Not begun yet of the same entry: ${first}\\.`));
    expect((await drill('programme')).out).toMatch(new RegExp(`^ {2}besides, by hand 20.* {2}${second} {2}`, 'm'));
    expect((await drill('show', second)).out).toMatch(new RegExp(`^ {2}Programme: .* \\(${ENTRY}\\)$`, 'm'));
    const unknown = await drill('open-programme', 'nothing', '--as', 'operator');
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('muster drill programme') as string });
  });

  test('shows what was exercised, and with --due what was not', async () => {
    const { out } = await drill('coverage', '--due');
    expect(out).toMatch(/^0 of \d+ exercised within 365 days$/m);
    expect(out).toMatch(/^Categories\n {2}.* {2}never exercised$/m);
    expect((await drill('coverage', '--lang', 'zh-CN')).out).toMatch(/^类别\n {2}.* {2}从未演练$/m);
    for (const [file, words] of [
      ['coverage-zh.html', '演练覆盖情况表'],
      ['coverage-en.html', 'What was exercised, and what is due'],
    ] as const) {
      const out = join(here.folder, file);
      const lang = file.includes('zh') ? 'zh-CN' : 'en';
      const written = await drill('coverage', '--out', out, '--in', lang);
      expect([written.code, written.err]).toEqual([0, `${out}\n`]);
      expect(readFileSync(out, 'utf8')).toContain(words);
      // Nothing that is there is written over.
      expect((await drill('coverage', '--out', out)).code).toBe(1);
    }
    expect(await drill('coverage', '--out', join(here.folder, 'coverage.pdf'))).toMatchObject({ code: 2, out: '' });
    const docx = join(here.folder, 'coverage.docx');
    await drill('coverage', '--out', docx);
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
    expect(Coverage.parse(await here.json('drill', 'coverage')).complete).toBe(true);
  });
});
