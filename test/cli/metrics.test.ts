import { IncidentMetrics, Metrics } from '../../src/api/contract.js';
import { Installation } from './harness.js';

describe('muster metrics', () => {
  let here: Installation;
  let id: string;
  beforeAll(async () => {
    here = await Installation.start();
    id = await here.reported();
    await here.cli('verify', id, 'confirmed', '--level', 'III', '--reason', 'seen', '--as', 'commander');
  });
  afterAll(() => here.close());

  test('shows what was taken of an incident, and why the rest is unknown, in both languages', async () => {
    const { code, out, err } = await here.cli('metrics', id);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^${id} {2}as of 20`));
    expect(out).toMatch(/^ {2}– +Detection \(TTD\).* {2}unknown: nobody told when it began$/m);
    expect(out).toMatch(/^ {2}0 s +Activation \(TTAct\): from the level to the response$/m);
    expect(out).toMatch(/^Shares\n.*Reached within 5 minutes {2}unknown: the time is not over yet$/m);
    const zh = (await here.cli('metrics', id, '--lang', 'zh-CN')).out;
    expect(zh).toMatch(/^ {2}– +发现用时（TTD）：从发生到报告 {2}不明：未报告发生时间$/m);
    expect(zh).toMatch(/^法定报送$/m);
  });

  test('shows all of a time in groups, real ones and drills apart', async () => {
    const { code, out } = await here.cli('metrics', '--by', 'category');
    expect(code).toBe(0);
    expect(out).toMatch(/^Real incidents {2}20.* to 20/);
    expect(out).toMatch(/^All: 1 incidents$/m);
    expect(out).toMatch(/^ {2}0 s · 0 s +Activation.* {2}1\/1$/m);
    expect(out).toMatch(/^Readiness today$/m);
    const drills = (await here.cli('metrics', '--mode', 'drill', '--lang', 'zh-CN')).out;
    expect(drills).toMatch(/^演练 {2}20/);
    expect(drills).toMatch(/^全部：0起$/m);
  });

  test('gives scripts the JSON of the API', async () => {
    expect(IncidentMetrics.parse(await here.json('metrics', id)).id).toBe(id);
    expect(Metrics.parse(await here.json('metrics', '--from', '2026-01-01T00:00:00Z')).mode).toBe('real');
  });

  test('ends with the codes of all commands', async () => {
    expect((await here.cli('metrics', 'i-none')).code).toBe((await here.cli('status', 'i-none')).code);
    expect(await here.cli('metrics', '--by', 'week')).toMatchObject({ code: 2 });
    expect(await here.cli('metrics', '--from', 'yesterday')).toMatchObject({ code: 2 });
  });
});
