export { SIMULATED_WRITING as WRITTEN } from '../domain/words/drills/simulated.js';
