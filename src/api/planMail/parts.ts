import type { Instant } from '../../domain/time.js';
import type { Zone } from '../../domain/words/index.js';
import type { Directory, EffectKey, Store } from '../../store/index.js';

interface Undelivered {
  person: string;
  code: string;
}

/** What the mail of plans needs. It runs beside whoever can send mail, which is the worker. */
export interface PlanMailParts {
  store: Store;
  directory: Directory;
  /** The channel that mail leaves by; addresses are looked up under it. */
  channel: string;
  /** Sends what waits in the outbox under this effect. */
  deliver: (effect: EffectKey) => Promise<{ unreachable: Undelivered[]; delayed: Undelivered[] }>;
  /** Where mailed links lead, without a slash at the end. */
  publicUrl: string;
  signingKey: string;
  zone: Zone;
  now: () => Instant;
  log: { warn(details: object, text: string): void; error(details: object, text: string): void };
}
