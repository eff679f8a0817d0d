import type { PlanIssue } from './issues.js';
import { duplicateIds, listedTwice, refs, unknownIds } from './references/check.js';
import type { RosterDocument } from './roster.js';

/** What is wrong with a roster whatever the plan. */
export function rosterIssues({ people, holders }: RosterDocument): PlanIssue[] {
  const used = Object.entries(holders).flatMap(([post, ids]) => refs(['holders', post], ids));
  return [
    ...duplicateIds(['people'], people),
    ...duplicateEmails(people),
    ...unknownIds('person', people, used),
    ...listedTwice(used),
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
    const message = `"${id}" has the same e-mail address as "${owner}"`;
    const hint = 'everybody needs an address of their own: a link in a mail acknowledges for one person';
    return [{ path: ['people', i, 'contacts', 'email'], code: 'duplicate_email' as const, message, hint }];
  });
}
