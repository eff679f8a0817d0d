import { afterwards, meanwhile } from './afterwards.mjs';
import * as aftermaths from './aftermath/index.mjs';
import { codeFault } from './codeFault.mjs';
import { legalDuty } from './legalDuty.mjs';
import { operationFailure } from './operationFailure.mjs';
import { security } from './security.mjs';
import { inOrder } from './steps.mjs';
import { thirdParty } from './thirdParty.mjs';

const HOUR = 60;

/** The last: minutes until the watch is over, by the plan, for the level at which each ends. */
const ALL = [
  [codeFault, aftermaths.codeFault, 24 * HOUR],
  [operationFailure, aftermaths.operationFailure, 48 * HOUR],
  [security, aftermaths.security, 48 * HOUR],
  [thirdParty, aftermaths.thirdParty, 24 * HOUR],
  [legalDuty, aftermaths.legalDuty, 24 * HOUR],
];

/**
 * One incident for each category, S1 to S5: from the report until it is under control and ended, and `afterwards` from there
 * to its closure.
 */
export const SCRIPTS = ALL.map(([script, aftermath, watch]) => whole(script, aftermath, watch));

/** For a plan whose watch ends after so many minutes, at every level. */
export function scriptsWatchedFor(minutes) {
  return ALL.map(([script, aftermath]) => whole(script, aftermath, minutes));
}

function whole(script, aftermath, watch) {
  const both = { ...script, aftermath };
  return {
    ...both,
    steps: inOrder(script.steps, meanwhile(both)),
    afterwards: { steps: afterwards(both, watch), minutes: script.minutes + watch + 3 * HOUR },
  };
}
