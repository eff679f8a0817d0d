/** What goes first when several things wait for one person; a mandatory task goes before one that is not. */
export const RANK = { decision: 0, approval: 1, filing: 2, report: 3, supply: 4, task: 5, other: 6 } as const;
