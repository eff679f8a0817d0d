import type { IncidentLevelId, LevelId, PersonId } from '../../plan/compiled.js';
import type { Proposal } from '../../plan/grade.js';
import type { Instant } from '../../time.js';
import type { CalledTarget, Decided } from './common.js';

export type VerificationEvent =
  /** `by`: the end of the time box; until then this is the only reminder, and `left` counts those without one. */
  | { type: 'verificationReminded'; people: PersonId[]; left: number; by?: Instant }
  /** The time box is over. The deputies decide now; at `thenAt` the plan does so. */
  | { type: 'verificationOverdue'; people: PersonId[]; then?: 'treatAsReal' | 'escalate'; thenAt?: Instant }
  /** Nobody has decided, reminders are used up or the plan says so: more people are told. */
  | { type: 'verificationEscalated'; people: PersonId[] }
  | ({
      type: 'confirmed';
      incidentLevel: IncidentLevelId;
      level: LevelId;
      proposed: Proposal;
      /** The response runs already: the plan had treated the report as real. */
      provisional?: true;
      texts: { reason: string };
    } & Decided)
  /** Nobody has verified it. The plan starts the response all the same; a person still has to decide. */
  | {
      type: 'treatedAsReal';
      why: 'timeBox' | 'automatic';
      incidentLevel: IncidentLevelId;
      level: LevelId;
      proposed: Proposal;
    }
  /** `prolonged`: it was on standby already; the time until it has to be decided again begins anew. */
  | ({ type: 'standbyDeclared'; prolonged?: true; texts: { reason: string } } & Decided)
  /** Members of the standby teams: told to be ready, not called. */
  | { type: 'forewarned'; calls: CalledTarget[] }
  | ({
      type: 'rejected';
      from?: 'standby' | 'responding';
      destroyBy?: Instant;
      texts: { reason: string };
    } & Decided);
