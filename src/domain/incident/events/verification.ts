import type { IncidentLevelId, LevelId, PersonId } from '../../plan/compiled.js';
import type { Proposal } from '../../plan/grade.js';
import type { Decided } from './common.js';

export type VerificationEvent =
  | { type: 'verificationReminded'; people: PersonId[]; left: number }
  | ({
      type: 'confirmed';
      incidentLevel: IncidentLevelId;
      level: LevelId;
      proposed: Proposal;
      texts: { reason: string };
    } & Decided)
  | ({ type: 'standbyDeclared'; texts: { reason: string } } & Decided)
  | ({ type: 'rejected'; texts: { reason: string } } & Decided);
