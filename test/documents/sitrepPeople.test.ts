import { describe, expect, test } from '@jest/globals';
import { nextWake } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { planWithSitreps } from '../support/samplePlan.js';
import { Story } from '../words/story.js';
import { rowsOf, sectionOf } from './fixtures.js';
import { sitrepIn } from './sitrepStory.js';

const NAMES = {
  done: { 'zh-CN': '已采取', en: 'Action' },
  pending: { 'zh-CN': '未完事项', en: 'Pending' },
  needs: { 'zh-CN': '困难', en: 'Difficulties' },
  teams: { 'zh-CN': '各组人员', en: 'Teams' },
  decisions: { 'zh-CN': '需要指挥部', en: 'For command' },
};
type Part = keyof typeof NAMES;
const textOf = (story: Story, part: Part, lang: 'zh-CN' | 'en' = 'zh-CN', number = 1): string =>
  JSON.stringify(sectionOf(sitrepIn(story, number, lang, story.state.basis), NAMES[part][lang]).blocks);
const rows = (story: Story, part: Part, number = 1): string[][] =>
  rowsOf(sitrepIn(story, number, 'zh-CN', story.state.basis), NAMES[part]['zh-CN']);

/** At level 1 since the very beginning, with a SITREP being drafted. */
function responding(change: (plan: CompiledPlan) => void = () => undefined): Story {
  const plan = planWithSitreps();
  change(plan);
  return new Story({}, plan)
    .delivers()
    .says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', incidentLevel: 'critical', reason: '属实' })
    .delivers();
}

/** The technical team is to have this many people within ten minutes; after its members a partner is called. */
const counted =
  (headcount: number) =>
  (plan: CompiledPlan): void => {
    plan.partners = [{ id: 'cloud', owner: 'liaisonLead' }];
    plan.mobilisation[0] = { ...plan.mobilisation[0]!, headcount, quorumWithin: 10 * MINUTE, partners: ['cloud'] };
  };

/** Whatever falls due on the way happens at its moment. */
function passes(story: Story, span: number): Story {
  const end = story.at + span;
  for (let due = nextWake(story.state); due !== undefined && due <= end; due = nextWake(story.state))
    story.after(Math.max(0, due - story.at)).wakes();
  return story.after(end - story.at);
}

function release(story: Story, number: number): Story {
  story.says('zhou-min', { type: 'draftSitrep' });
  return story.says('zhou-min', { type: 'releaseSitrep', number }).writesReport().after(MINUTE);
}

describe('people who come', () => {
  test('later than the team was to be complete are expected, not looked for', () => {
    const story = responding(counted(3));
    for (const who of ['zhao-lei', 'sun-yu', 'qian-rong']) story.acknowledges(who, 40 * MINUTE);
    passes(story, 30 * MINUTE).says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'needs')).toContain(
      '技术救援组尚缺3人；另有3人已确认，预计到位：赵磊、孙宇、钱镕（11月22日03:54）。',
    );
    expect(textOf(story, 'needs', 'en')).toContain(
      'short of 3 people; 3 more expected: Zhao Lei, Sun Yu and Qian Rong (22 November, 03:54).',
    );
    expect(textOf(story, 'needs')).not.toContain('须补充');
  });

  test('by their promise alone are not there, and past the time that they gave are named', () => {
    const story = responding(counted(2))
      .acknowledges('zhao-lei', 5 * MINUTE)
      .acknowledges('sun-yu', 5 * MINUTE);
    story.says('zhou-min', { type: 'draftSitrep' });
    const standing = (): string | undefined => rows(story, 'teams')[0]!.at(-1);
    expect(standing()).toBe('人数已够，均未到位');
    expect(textOf(story, 'needs')).not.toContain('尚未登记到位');
    story.after(6 * MINUTE).says('zhao-lei', { type: 'arrive', person: 'zhao-lei' });
    expect(standing()).toBe('答复人数已够，有人逾期未到位');
    expect(textOf(story, 'needs')).toContain('预计到位时间已过、尚未登记到位：孙宇（11月22日03:19）。');
    story.says('sun-yu', { type: 'arrive', person: 'sun-yu' });
    expect(standing()).toBe('到位人数已够');
    expect(textOf(story, 'needs')).not.toContain('预计到位时间已过');
  });

  test('and who do something are at work, though nobody registered that they arrived', () => {
    const story = responding(counted(2)).says('zhao-lei', { type: 'askQuestion', text: '在路上，何处集合' });
    story.after(MINUTE);
    story.acknowledges('zhao-lei', 5 * MINUTE).acknowledges('sun-yu', 30 * MINUTE);
    story.after(6 * MINUTE).says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'needs')).toContain('预计到位时间已过、尚未登记到位：赵磊');
    story.says('zhao-lei', { type: 'askQuestion', text: '可以恢复吗' });
    expect(textOf(story, 'needs')).not.toContain('尚未登记到位');
  });

  test('and those who do not are told with their reason in the period in which they said so', () => {
    const story = responding().says('wu-kun', { type: 'decline', person: 'wu-kun', reason: '在高铁上' });
    story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: '发烧' }).acknowledges('he-zhe');
    release(story, 1).says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toContain('答复不能参加的：吴堃（11月22日03:14答复，理由：在高铁上）。');
    expect(textOf(story, 'done', 'en')).toContain('Declined: Wu Kun (on 22 November, 03:14; reason: 在高铁上).');
    expect(textOf(story, 'done', 'zh-CN', 2)).not.toContain('吴堃');
    // Called is everybody who was called, whatever came of it.
    expect(rows(story, 'teams', 2)[0]!.slice(1, 7)).toEqual(['5', '0', '1', '0', '3', '1']);
  });

  test('are counted once, and the reader learns why the sum of the table is another', () => {
    const story = responding().says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toMatch(/截至11月22日03:14，已动员、未退出的应急人员\d+人（含指挥长、副指挥长）/);
    expect(textOf(story, 'done', 'en')).toMatch(
      /Called and not withdrawn on 22 November, 03:14: \d+ \(Commander and Deputy commander included\)/,
    );
  });

  test('are told with the time of their call', () => {
    const story = new Story({}, planWithSitreps()).delivers().after(5 * MINUTE);
    story.says('lin-wei', {
      type: 'verify',
      outcome: 'confirmed',
      level: 'L2',
      incidentLevel: 'serious',
      reason: '属实',
    });
    story.says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toContain(
      '11月22日03:14，动员指挥长（林伟）、副指挥长（陈静）；11月22日03:19，动员技术救援组',
    );
    expect(textOf(story, 'done', 'en')).toContain('Mobilised on 22 November, 03:19: Technical rescue');
  });

  test('who may still answer stand under pending with the time until when', () => {
    const story = responding().after(MINUTE).says('zhou-min', { type: 'draftSitrep' });
    const open = rows(story, 'pending').find(([matter]) => matter!.startsWith('信息联络组'));
    expect(open).toEqual([expect.stringContaining('马超'), '信息联络组组长（周敏）', '11月22日03:24']);
    expect(textOf(story, 'needs')).not.toContain('逾时未确认');
  });
});

