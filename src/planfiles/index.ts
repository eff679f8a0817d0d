export { checkFolder } from './checkFolder.js';
export type { CheckedFolder, LocatedFinding } from './checkFolder.js';
export { loadPlan, readPlan } from './loadPlan.js';
export { loadRoster, ROSTER_FILE } from './loadRoster.js';
export { PlanFileError } from './problem.js';
export type { Problem } from './problem.js';
export { writePlan } from './writePlan.js';
