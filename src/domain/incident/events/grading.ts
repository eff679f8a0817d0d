import type { IncidentLevelId, LevelId } from '../../plan/compiled.js';
import type { Proposal } from '../../plan/grade.js';
import type { Decided } from './common.js';

export type GradingEvent =
  | ({ type: 'levelProposed' } & Proposal)
  | { type: 'activated'; incidentLevel: IncidentLevelId; level: LevelId }
  /** `automatic`: the plan raises to this level by itself when the facts propose it; then there is no authority and no reason. */
  | ({
      type: 'levelChanged';
      from: LevelId;
      to: LevelId;
      incidentLevel: IncidentLevelId;
      automatic?: true;
      texts?: { reason: string };
    } & Partial<Decided>);
