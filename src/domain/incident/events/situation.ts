import type { FactId } from '../../plan/compiled.js';
import type { FactValue } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';

/** How far whoever tells it vouches for it. */
export const CONFIDENCES = ['confirmed', 'likely', 'unverified'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type SituationEvent =
  | {
      type: 'factAdded';
      /** `f` and the `seq` of this event. */
      fact: string;
      /** What the grading criteria read; empty where only a statement was made. */
      values: Record<FactId, FactValue>;
      confidence: Confidence;
      /** When it was so; absent where that was not told. */
      observedAt?: Instant;
      texts: { statement?: string; source: string };
    }
  /** `question`: `q` and the `seq` of the event that asked it. */
  | {
      type: 'questionAsked';
      question: string;
      /** Of a question that was asked in another incident, which was merged into this one. */
      before?: { incident?: string; by: Actor; at: Instant };
      texts: { question: string };
    }
  /** The question stands here as well: whoever reads the answer alone has to know what it answers. */
  | {
      type: 'questionAnswered';
      question: string;
      /** Absent from what an earlier release recorded. */
      askedBy?: Actor;
      texts: { question?: string; answer: string };
    };
