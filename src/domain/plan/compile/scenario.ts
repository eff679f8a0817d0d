import type { Duration } from '../../time.js';
import type { CategoryId, FactId, LevelId, PostId } from '../compiled.js';

export interface Pattern {
  event: string;
  where?: Record<string, string | number | boolean>;
}
export interface Expectation extends Pattern {
  by?: PostId[];
  within: Duration;
}
export interface Inject {
  id: string;
  trigger: { at: Duration } | { when: Pattern } | { unless: Pattern; within: Duration } | { byHand: true };
  takes: Duration;
  facts: Record<FactId, string | number | boolean>;
  players: PostId[];
  objective: string;
  expects: Expectation[];
  contingency?: true;
}
export interface Scenario {
  id: string;
  kind: 'tabletop' | 'live';
  category: CategoryId;
  incidentLevel: LevelId;
  duration: Duration;
  reportFacts: Record<FactId, string | number | boolean>;
  objectives: { id: string; criteria: string[] }[];
  injects: Inject[];
}
