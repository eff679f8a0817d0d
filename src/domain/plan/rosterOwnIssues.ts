import { said, textsOf } from '../lang.js';
import { issue } from './issues.js';
import type { PlanIssue } from './issues.js';
import { duplicateIds, repeated, unknownIds } from './references/check.js';
import type { Person, RosterDocument } from './roster.js';

/** What is wrong with a roster whatever the plan. */
export function rosterOwnIssues({ people, holders }: RosterDocument): PlanIssue[] {
  const used = Object.entries(holders).flatMap(([post, ids]) =>
    ids.map((id, i) => ({ path: ['holders', post, i], id })),
  );
  return [
    ...duplicateIds(['people'], people),
    ...PERSONAL.flatMap(({ kind, what }) => duplicateContacts(people, kind, what)),
    ...backwardsAbsences(people),
    ...unknownIds('person', people, used),
    ...Object.entries(holders).flatMap(([post, ids]) => repeated(['holders', post], ids)),
  ];
}

const PERSONAL = [
  { kind: 'email', what: said('e-mail address', '邮件地址') },
  { kind: 'mobile', what: said('mobile number', '手机号码') },
  { kind: 'wecom', what: said('WeCom id', '企业微信账号') },
  { kind: 'dingtalk', what: said('DingTalk id', '钉钉账号') },
  { kind: 'feishu', what: said('Feishu id', '飞书账号') },
] as const;

/** With one mailbox for two people, each could acknowledge for the other. */
function duplicateContacts(
  people: Person[],
  kind: (typeof PERSONAL)[number]['kind'],
  what: (typeof PERSONAL)[number]['what'],
): PlanIssue[] {
  const owners = new Map<string, Person>();
  return people.flatMap((person, i) => {
    const address = person.contacts[kind]?.toLowerCase();
    if (address === undefined) return [];
    const owner = owners.get(address) ?? person;
    owners.set(address, owner);
    if (owner.id === person.id) return [];
    const message = said(
      `"${person.id}" has the same ${what.en} as "${owner.id}"`,
      `“${person.id}”与“${owner.id}”的${what['zh-CN']}相同`,
    );
    const hint = namesake(person, owner)
      ? said('it seems to be the same person twice: keep one of the two entries', '似为同一人，请只保留一条')
      : said(
          'everybody needs an address of their own: a link that is sent there acknowledges for one person',
          '每人须有自己的地址：发往该处的链接只代表一个人确认',
        );
    const code = kind === 'email' ? 'duplicate_email' : 'duplicate_contact';
    return [issue(['people', i, 'contacts', kind], code, message, hint)];
  });
}

/** Whether two people go by the same name in any language. */
export function namesake(a: Person, b: Person): boolean {
  const names = textsOf(a.name).map(plain);
  return textsOf(b.name).some((name) => names.includes(plain(name)));
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

function backwardsAbsences(people: Person[]): PlanIssue[] {
  return people.flatMap(({ away = [] }, i) =>
    away.flatMap(({ from, to }, k) => {
      if (from <= to) return [];
      const message = said(
        `the absence ends on ${to}, before it begins on ${from}`,
        `不在时段于${to}结束，却于${from}才开始`,
      );
      const hint = said('first and last day of the absence', '依次填写首日和末日');
      return [issue(['people', i, 'away', k, 'to'], 'away_backwards', message, hint)];
    }),
  );
}
