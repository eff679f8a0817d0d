export { codeFault } from './codeFault.mjs';
export { legalDuty } from './legalDuty.mjs';
export { operationFailure } from './operationFailure.mjs';
export { security } from './security.mjs';
export { thirdParty } from './thirdParty.mjs';