describe('an external partner', () => {
  const called = (): Story => passes(responding(counted(6)), 2 * MINUTE).says('zhou-min', { type: 'draftSitrep' });

  test('is told to be called by whom, since when and why, and is pending until there is an answer', () => {
    const story = called();
    expect(textOf(story, 'done')).toContain('11月22日03:14，因技术救援组人员不足，请周敏联系云服务商支援。');
    expect(textOf(story, 'done', 'en')).toContain(
      'On 22 November, 03:14 Zhou Min was asked to call the partner “Cloud provider” for help, since Technical rescue was short of people.',
    );
    const row = [expect.stringContaining('云服务商是否支援技术救援组'), '信息联络组组长（周敏）', '—'];
    expect(rows(story, 'pending')).toContainEqual(row);
    story.says('zhou-min', { type: 'answerForPartner', partner: 'cloud', team: 'tech', accepted: true, headcount: 2 });
    expect(textOf(story, 'done')).toContain('云服务商派2人支援技术救援组');
    expect(rows(story, 'pending')).not.toContainEqual(row);
  });

  test('that had not answered at the end is not waited for any more', () => {
    const story = release(called(), 1);
    const met = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
    story.says('zhao-lei', { type: 'terminate', action: 'propose', criteria: met, reason: '已恢复' });
    story.says('chen-jing', { type: 'terminate', action: 'confirm' });
    expect(textOf(story, 'done', 'zh-CN', 2)).toContain('技术救援组解除动员时，云服务商未见答复，已不再需要其支援。');
    expect(textOf(story, 'pending', 'zh-CN', 2)).not.toContain('云服务商');
  });
});

