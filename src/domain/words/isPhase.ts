import { PHASES } from '../incident/index.js';
import type { Phase } from '../incident/index.js';

export function isPhase(id: string | undefined): id is Phase {
  return (PHASES as readonly (string | undefined)[]).includes(id);
}
