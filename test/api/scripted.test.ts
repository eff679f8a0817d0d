import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Incident, SitrepItem } from '../../src/api/contract.js';
import { SCRIPTS } from '../scripted/index.mjs';
import { Player } from '../scripted/player.mjs';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';
import { scriptedWorld } from './scriptedWorld.js';

/** Where the pages of every SITREP are to be written, for people to look at. Default: nowhere. */
const PAGES = process.env['MUSTER_TEST_PAGES'];

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const players = new Map<string, Player>();
const pages = new Map<string, string>();

describe.each(SCRIPTS)('a scripted incident of $category', (script) => {
  test('runs from the report until it is under control, and every SITREP is released in time', async () => {
    api.clock.now = Date.UTC(2026, 10, 27, 19, 8);
    const player = new Player(script, scriptedWorld(api));
    players.set(script.category, player);
    await player.play();
    const incident = (await player.read()) as Incident;
    expect(incident.phase).toBe('watching');
    const { items } = (await player.read('/sitreps')) as { items: SitrepItem[] };
    for (const item of items) await write(player, item);
    expect(items.map(({ status, late, missed }) => ({ status, late, missed }))).toEqual(
      items.map(() => ({ status: 'released', late: false, missed: 0 })),
    );
    expect(items.length).toBeGreaterThan(1);
  });
});

/** What a duty officer would never leave out, as the pages of some of them say it. */
describe('their SITREPs', () => {
  const section = (player: Player, number: number, name: string): string => {
    const page = pages.get(`${player.script.category}-${number}.zh-CN`)!;
    const [, rest = ''] = page.split(`、${name}<`);
    return rest.split(/<h2/)[0]!.replace(/<[^>]+>/g, '');
  };
  const of = (category: string): Player => players.get(category)!;

  test('name what was done, by whom, and what came of it', () => {
    const done = section(of('operation-failure'), 1, '已采取的措施');
    expect(done).toContain('“回滚到上一稳定版本”（蒋涛）：结算服务已回滚到 4.11，库结构未改，可以回退。');
    expect(done).toContain('陈静（副指挥长）增加任务“核对支付服务商侧的失败笔数”，由供应商联络负责人负责。');
    expect(section(of('third-party'), 2, '已采取的措施')).toMatch(
      /决定不做任务“查受影响组件用在哪里”。理由：No component of theirs is built into our software。/,
    );
  });

  test('count who is there, on the way, silent and out, and say who is missing', () => {
    expect(section(of('code-fault'), 1, '已采取的措施')).toContain('另有1人不能参加或者已经退出');
    expect(section(of('security'), 1, '困难和需要的支持')).toContain(
      '技术救援组尚缺1人；另有2人已确认，预计到位：网络安全应急服务机构2人（11月28日04:20）。',
    );
    expect(section(of('security'), 2, '困难和需要的支持')).not.toContain('技术救援组尚缺');
  });

  test('mark what is overdue, and what waits for something else', () => {
    const pending = section(of('operation-failure'), 1, '未完事项');
    expect(pending).toContain('（已逾期）');
    expect(pending).toContain('待“修复并恢复服务”完成');
  });

  test('say that nobody had verified it and the plan took it for real', () => {
    const situation = section(of('security'), 1, '事故概况和态势');
    expect(situation).toContain('因限时内无人核实，按预案视为真实事故，暂定为较大事故、三级响应');
    expect(situation).toContain('陈静（副指挥长）核实确认，定为较大事故、三级响应，应急响应继续进行');
  });

  test('tell of the scene, and who commands', () => {
    expect(section(of('security'), 1, '已采取的措施')).toContain('设立现场警戒，范围：总部三层机房及运维工位区');
    expect(section(of('code-fault'), 3, '已采取的措施')).toContain('陈静接受移交，自此担任指挥长；林伟卸任。');
  });

  test('keep a legal report that was called for once, though the facts are better now', () => {
    const [, before] = section(of('operation-failure'), 2, '法定报送').split('曾满足条件');
    expect(before).toContain(
      '网络安全事件报告（四小时）。报送对象：属地省级网信部门；时限：自发现起4小时内，按接报时间起算至11月28日07:08；',
    );
  });

  test('list a legal report that the facts do not decide yet, and no meeting of our own', () => {
    const duties = section(of('security'), 1, '法定报送');
    const [due, open] = duties.split('尚不足以判断');
    expect(due).toContain('涉嫌犯罪向公安机关报案。报送对象：公安机关；时限：应当立即，本预案要求自发现起4小时内；');
    expect(open).toContain(
      '网络安全事件报告（四小时）。报送对象：属地省级网信部门；时限：自发现起4小时内，按接报时间起算至11月28日07:08；',
    );
    expect(duties).not.toContain('复盘会');
  });

  test('tell a figure with its source and what it was, and a finding in every report after it', () => {
    expect(section(of('operation-failure'), 1, '影响情况')).toMatch(
      /受影响用户数：52000人（最初报告：18000人；钱镕[^；]*；来源：结算日志统计，按用户去重；基本可信）/,
    );
    expect(section(of('security'), 4, '影响情况')).toContain('影响仍在扩大：否（本期更新，此前：是；');
    expect(section(of('operation-failure'), 3, '影响情况')).toContain('网关超时配置与新版本不相容');
  });

  test('list in the last one what is left for the time after', () => {
    expect(section(of('operation-failure'), 3, '未完事项')).toContain('观察期盯守指标');
  });
});

async function write(player: Player, { number }: SitrepItem): Promise<void> {
  for (const lang of ['zh-CN', 'en']) {
    const path = `/api/v1/incidents/${player.incidentId}/sitreps/${number}/html?lang=${lang}`;
    const page = await api.ask(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/undefined|\[object|NaN|added\.1/);
    pages.set(`${player.script.category}-${number}.${lang}`, page.text);
    if (PAGES === undefined) continue;
    mkdirSync(PAGES, { recursive: true });
    writeFileSync(join(PAGES, `${player.script.category}-${number}.${lang}.html`), page.text);
  }
}
