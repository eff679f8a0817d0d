import type { EventOf } from '../../src/domain/incident/index.js';
import { eventWords } from '../../src/domain/words/index.js';
import { HOUR } from '../../src/domain/time.js';
import { sampleNames } from '../support/samplePlan.js';
import { START } from './story.js';

type Changed = EventOf<'peopleChanged'>;

const words = (change: Partial<Pick<Changed, 'posts' | 'people'>>) => {
  const head = { seq: 9, at: START, actor: { kind: 'system' }, via: 'system' } as const;
  const event: Changed = { ...head, type: 'peopleChanged', roster: 12, posts: [], people: [], ...change };
  return [eventWords(event, sampleNames(), 'zh-CN'), eventWords(event, sampleNames(), 'en')];
};
const AWAY = { away: [{ from: START - HOUR, until: START + HOUR }] };

test('who came to which post, who left it, and who is away now', () => {
  const posts = [
    { post: 'deputy', at: 1, removed: [], added: ['xu-na'] },
    { post: 'engineer', at: 0, removed: ['sun-yu', 'he-zhe'], added: ['he-zhe', 'ma-chao'] },
    { post: 'duty', at: 0, removed: ['wang-fang'], added: [] },
  ];
  const people = [
    { person: 'he-zhe', facts: AWAY },
    { person: 'wang-fang' },
    { person: 'wu-kun', facts: { qualifications: [{ qualification: 'restore' }] } },
    { person: 'zhao-lei' },
  ];
  expect(words({ posts, people })).toEqual([
    '通讯录已更新（第12版）：副指挥长增加徐娜；研发工程师增加马超，减去孙宇；值班经理减去王芳；现不在岗：何喆；在岗时间或资质有变：吴堃、赵磊。',
    'The roster has changed (version 12): “Deputy commander”: Xu Na added; “Engineer”: Ma Chao added, Sun Yu removed; “Duty manager”: Wang Fang removed; away now: He Zhe; other absences or qualifications: Wu Kun and Zhao Lei.',
  ]);
});

test('of many, the first are named and the rest is counted', () => {
  const added = ['sun-yu', 'he-zhe', 'wu-kun', 'ma-chao', 'xu-na'];
  const named = ['engineer', 'duty', 'techLead', 'liaisonLead', 'pressLead', 'deputy', 'commander'];
  const posts = named.map((post, i) => ({ post, at: 0, removed: [], added: i === 0 ? added : ['xu-na'] }));
  const [zh, en] = words({ posts });
  expect(zh).toContain('研发工程师增加孙宇、何喆、吴堃等5人；');
  expect(zh).toContain('；另有2个岗位变动。');
  expect(en).toContain('“Engineer”: Sun Yu, He Zhe, Wu Kun and 2 others added;');
  expect(en).toContain('; 2 more posts.');
  expect(words({ posts: posts.slice(0, 6) })[1]).toContain('; 1 more post.');
});

test('another order names who stands first, where that is another', () => {
  const swap = (at: number) =>
    words({ posts: [{ post: 'engineer', at, removed: ['a', 'sun-yu'], added: ['sun-yu', 'a'] }] });
  expect(swap(0)).toEqual([
    '通讯录已更新（第12版）：研发工程师改由孙宇居首。',
    'The roster has changed (version 12): “Engineer”: Sun Yu first.',
  ]);
  expect(swap(2)).toEqual([
    '通讯录已更新（第12版）：研发工程师顺序调整。',
    'The roster has changed (version 12): “Engineer”: in another order.',
  ]);
});
