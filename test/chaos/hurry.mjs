/** How many times faster than the plan scripted incidents run here. */
export const HURRY = 150;

export const PLAN_MINUTE_MS = 60_000 / HURRY;
