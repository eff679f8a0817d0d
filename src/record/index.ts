export { checkImprovement } from './checkImprovement.js';
export type { KeptImprovement } from './checkImprovement.js';
export { checkRecord } from './checkRecord.js';
export type * from './kept.js';
export { checkBundle } from './bundle/checkBundle.js';
export type { BundleVerdict } from './bundle/checkBundle.js';
export { bundleOf } from './bundle/writeBundle.js';
export type { BundleSource, EvidenceFile } from './bundle/writeBundle.js';
export { productVersion } from './productVersion.js';