describe('command', () => {
  const checkIn = (plan: CompiledPlan): void => {
    plan.command.checkIn = [{ levels: ['L1'], every: 10 * MINUTE }];
  };

  test('that answers again is told with how long it was silent, and who need not take over', () => {
    const story = passes(responding(checkIn), 13 * MINUTE);
    release(story, 1).says('lin-wei', { type: 'checkIn' }).says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'needs')).toContain('指挥长林伟最后一次操作为11月22日03:14，11月22日03:24催促报到未应');
    expect(textOf(story, 'needs', 'zh-CN', 2)).not.toContain('报到');
    expect(textOf(story, 'done', 'zh-CN', 2)).toContain(
      '林伟最后一次操作为11月22日03:14，11月22日03:24催促报到未应，11月22日03:26请陈静接替；11月22日03:28恢复应答，陈静无须接替。',
    );
    expect(textOf(story, 'done', 'en', 2)).toContain(
      'Lin Wei last acted on 22 November, 03:14 and did not check in when reminded on 22 November, 03:24. An answer came on 22 November, 03:28; Chen Jing (asked on 22 November, 03:26) need not take over.',
    );
  });

  test('that first answered long after the call is told so, in the period in which it did', () => {
    const story = passes(responding(), 20 * MINUTE).says('chen-jing', { type: 'askQuestion', text: '现状如何' });
    story.says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toContain(
      '副指挥长（陈静）11月22日03:14接到通知后逾时未答复，11月22日03:34首次有回应。',
    );
    expect(textOf(story, 'done', 'en')).toContain(
      'Deputy commander (Chen Jing), called on 22 November, 03:14, was silent past the deadline and first heard of on 22 November, 03:34.',
    );
    release(story, 1).after(MINUTE).says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done', 'zh-CN', 2)).not.toContain('首次有回应');
  });

  test('that passed on is told with the risks and what waits, and is not stood down under its old holder’s name', () => {
    const story = responding().says('lin-wei', {
      type: 'handOver',
      action: 'offer',
      to: 'chen-jing',
      brief: { situation: '平稳', objectives: '恢复', risks: '缓存不一致', pending: '是否公告' },
    });
    story.says('chen-jing', { type: 'handOver', action: 'accept' });
    const met = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
    story.says('zhao-lei', { type: 'terminate', action: 'propose', criteria: met, reason: '已恢复' });
    story.says('chen-jing', { type: 'terminate', action: 'confirm' });
    const done = textOf(story, 'done');
    expect(done).toContain('林伟卸任。移交时交代的风险：缓存不一致；待决事项：是否公告。');
    expect(done).not.toContain('态势：平稳');
    expect(textOf(story, 'decisions')).toContain('移交指挥时交代的待决事项：是否公告。是否已经决定，记录未载。');
    expect(textOf(story, 'decisions', 'en')).toContain(
      'Left to be decided when command was handed over: 是否公告. If it is decided, the record does not say so.',
    );
    expect(textOf(story, 'done', 'en')).toContain(
      'From the brief that was handed over: Risks: 缓存不一致; Decisions that wait: 是否公告.',
    );
    expect(done).toMatch(/11月22日03:14，解除动员：原指挥长（林伟）、原副指挥长（陈静）/);
    expect(textOf(story, 'done', 'en')).toContain(
      'Stood down on 22 November, 03:14: former Commander (Lin Wei); former Deputy',
    );
  });
});

describe('tasks', () => {
  const tasks = (plan: CompiledPlan): void => {
    plan.tasks = [{ id: 'find', phase: 'responding', owner: 'techLead', due: HOUR, mandatory: true }];
  };

  test('that are overdue are a difficulty, and in the last report what was left open', () => {
    const story = responding(tasks).after(MINUTE).says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'needs')).not.toContain('逾期');
    story.after(2 * HOUR);
    expect(textOf(story, 'needs')).toContain('下列任务已逾期：“find”（赵磊，应于11月22日04:14前完成）。');
    expect(textOf(story, 'needs', 'en')).toContain('Overdue: “find” (Zhao Lei, due on 22 November, 04:14).');
    expect(rows(story, 'pending')[0]!.slice(1)).toEqual(['技术救援组组长（赵磊）', '11月22日04:14（已逾期）']);
    story.says('lin-wei', { type: 'terminate', action: 'override', reason: '人员另有任务' });
    story.says('chen-jing', { type: 'terminate', action: 'confirm' });
    expect(textOf(story, 'needs')).toContain('下列任务逾期，至终报仍未完成：“find”');
    expect(textOf(story, 'needs', 'en')).toContain('Overdue, and left open: “find”');
  });

  test('that were done name their evidence, and no full stop becomes part of its address', () => {
    const story = responding(tasks);
    story.says('zhao-lei', { type: 'task', action: 'finish', task: 'find', link: 'https://wiki.example/7' });
    story.says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toContain('“find”（赵磊）：凭证：https://wiki.example/7"');
    expect(textOf(story, 'done', 'en')).toContain('“find” (Zhao Lei): evidence: https://wiki.example/7"');
  });
});

describe('a cordon', () => {
  const admit = { type: 'scene', action: 'admit', name: '取证工程师二人', area: '机房', purpose: '取证' } as const;
  const closed = (): Story =>
    responding().says('lin-wei', { type: 'scene', action: 'cordon', area: '机房', rules: '凭证' });

  test('tells who went in and who left in the period, or how many where they are many', () => {
    const story = closed().says('lin-wei', admit).says('lin-wei', { type: 'scene', action: 'leave', pass: 1 });
    story.says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toContain('林伟（指挥长）放行取证工程师二人（1号），前往机房，事由：取证。');
    expect(textOf(story, 'done')).toContain('林伟（指挥长）登记1号（取证工程师二人）离开。');
    expect(textOf(story, 'done')).toContain('在场登记为零');
    for (let i = 0; i < 9; i++) story.says('lin-wei', admit);
    expect(textOf(story, 'done')).toContain('警戒区本期放行10项、离开1项，逐项见事故时间线。');
    expect(textOf(story, 'done', 'en')).toContain('Registered as inside: 9 entries.');
  });

  test('tells when it was set and when it was changed', () => {
    const story = closed().after(5 * MINUTE);
    story.says('lin-wei', { type: 'scene', action: 'cordon', area: '整层', rules: '凭证' });
    story.says('zhou-min', { type: 'draftSitrep' });
    expect(textOf(story, 'done')).toContain('范围：整层（11月22日03:14设立，11月22日03:19调整）');
  });
});
