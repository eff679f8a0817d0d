export { incident } from './incident.js';
export { improvement } from './improvement.js';
