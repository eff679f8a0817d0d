export { incident } from './incident.js';
export { drill } from './drill.js';
export { drillProgramme } from './drillProgramme.js';
export { readiness } from './readiness.js';
export { improvement } from './improvement.js';
