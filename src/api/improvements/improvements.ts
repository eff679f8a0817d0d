import type { ImprovementMessage } from '../../domain/improvement/index.js';
import type { ImprovementAnswer, ImprovementInput } from '../../workflows/messages.js';

/** How the API reaches running improvements; each call retries under the same id, as with incidents. */
export interface Improvements {
  /** Starting the same improvement again is no error: the first start counts. */
  start(improvement: string, input: ImprovementInput): Promise<void>;
  /** Answers `undefined` when its workflow has ended or never was. */
  decide(improvement: string, message: ImprovementMessage): Promise<ImprovementAnswer | undefined>;
  /** Whether its workflow is over, or never was. */
  hasEnded(improvement: string): Promise<boolean>;
  /** Whether what Temporal keeps of it has this in it. */
  keeps(improvement: string, finds: (text: string) => boolean): Promise<boolean>;
  /** Deletes what Temporal keeps of a workflow that has ended. `false`: it is not gone yet; ask again. */
  forget(improvement: string): Promise<boolean>;
}
