/** Under which its chain, its mails and its evidence stand, where an incident does otherwise: no incident has a slash in its id. */
export function improvementKey(improvement: string): string {
  return `improvement/${improvement}`;
}
