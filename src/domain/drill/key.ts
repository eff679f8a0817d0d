/** Under which its chain, its mails and its documents stand, where an incident does otherwise: no incident has a slash in its id. */
export function drillKey(drill: string): string {
  return `drill/${drill}`;
}
