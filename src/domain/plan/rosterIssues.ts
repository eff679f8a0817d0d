import { textsOf } from '../lang.js';
import type { PlanIssue } from './issues.js';
import { duplicateIds, listedTwice, refs, unknownIds } from './references/check.js';
import type { Person, RosterDocument } from './roster.js';

/** What is wrong with a roster whatever the plan. */
export function rosterIssues({ people, holders }: RosterDocument): PlanIssue[] {
  const used = Object.entries(holders).flatMap(([post, ids]) => refs(['holders', post], ids));
  return [
    ...duplicateIds(['people'], people),
    ...PERSONAL.flatMap(({ kind, what }) => duplicateContacts(people, kind, what)),
    ...backwardsAbsences(people),
    ...unknownIds('person', people, used),
    ...listedTwice(used),
  ];
}

const PERSONAL = [
  { kind: 'email', what: 'e-mail address' },
  { kind: 'mobile', what: 'mobile number' },
  { kind: 'wecom', what: 'WeCom id' },
  { kind: 'dingtalk', what: 'DingTalk id' },
  { kind: 'feishu', what: 'Feishu id' },
] as const;

/** With one mailbox for two people, each could acknowledge for the other. */
function duplicateContacts(people: Person[], kind: (typeof PERSONAL)[number]['kind'], what: string): PlanIssue[] {
  const owners = new Map<string, Person>();
  return people.flatMap((person, i) => {
    const address = person.contacts[kind]?.toLowerCase();
    if (address === undefined) return [];
    const owner = owners.get(address) ?? person;
    owners.set(address, owner);
    if (owner.id === person.id) return [];
    const message = `"${person.id}" has the same ${what} as "${owner.id}"`;
    const hint = namesake(person, owner)
      ? 'it seems to be the same person twice: keep one of the two entries'
      : 'everybody needs an address of their own: a link that is sent there acknowledges for one person';
    const code = kind === 'email' ? ('duplicate_email' as const) : ('duplicate_contact' as const);
    return [{ path: ['people', i, 'contacts', kind], code, message, hint }];
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
      const message = `the absence ends on ${to}, before it begins on ${from}`;
      const path = ['people', i, 'away', k, 'to'];
      return [{ path, code: 'away_backwards' as const, message, hint: 'first and last day of the absence' }];
    }),
  );
}
