export { contactsIn } from './contactsIn.js';
export { destructionOwners, destructionsToTell } from './dues.js';
export type { DestructionDue } from './dues.js';
export { peopleIn } from './peopleIn.js';
export { ALIKE, UNSEEN } from './plain.js';
export { ERASED, redacted } from './redacted.js';
export { entriesChanged, entriesOf, rosterWithout } from './rosterWithout.js';
export { doubtsAbout, hasNamesake, tracesOf, tracesOfPerson } from './traces.js';
export type { Doubt, PersonTraces, Traces } from './traces.js';
