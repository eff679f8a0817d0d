export { renderDocx } from './docx/renderDocx.js';
export { renderHtml } from './html/renderHtml.js';
export { buildIncidentReport } from './incidentReport.js';
export type * from './model.js';
export type { PlanLifecycle } from './plan/input.js';
export { buildPlanDocument } from './plan/planDocument.js';
export { PLAN_FORMATS, printPlan } from './printPlan.js';
export type { PlanFormat, PrintedPlan, PrintNote } from './printPlan.js';
