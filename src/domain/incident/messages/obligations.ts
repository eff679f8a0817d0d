import type { ObligationId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

export type ObligationDecision =
  /** Whether law asks for these here. */
  | { type: 'obligation'; action: 'judge'; obligations: ObligationId[]; applies: boolean; reason: string }
  /** From when its clock runs, such as the finding of materiality. */
  | { type: 'obligation'; action: 'setClock'; obligation: ObligationId; start: Instant; reason: string }
  /** One filing may meet several, such as one notification under two clocks. */
  | {
      type: 'obligation';
      action: 'file';
      obligations: ObligationId[];
      /** Default: now. */
      filedAt?: Instant;
      to: string;
      channel: string;
      /** Number or name under which the other side took it. */
      reference?: string;
      note?: string;
      link?: string;
      file?: { sha256: string; name: string };
      lateReason?: string;
    };
