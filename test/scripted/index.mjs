import { codeFault } from './codeFault.mjs';
import { legalDuty } from './legalDuty.mjs';
import { operationFailure } from './operationFailure.mjs';
import { security } from './security.mjs';
import { thirdParty } from './thirdParty.mjs';

/** One incident for each category, S1 to S5, from the report until it is under control and ended. */
export const SCRIPTS = [codeFault, operationFailure, security, thirdParty, legalDuty];
