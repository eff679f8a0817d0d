import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installation } from './harness.js';

describe('muster obligation', () => {
  let here: Installation;
  let id: string;
  const folder = mkdtempSync(join(tmpdir(), 'muster-filings-'));
  const receipt = join(folder, '回执.pdf');
  beforeAll(async () => {
    here = await Installation.start();
    writeFileSync(receipt, 'taken under 2026-3391');
    id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', '--as', 'commander');
  });
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true });
  });

  const act = (action: string, ...more: string[]) => here.cli('obligation', action, id, ...more, '--as', 'commander');
  const file = (...more: string[]) => act('file', 'D-04', '--to', 'duty officer 07', '--channel', '12387', ...more);
  /** The line of one, and the lines below it. */
  const shown = async (which: string, ...more: string[]) => {
    const { out } = await here.cli('obligations', id, ...more);
    return out.split(/\n(?= {2}\S)/).find((part) => part.includes(`(${which})`));
  };

  test('lists what may apply, with limit, owner and addressee, and status does too', async () => {
    expect(await shown('D-04')).toMatch(
      /Report of a cybersecurity incident \(4 hours\) \(D-04\) {2}may apply, undecided {2}limit 20\d\d-.*\(zhou-min\)\n +To: The provincial cyberspace administration\n +Runs from: 20/,
    );
    expect(await shown('D-04', '--lang', 'zh-CN')).toMatch(
      /网络安全事件报告（四小时） \(D-04\) {2}可能适用，尚未判定 {2}时限 20\d\d-.*\n +报至：属地省级网信部门\n +起算：20/,
    );
    expect((await here.cli('status', id)).out).toMatch(
      /^Legal reports\n(.*\n)* {2}Report of a cybersecurity incident/m,
    );
    expect((await here.cli('status', id, '--lang', 'zh-CN')).out).toMatch(/^法定报送\n/m);
  });

  test('previews and takes that they apply, or do not', async () => {
    const why = ['--reason', 'counsel says so'];
    expect((await act('confirm', 'D-04', ...why, '--preview')).out).toContain('Judges that these are due: ');
    expect(await shown('D-04')).toContain('undecided');
    expect(await act('confirm', 'D-04', ...why)).toMatchObject({ code: 0, err: '' });
    expect(await shown('D-04')).toMatch(/\(D-04\) {2}to be filed[^]*\n +Reason: counsel says so/);
    expect(await act('lift', 'D-05,D-04', '--reason', 'nobody was harmed')).toMatchObject({ code: 0 });
    expect(await shown('D-04', '--lang', 'zh-CN')).toMatch(/\(D-04\) {2}不需要报送[^]*\n +理由：nobody was harmed/);
    expect(await act('lift', 'D-04', '--reason', 'once more')).toMatchObject({
      code: 1,
      err: expect.stringContaining('That would change nothing') as string,
    });
    expect(await act('confirm', 'D-04', ...why)).toMatchObject({ code: 0 });
  });

  test('drafts what is to be filed, on the terminal or into a new file', async () => {
    const read = (...more: string[]) => here.cli('obligation', 'draft', id, 'D-04', ...more);
    expect((await read()).out).toMatch(/^草稿，未经核对，未报送\n[^]*网络安全事件报告（首报）/);
    expect((await read('--in', 'en')).out).toContain('Report of a cybersecurity incident (first)');
    const out = join(folder, 'draft.docx');
    expect(await read('--out', out)).toMatchObject({ code: 0, out: `${out}\n` });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(await read('--out', out)).toMatchObject({ code: 1 });
    expect(await read('--format', 'docx')).toMatchObject({ code: 2 });
    expect(await here.cli('obligation', 'draft', id, 'D-99')).toMatchObject({ code: 4 });
  });

  test('takes from when a limit runs, and says that it has passed', async () => {
    const why = ['--reason', 'the alarm was earlier'];
    expect(await act('clock', 'D-04', 'yesterday', ...why)).toMatchObject({ code: 2 });
    const set = await act('clock', 'D-04', '2026-01-05T08:00:00+08:00', ...why);
    expect(set).toMatchObject({ code: 0, err: '' });
    await here.muster.until(id, ({ obligations: { duties } }) => duties['D-04']?.missedAt !== undefined);
    expect(await shown('D-04')).toMatch(/\(D-04\) {2}limit passed at 2026-01-05 12:00/);
    expect(await shown('D-04', '--lang', 'zh-CN')).toMatch(/\(D-04\) {2}2026-01-05 12:00\S* .*时限已过/);
  });

  test('registers a filing with its receipt, which is stored', async () => {
    expect(await file('--file', join(folder, 'none'))).toMatchObject({ code: 2 });
    expect(await file('--reference', '2026-3391')).toMatchObject({
      code: 1,
      err: expect.stringContaining('A late filing needs a reason') as string,
    });
    const late = ['--late-reason', 'the line was dead', '--file', receipt];
    expect((await file(...late, '--preview')).out).toContain('Registers as filed: ');
    expect(await file(...late, '--reference', '2026-3391', '--note', 'by phone first')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await shown('D-04')).toMatch(
      /\(D-04\) {2}limit passed at [^\n]* {2}filed {2}[^]*\n +To: duty officer 07[^]*\n +Filed: 20[^\n]*, filings: 1\n +Channel: 12387\n +Receipt: 2026-3391\n +Note: by phone first\n +File: SHA-256 [0-9a-f]{64}\n +Why late: the line was dead/,
    );
    expect(await shown('D-04', '--lang', 'zh-CN')).toMatch(/已登记报送[^]*\n +报送：20[^\n]*，共1次\n +渠道：12387\n/);
    expect((await here.cli('status', id)).out).toMatch(/^ {2}1 filed$/m);
  });

  test('registers that what is drafted now was filed: it is stored, and the filing names its hash', async () => {
    const later = ['--late-reason', 'as before', '--reference', '2026-3392'];
    expect(await file('--draft', '--file', receipt, ...later)).toMatchObject({ code: 2 });
    expect(await file('--draft', ...later)).toMatchObject({ code: 0, err: '' });
    const sha256 = /SHA-256 ([0-9a-f]{64})/.exec((await shown('D-04')) ?? '')?.[1] ?? '';
    const kept = join(folder, 'kept.docx');
    expect(await here.cli('evidence', 'get', id, sha256, kept, '--as', 'commander')).toMatchObject({ code: 0 });
    expect(createHash('sha256').update(readFileSync(kept)).digest('hex')).toBe(sha256);
  });
});
