export { incident } from './incident.js';
export { drill } from './drill.js';
export { improvement } from './improvement.js';
