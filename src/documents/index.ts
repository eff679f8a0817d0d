export { renderDocx } from './docx/renderDocx.js';
export { renderHtml } from './html/renderHtml.js';
export { buildIncidentReport } from './incidentReport.js';
export type * from './model.js';
