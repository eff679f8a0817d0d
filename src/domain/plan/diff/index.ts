export { diffPlans } from './diffPlans.js';
export type { PlanChange } from './change.js';
export { approvalWords } from './words/approvalWords.js';
export { describeChange } from './words/describeChange.js';
export { diffGroups } from './words/diffGroups.js';
