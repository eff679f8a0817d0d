import { describe, expect, test } from '@jest/globals';
import { LANGS } from '../../../src/domain/lang.js';
import { allSections, AT, blocksOf, fullPlan, printed, readable } from './fixtures.js';
import type { Printable } from './fixtures.js';
import type { PlanModel } from '../../../src/documents/index.js';
import type { Table } from '../../../src/documents/model.js';

const full = fullPlan();

describe('the text of a plan', () => {
  test('has the chapters of a Chinese emergency plan, numbered decimally as text', () => {
    const { sections, annexes } = printed(full, 'zh-CN');
    expect(sections.map(({ heading }) => heading)).toEqual([
      '1　总则',
      '2　应急组织机构及职责',
      '3　事故分级与响应分级',
      '4　应急响应程序',
      '5　后期处置',
      '6　应急演练',
      '7　应急保障',
      '8　预案管理',
    ]);
    expect(sections[0]!.sections[0]!.heading).toBe('1.1　编制目的');
    expect(sections[3]!.sections[1]!.sections[0]!.heading).toMatch(/^4\.2\.1　/);
    expect(annexes.slice(0, 2).map(({ heading }) => heading.slice(0, 4))).toEqual(['附件1　', '附件2　']);
  });

  test.each(LANGS)('numbers tables and figures in reading order in %s', (lang) => {
    const captions = blocksOf(printed(full, lang)).flatMap((block) =>
      block.kind === 'table' && block.table.captionUnseen !== true ? [block.table.caption] : [],
    );
    const numbers = captions.map((caption) => Number(/\d+/.exec(caption)![0]));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  test.each(LANGS)('has as many cells in every row as the table has columns in %s', (lang) => {
    for (const block of blocksOf(printed(full, lang))) {
      if (block.kind !== 'table') continue;
      const { caption, columns, rows, fills } = block.table;
      expect([caption, ...rows.map((row) => row.length)]).toEqual([caption, ...rows.map(() => columns.length)]);
      if (fills !== undefined) expect(fills).toHaveLength(rows.length);
    }
  });

  test('gives every heading of the contents a name of its own', () => {
    const model = printed(full, 'en');
    const anchors = allSections([...model.sections, ...model.annexes, model.sheet]).flatMap(
      ({ anchor }) => anchor ?? [],
    );
    expect(anchors.length).toBeGreaterThan(60);
    expect(new Set(anchors).size).toBe(anchors.length);
    // Word takes letters, digits and the underscore in the name of a bookmark.
    expect(anchors.filter((anchor) => !/^[a-z]\w*$/.test(anchor))).toEqual([]);
  });

  test('shows for each criterion and obligation whether its source was checked', () => {
    const model = printed(full, 'zh-CN');
    const told = blocksOf(model).flatMap((block) =>
      block.kind === 'table' ? block.table.rows.map((row) => row.at(-1)) : [],
    );
    const { gradingCriteria, obligations = [] } = full.document;
    const open = [...gradingCriteria, ...obligations].filter(({ verified }) => !verified);
    expect(open.length).toBeGreaterThan(0);
    expect(told.filter((cell) => cell === '待核对')).toHaveLength(open.length);
  });

  test('colours the levels, with the word beside the colour', () => {
    const block = blocksOf(printed(full, 'en')).find(
      (b) => b.kind === 'table' && b.table.caption.endsWith('Incident levels'),
    );
    const table = block?.kind === 'table' ? block.table : undefined;
    expect(table?.rows.map((row) => row[1])).toEqual(['red', 'orange', 'yellow', 'blue']);
    expect(new Set(table?.fills).size).toBe(4);
  });
});

describe('people', () => {
  const { roster, ...plan } = full;
  const names = roster.people.map(({ name }) => (typeof name === 'string' ? name : name['zh-CN']!));

  test('stand with their posts, in the contacts and on the cards', () => {
    const words = readable(printed(full, 'zh-CN'));
    for (const name of names) expect(words).toContain(name);
    for (const { contacts } of roster.people) expect(words).toContain(contacts.mobile);
    const [card] = printed(full, 'zh-CN').cards;
    const deputy = roster.people.find(({ id }) => id === roster.holders[full.document.command.deputies[0]!]![0]);
    expect(card!.calls.rows.flat()).toContain(deputy!.contacts.mobile);
  });

  test('stand on the wall each in a row of their own, beside their own number', () => {
    const block = printed(full, 'zh-CN').sheet.blocks.find(({ kind }) => kind === 'table');
    const rows = block?.kind === 'table' ? block.table.rows : [];
    for (const { name, contacts } of roster.people) {
      const own = rows.filter((row) => row[2] === (typeof name === 'string' ? name : name['zh-CN']));
      expect(own.length).toBeGreaterThan(0);
      for (const row of own) expect(row.slice(3)).toEqual([contacts.mobile, contacts.email]);
    }
  });

  test('are nowhere in a copy without them, which has room to write', () => {
    const model = printed(plan, 'zh-CN');
    const words = readable(model);
    expect(names.filter((name) => words.includes(name))).toEqual([]);
    expect(roster.people.filter(({ contacts }) => words.includes(contacts.email))).toEqual([]);
    expect(model.cards[0]!.calls.rows[0]!.slice(1)).toEqual(['', '']);
  });

  test('who have left hold no post', () => {
    const people = roster.people.map((person) => ({ ...person, active: person.id !== 'lin-wei' }));
    const words = readable(printed({ ...plan, roster: { ...roster, people } }, 'zh-CN'));
    expect(words).not.toContain('林伟');
  });
});

describe('action cards', () => {
  test('are one for each post that has steps', () => {
    const model = printed(full, 'en');
    const posts = full.document.posts.filter(({ card }) => card !== undefined);
    expect(model.cards.map(({ heading }) => heading)).toEqual(posts.map(({ name }) => name.en));
    expect(model.cards.map(({ steps }) => steps.length)).toEqual(posts.map(({ card }) => card!.length));
  });

  test('name whom to call, and never the post itself', () => {
    for (const { heading, calls } of printed(full, 'en').cards) {
      expect(calls.rows.length).toBeGreaterThan(0);
      expect(calls.rows.map(([post]) => post)).not.toContain(heading);
    }
  });
});

describe('what a plan is worth', () => {
  const approvedBy = { person: 'tang-li', at: AT };
  const withRecord = (lifecycle: NonNullable<Printable['lifecycle']>): Printable => ({ ...full, lifecycle });

  test('a sample is marked on every page, and nothing says that it is approved', () => {
    const model = printed(full, 'zh-CN');
    expect(model.mark).toBe('样本，未经批准');
    expect(printed(full, 'en').mark).toBe('SAMPLE, NOT APPROVED');
    expect(model.approval.note).not.toContain('现予批准');
    expect(model.approval.table.rows[0]![3]).toBe('');
  });

  test('the sample stays marked when the first start has put it into effect without anybody’s approval', () => {
    expect(printed(withRecord({ standing: 'effective' }), 'en').mark).toBe('SAMPLE, NOT APPROVED');
  });

  test('an approved version is signed, dated and carries no mark', () => {
    const effectiveFrom = AT + 86_400_000;
    const model = printed(
      withRecord({ standing: 'effective', approval: approvedBy, effectiveFrom, copy: '07' }),
      'zh-CN',
    );
    expect(model.mark).toBeUndefined();
    expect(model.approval.note).toContain('现予批准，自2026年11月28日起施行');
    expect(model.approval.table.rows[0]).toEqual(['主要负责人', '唐莉', '', '2026年11月27日']);
    expect(model.cover.facts).toContainEqual({ label: '受控编号', value: '07' });
    expect(model.foot).toContain('受控编号 07');
  });

  test('a minor revision says that it was approved without a review, and has no row for reviewers', () => {
    const minor = withRecord({ standing: 'effective', approval: { ...approvedBy, review: 'minor' } });
    const model = printed(minor, 'zh-CN');
    expect(model.approval.note).toContain('没有实质性修订，按照预案管理规定不经评审，现予批准');
    expect(printed(minor, 'en').approval.note).toContain('approved as a minor revision, without a review');
    expect(tableOf(model, '评审与批准记录').rows.map((row) => row[2])).toEqual(['批准']);
    const full = printed(withRecord({ standing: 'effective', approval: { ...approvedBy, review: 'full' } }), 'zh-CN');
    expect(full.approval.note).toContain('已经评审，现予批准');
  });

  test('the cover names who approves, and the date of issue is that of the signature', () => {
    const cover = ({ cover: { facts, lines } }: PlanModel): string[] => [...facts.map(({ value }) => value), ...lines];
    expect(cover(printed(full, 'zh-CN'))).toEqual(
      expect.arrayContaining(['主要负责人　唐莉（未签署）', '2026年10月12日编制，未颁布']),
    );
    const approved = withRecord({ standing: 'effective', approval: approvedBy });
    expect(cover(printed(approved, 'zh-CN'))).toEqual(
      expect.arrayContaining(['主要负责人　唐莉', '2026年11月27日颁布']),
    );
  });

  test('a version that the record knows stands once in the record of revisions', () => {
    const versions = [{ version: 1, at: AT, summary: 'taken over', approvedBy: 'tang-li' }];
    const model = printed(withRecord({ standing: 'approved', approval: approvedBy, versions }), 'en');
    expect(tableOf(model, 'Revision record').rows).toEqual([['1', '27 November 2026', 'taken over', 'Tang Li']]);
  });

  test.each(['superseded', 'withdrawn'] as const)('a %s version warns on every page', (standing) => {
    expect(printed(withRecord({ standing, approval: approvedBy }), 'en').mark).toMatch(/NOT TO BE USED/);
  });

  test('the record of reviews, versions, filing and receipts is printed', () => {
    const model = printed(
      withRecord({
        standing: 'approved',
        approval: approvedBy,
        versions: [{ version: 2, at: AT, summary: 'more posts', approvedBy: 'tang-li' }],
        reviews: [{ person: 'chen-jing', post: 'deputy-commander', at: AT, outcome: 'approve', remarks: 'clear' }],
        filing: { on: '2026-11-30', reference: 'BA-17' },
        distribution: [
          { person: 'zhao-lei', posts: ['technical-lead'], sentAt: AT, acknowledgedAt: AT },
          { person: 'zhou-min', posts: ['liaison-lead'], sentAt: AT },
        ],
      }),
      'en',
    );
    const words = readable(model);
    for (const told of ['more posts', 'agrees', 'clear', 'BA-17', '30 November 2026', 'not yet'])
      expect(words).toContain(told);
    const [, distribution] = model.records;
    const block = distribution!.blocks[0]!;
    expect(block.kind === 'table' && block.table.rows.map((row) => row[1])).toEqual(['Zhao Lei', 'Zhou Min']);
  });

  test('every page says which text it is of', () => {
    const { foot, runningHead, cards } = printed(full, 'en');
    expect(foot).toContain(full.hash);
    expect(runningHead).toContain(`version ${full.document.plan.version}`);
    expect(cards[0]!.origin).toContain(full.hash.slice(0, 12));
  });
});

describe('what a reader of the plan needs not know', () => {
  const zh = readable(printed(full, 'zh-CN'));
  const en = readable(printed(full, 'en'));

  test('is how its files are written', () => {
    for (const words of [zh, en]) {
      expect(words.match(/boundBy|\{\w+\}|Asia\//g) ?? []).toEqual([]);
      expect(words.match(/D-\d+-[a-z]\w*/g) ?? []).toEqual([]);
    }
  });

  test('is the other language', () => {
    expect(en.replaceAll('【演练 DRILL】', '').match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
    expect(zh.match(/每1(?!\d)|\d ?days|[a-z] or [a-z]/g) ?? []).toEqual([]);
  });
});

describe('what binds somebody else', () => {
  const model = printed(full, 'zh-CN');

  test('is said not to bind the owner of the plan, and is no basis of it', () => {
    const words = readable(model);
    expect(
      words.includes(
        '“欧盟个人数据泄露”适用于受欧盟GDPR约束的单位，依据《欧盟通用数据保护条例》。本单位目前不属于上述情形，不适用。',
      ),
    ).toBe(true);
    expect(
      words.includes(
        '“事件报告：其他网络运营者”适用于境内其他网络运营者，依据《国家网络安全事件报告管理办法》。本单位适用。',
      ),
    ).toBe(true);
    const basis = allSections(model.sections).find(({ heading }) => heading.endsWith('编制依据'))!;
    const [lead, laws, idle, others] = basis.blocks;
    expect([lead, idle].map((block) => block?.kind === 'paragraph' && block.text)).toEqual([
      '本预案依据下列文件编制：',
      '下列文件目前对本单位无约束力，情况变化时依其执行：',
    ]);
    expect(laws?.kind === 'list' && laws.items.join()).not.toContain('欧盟');
    expect(others?.kind === 'list' && others.items).toContain('《欧盟通用数据保护条例》');
  });

  test('has no deadline in the reporting flow', () => {
    const steps = tableOf(model, '信息报告流程').rows.map(([step]) => step!);
    expect(steps.filter((step) => step.startsWith('D-04'))).toHaveLength(1);
    expect(steps.filter((step) => /^D-(01|03|2\d)/.test(step))).toEqual([]);
  });
});

test('what the text calls an annex is the annex of that number', () => {
  const model = printed(full, 'zh-CN');
  const words = readable({ ...model, annexes: [], sections: model.sections });
  const titles = model.annexes.map(({ heading }) => heading.split('　'));
  const references = [...new Set(words.match(/附件\d+/g))];
  expect(references.length).toBeGreaterThan(3);
  expect(
    references.filter((reference) => !titles.some(([number]) => number === reference) && reference !== '附件13'),
  ).toEqual([]);
  expect(words.includes('培训的对象、周期、形式和材料见附件10。')).toBe(true);
  expect(titles).toContainEqual(['附件10', '培训计划和宣传材料']);
});

test('whoever takes over from the commander is the same wherever it stands', () => {
  const model = printed(full, 'zh-CN');
  expect(tableOf(model, '岗位接替、不得兼任与任职要求').rows.find(([post]) => post === '指挥长')?.[1]).toBe('副指挥长');
  expect(tableOf(model, '应急岗位一览').rows.find(([, , post]) => post === '指挥长')?.[4]).toBe('副指挥长');
  expect(model.cards[0]!.facts.at(-1)!.value).toBe('副指挥长');
});

function tableOf(model: PlanModel, caption: string): Table {
  const found = blocksOf(model).flatMap((block) =>
    block.kind === 'table' && block.table.caption.endsWith(caption) ? [block.table] : [],
  );
  return found[0]!;
}
