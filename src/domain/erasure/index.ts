export { destructionOwners, destructionsToTell } from './dues.js';
export type { DestructionDue } from './dues.js';
export { ERASED, redacted } from './redacted.js';
export { entriesOf, rosterWithout } from './rosterWithout.js';
export { contactsIn, tracesOf, tracesOfPerson } from './traces.js';
export type { Traces } from './traces.js';
