import type { IncidentLevelId, LevelId } from '../../plan/compiled.js';

export interface Verify {
  type: 'verify';
  outcome: 'confirmed' | 'standby' | 'rejected';
  /** Default when confirming: what the grading criteria propose. */
  incidentLevel?: IncidentLevelId;
  level?: LevelId;
  reason: string;
}
