import type { CategoryId, IncidentLevelId, LevelId } from '../../plan/compiled.js';

export interface ChangeLevel {
  type: 'changeLevel';
  level: LevelId;
  incidentLevel?: IncidentLevelId;
  reason: string;
}

/** It is something else than was reported: teams, tasks and criteria of that category count from now on. */
export interface ChangeCategory {
  type: 'changeCategory';
  category: CategoryId;
  reason: string;
}
