import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { CalledTarget, Target } from './common.js';

export type MobilisationEvent =
  | { type: 'called'; calls: CalledTarget[] }
  | { type: 'acknowledged'; person: PersonId; targets: Target[]; eta?: Instant }
  | { type: 'reminded'; calls: CalledTarget[] }
  | { type: 'silent'; calls: CalledTarget[]; tell: PersonId[] }
  | {
      type: 'stoodDown';
      why: 'levelChanged' | 'planMoved' | 'terminated' | 'rejected' | 'merged';
      calls: CalledTarget[];
    };
