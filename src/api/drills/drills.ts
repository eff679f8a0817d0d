import type { DrillMessage } from '../../domain/drill/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { DrillDecisionAnswer, DrillInput } from '../../workflows/messages.js';

/** How the API reaches running drills; each call retries under the same id, as with incidents. */
export interface Drills {
  /** Starting the same drill again is no error: the first start counts. */
  start(drill: string, input: DrillInput): Promise<void>;
  /** Answers `undefined` when its workflow has ended or never was. */
  decide(drill: string, message: DrillMessage): Promise<DrillDecisionAnswer | undefined>;
  /** A real incident needs these people; no error where the drill has ended. */
  preempt(drill: string, asked: { incidentId: string; people: PersonId[] }): Promise<void>;
  hasEnded(drill: string): Promise<boolean>;
  /** Whether what Temporal keeps of it has something that `finds` finds. */
  keeps(drill: string, finds: (text: string) => boolean): Promise<boolean>;
  /** Deletes what Temporal keeps of it; `false`: that is not seen to be gone yet. */
  forget(drill: string): Promise<boolean>;
}
