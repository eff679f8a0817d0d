import { pathText } from '../../../src/domain/plan/issues.js';
import { checkRoster } from '../../../src/domain/plan/roster.js';
import type { Person } from '../../../src/domain/plan/roster.js';
import { sampleRoster } from './sample.js';

function issuesAfter(change: (ann: Person, ben: Person) => void): [string, string][] {
  const roster = sampleRoster();
  change(roster.people[0]!, roster.people[1]!);
  const checked = checkRoster(roster);
  return 'issues' in checked ? checked.issues.map(({ code, path }) => [code, pathText(path)]) : [];
}

test.each(['mobile', 'wecom', 'dingtalk', 'feishu'] as const)('a %s of two people is refused', (kind) => {
  const same = { mobile: '+8613800138000', wecom: 'Ann', dingtalk: 'ann', feishu: 'ann' }[kind];
  expect(issuesAfter((ann) => (ann.contacts[kind] = same))).toEqual([]);
  const both = issuesAfter((ann, ben) => {
    ann.contacts[kind] = same;
    ben.contacts[kind] = same.toLowerCase();
  });
  expect(both).toEqual([['duplicate_contact', `people[1].contacts.${kind}`]]);
});

test('a telephone may be that of a room', () => {
  const both = issuesAfter((ann, ben) => (ann.contacts.phone = ben.contacts.phone = '+862112345678'));
  expect(both).toEqual([]);
});

test('the same name and the same mobile are taken for one person entered twice', () => {
  const roster = sampleRoster();
  const [ann, ben] = [roster.people[0]!, roster.people[1]!];
  ann.contacts.mobile = ben.contacts.mobile = '+8613800138000';
  ben.name = ann.name;
  expect(checkRoster(roster)).toMatchObject({
    issues: [{ hint: { en: expect.stringMatching(/same person twice/) as string } }],
  });
});

test.each(['+8613800138000', '+4915112345678', '+1202555'])('%s is a telephone number', (number) => {
  expect(issuesAfter((ann) => (ann.contacts.mobile = number))).toEqual([]);
});

test.each(['13800138000', '008613800138000', '+0613800138000', '+86 138', '+861380013800012345', 'x', '8.61E+12'])(
  '%s is not: it cannot be dialled from anywhere',
  (number) => {
    expect(issuesAfter((ann) => (ann.contacts.mobile = number))).toEqual([['bad_phone', 'people[0].contacts.mobile']]);
  },
);

test('an absence ends when it began, or later', () => {
  expect(issuesAfter((ann) => (ann.away = [{ from: '2026-10-02', to: '2026-10-02' }]))).toEqual([]);
  expect(issuesAfter((ann) => (ann.away = [{ from: '2026-10-02', to: '2026-10-01' }]))).toEqual([
    ['away_backwards', 'people[0].away[0].to'],
  ]);
});
