import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { RULES } from '../../../src/domain/plan/rules/index.js';
import type { CheckedFolder } from '../../../src/planfiles/index.js';
import { cliIn, testWorld } from '../../cli/harness.js';
import { complete } from './complete.js';
import type { Complete } from './complete.js';
import { isSarif } from './sarifSchema.js';

describe('muster plan check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'muster-check-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The complete plan and its roster as files, after this change. */
  function write(change: (context: Complete) => unknown = () => undefined): void {
    const { plan, roster, ...rest } = complete();
    change({ plan, roster, ...rest });
    writeFileSync(join(folder, 'plan.yaml'), stringify(plan));
    writeFileSync(join(folder, 'roster.yaml'), stringify(roster));
  }

  function run(...argv: string[]) {
    const now = () => Date.parse('2026-06-01T02:00:00Z');
    const world = Object.assign(testWorld({ MUSTER_DIR: folder }), { now });
    return cliIn(world, 'plan', 'check', ...argv);
  }

  const json = async (...argv: string[]) => {
    const { code, out } = await run(folder, '--json', ...argv);
    return { code, result: JSON.parse(out) as CheckedFolder };
  };

  /** Where a text stands, as an editor counts. */
  function placeOf(file: string, text: string): string {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8').split(text)[0]!.split('\n');
    return `${path}:${before.length}:${before.at(-1)!.length + 1}`;
  }

  test('a plan without errors ends with 0; what could not be checked is told with the reason', async () => {
    write();
    const { code, out } = await run(folder);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'Not checked (9)',
        '  the plan is of another kind: V-04, V-05',
        '  there is no record of review and approval: V-08, V-09, V-10, V-12, V-14, V-71',
        '  the stock is held against the plan by muster resources check: V-40',
        '',
        `0 errors, 0 warnings, 0 for information; ${RULES.length + 1 - 9} rules passed, 9 not checked.`,
        '',
      ].join('\n'),
    );
  });

  test('findings are told by weight, with rule, basis, place, what was found and what to do', async () => {
    write(({ plan, roster }) => {
      delete plan.posts[5]!.card;
      plan.aftermath!.report.within = '40d';
      plan.plan.status = 'draft';
      plan.gradingCriteria[0]!.verified = false;
      delete roster.people[3]!.verifiedAt;
    });
    const { code, out } = await run(folder);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 7)).toEqual([
      'Errors (1)',
      '  V-78 Every post has its action card',
      '       Measures for Emergency Plans for Production Safety Accidents (Order 88, amended 2019) art. 19, direct',
      `    ${placeOf('plan.yaml', 'id: officer')} posts[5]`,
      '      the post "officer" has no action card',
      '      → add "card": what to do first, in seven steps at most',
      '',
    ]);
    expect(out).toContain('Warnings (2)\n');
    expect(out).toContain(`${placeOf('plan.yaml', '40d')} aftermath.report.within\n`);
    expect(out).toContain(`${placeOf('roster.yaml', '- id: zhao')} people\n`);
    expect(out).toContain('Information (1)\n');
    expect(out).toContain('1 error, 2 warnings, 1 for information;');

    const zh = (await run(folder, '--lang', 'zh-CN')).out;
    expect(zh).toContain('错误 (1)\n  V-78 各岗位有应急处置卡\n       《生产安全事故应急预案管理办法》');
    expect(zh).toContain('第19条，明文规定');
    expect(zh).toContain('      岗位“officer”没有应急处置卡\n');
    expect(zh).toContain('库存由 muster resources check 对照预案检查：V-40\n');
    expect(zh).toContain('错误1项，警告2项，提示1项；');
  });

  test('warnings fail under --strict only, information never', async () => {
    write(({ plan }) => (plan.gradingCriteria[0]!.verified = false));
    expect((await run(folder, '--strict')).code).toBe(0);
    write(({ plan }) => (plan.scope.en = 'TBD'));
    expect((await run(folder)).code).toBe(0);
    expect((await run(folder, '--strict')).code).toBe(1);
  });

  test('--json gives every finding with its place, and the version that was checked', async () => {
    write(({ plan }) => delete plan.posts[5]!.card);
    const { code, result } = await json();
    expect(code).toBe(1);
    expect(result.plan).toEqual({
      id: 'complete',
      version: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const file = join(folder, 'plan.yaml');
    expect(result.findings).toMatchObject([{ rule: 'V-78', severity: 'error', file, path: 'posts[5]', in: 'plan' }]);
    expect(result.skipped).toHaveLength(9);
    expect(result.passed).toContain('V-00');
  });

  test('a plan that cannot be used is told in the same form, and nothing else is claimed', async () => {
    write(({ plan }) => {
      plan.teams[0]!.lead = 'repair-laed';
    });
    const { code, out } = await run(folder);
    expect(code).toBe(1);
    expect(out).toContain('Errors (1)\n  V-00 ');
    expect(out).toContain(`    ${placeOf('plan.yaml', 'repair-laed')} unknown_post teams[0].lead\n`);
    expect(out).toContain(`the plan cannot be used: ${RULES.map(({ id }) => id).join(', ')}\n`);
    expect(out).toContain('0 rules passed');
    const { result } = await json();
    expect(result).not.toHaveProperty('plan');
    expect(result.findings).toMatchObject([{ rule: 'V-00', code: 'unknown_post', path: 'teams[0].lead' }]);
  });

  test('neither a file that is no YAML nor a folder that is not there is a fault of muster', async () => {
    write();
    writeFileSync(join(folder, 'more.yaml'), 'tasks: [\n');
    expect((await run(folder)).out).toMatch(/more\.yaml:\d+:\d+ yaml_syntax/);
    const { code, out } = await run(join(folder, 'nowhere'));
    expect(code).toBe(1);
    expect(out).toContain('nowhere:1:1 no_plan\n');
  });

  test('a roster that cannot be used is an error, and the plan is checked without it', async () => {
    write(({ roster }) => {
      roster.holders['commander'] = [];
      delete roster.people[3]!.verifiedAt;
    });
    const { code, result } = await json();
    expect(code).toBe(1);
    expect(result.findings.every((finding) => finding.in === 'roster' && finding.rule === 'V-00')).toBe(true);
    expect(result.findings[0]).toMatchObject({ code: 'command_unfilled', file: join(folder, 'roster.yaml') });
    expect(result.skipped.filter(({ reason }) => reason.en === 'the roster cannot be used')).toHaveLength(3);
    expect(result.passed).not.toContain('V-00');
    expect(result.passed).toContain('V-78');
  });

  test('a plan may be checked without a roster', async () => {
    write();
    rmSync(join(folder, 'roster.yaml'));
    const { code, result } = await json();
    expect(code).toBe(0);
    expect(result.skipped.filter(({ reason }) => reason.en === 'there is no roster')).toHaveLength(3);
  });

  test('--sarif gives SARIF 2.1.0 with rules, places and what was not checked', async () => {
    write(({ plan }) => {
      delete plan.posts[5]!.card;
      plan.scope.en = 'TBD';
      plan.gradingCriteria[0]!.verified = false;
    });
    const { code, out } = await run(folder, '--sarif');
    expect(code).toBe(1);
    const log = JSON.parse(out) as { runs: [Record<string, never>] };
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    const [{ tool, results, invocations }] = log.runs as unknown as [SarifRun];
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['V-00', ...RULES.map(({ id }) => id)]);
    expect(results.map(({ level }) => level).sort()).toEqual(['error', 'note', 'warning']);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const { uri } = results[0]!.locations[0]!.physicalLocation.artifactLocation;
    expect(uri).toBe(join(folder, 'plan.yaml'));
    expect(invocations[0]!.toolExecutionNotifications).toHaveLength(9);
  });

  test('--sarif of what cannot be read is SARIF too, whatever the folder is called', async () => {
    const { out } = await run(join(folder, '应急 预案'), '--sarif');
    isSarif(JSON.parse(out));
    expect(isSarif.errors).toBeNull();
    expect(out).toContain(encodeURI('/应急 预案'));
  });

  test('the plans that Muster brings have no errors; without a folder the default plan is meant', async () => {
    const { code, out } = await run('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ plan: { id: 'software-incident' } });
    const { findings } = JSON.parse(out) as CheckedFolder;
    expect(findings.every(({ file }) => file.startsWith('plans/software-incident/'))).toBe(true);
    expect((await run('plans/hospital-it')).code).toBe(0);
  });
});

interface SarifRun {
  tool: { driver: { rules: { id: string }[] } };
  results: {
    ruleId: string;
    ruleIndex: number;
    level: string;
    locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
  }[];
  invocations: { toolExecutionNotifications: object[] }[];
}
