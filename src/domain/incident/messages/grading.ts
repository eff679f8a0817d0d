import type { IncidentLevelId, LevelId } from '../../plan/compiled.js';

export interface ChangeLevel {
  type: 'changeLevel';
  level: LevelId;
  incidentLevel?: IncidentLevelId;
  reason: string;
}
