import type { CategoryId, IncidentLevelId, LevelId, PersonId } from '../../plan/compiled.js';
import type { Proposal } from '../../plan/grade.js';
import type { Decided } from './common.js';

export type GradingEvent =
  /**
   * `risen`: for a reason it is more than before. `from`: what was proposed for a reason until then; `by`: whoever told what
   * makes it more.
   */
  | ({ type: 'levelProposed'; risen?: { from?: LevelId; by?: PersonId } } & Proposal)
  | { type: 'activated'; incidentLevel: IncidentLevelId; level: LevelId }
  /** `automatic`: the plan raises to this level by itself when the facts propose it; then there is no authority and no reason. */
  | ({
      type: 'levelChanged';
      from: LevelId;
      to: LevelId;
      incidentLevel: IncidentLevelId;
      automatic?: true;
      texts?: { reason: string };
    } & Partial<Decided>)
  | ({ type: 'categoryChanged'; from: CategoryId; to: CategoryId; texts: { reason: string } } & Decided);
