import type { Condition } from '../condition.js';
import type { CriterionId, FactId, IncidentLevelId, LevelId, PostId } from './ids.js';

export interface LevelRule {
  id: LevelId;
  /** Posts that may activate this level, raise to it, or lower from it. */
  decidedBy: PostId[];
}

export interface FactRule {
  id: FactId;
  type: 'number' | 'boolean' | 'choice';
  /** Of a choice, the mildest first. */
  options?: string[];
  marks?: 'firstAccess';
}

/** The most severe criterion that is met wins. */
export interface Criterion {
  id: CriterionId;
  incidentLevel: IncidentLevelId;
  when: Condition;
}
