import { said } from '../lang.js';
import { issue } from './issues.js';
import type { PlanIssue } from './issues.js';
import { duplicateIds, repeated, unknownIds } from './references/check.js';
import type { RosterDocument } from './roster.js';

/** What is wrong with a roster whatever the plan. */
export function rosterIssues({ people, holders }: RosterDocument): PlanIssue[] {
  const used = Object.entries(holders).flatMap(([post, ids]) =>
    ids.map((id, i) => ({ path: ['holders', post, i], id })),
  );
  return [
    ...duplicateIds(['people'], people),
    ...duplicateEmails(people),
    ...unknownIds('person', people, used),
    ...Object.entries(holders).flatMap(([post, ids]) => repeated(['holders', post], ids)),
  ];
}

/** With one mailbox for two people, each could acknowledge for the other. */
function duplicateEmails(people: RosterDocument['people']): PlanIssue[] {
  const owners = new Map<string, string>();
  return people.flatMap(({ id, contacts }, i) => {
    const address = contacts.email.toLowerCase();
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, id);
    if (owner === undefined || owner === id) return [];
    const message = said(`"${id}" has the same e-mail address as "${owner}"`, `“${id}”与“${owner}”的邮件地址相同`);
    const hint = said(
      'everybody needs an address of their own: a link in a mail acknowledges for one person',
      '每人须有自己的地址：邮件中的链接只代表一个人确认',
    );
    return [issue(['people', i, 'contacts', 'email'], 'duplicate_email', message, hint)];
  });
}
