/**
 * By what Temporal starts drills and inspections. Each time stands for itself: none waits for another, and none is left out
 * because of it. Whatever was missed is started: what is done about something late stands in the plan.
 */
export const SCHEDULE_POLICIES = { overlap: 'ALLOW_ALL', catchupWindow: '366 days', pauseOnFailure: false } as const;
