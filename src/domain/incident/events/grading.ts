import type { IncidentLevelId, LevelId } from '../../plan/compiled.js';
import type { Proposal } from '../../plan/grade.js';
import type { Decided } from './common.js';

export type GradingEvent =
  | ({ type: 'levelProposed' } & Proposal)
  | { type: 'activated'; incidentLevel: IncidentLevelId; level: LevelId }
  | ({
      type: 'levelChanged';
      from: LevelId;
      to: LevelId;
      incidentLevel: IncidentLevelId;
      texts: { reason: string };
    } & Decided);
