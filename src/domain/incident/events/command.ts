import type { PersonId, PostId } from '../../plan/compiled.js';
import type { Decided } from './common.js';

/** Why somebody who holds the post in the roster does not fill it here. */
export interface PassedOver {
  person: PersonId;
  why: 'away' | 'commandsElsewhere';
}

export type CommandEvent =
  | { type: 'postFilled'; post: PostId; person: PersonId; passedOver?: PassedOver[] }
  /** The brief is what ICS form 201 asks for; command stays where it is until it is accepted. */
  | ({
      type: 'handoverOffered';
      from: PersonId;
      to: PersonId;
      texts: {
        situation: string;
        objectives: string;
        actions?: string;
        resources?: string;
        risks?: string;
        pending?: string;
      };
    } & Decided)
  /** Nobody has answered: the person who is asked is asked once more, then whoever offered it learns of the silence. */
  | { type: 'handoverReminded'; from: PersonId; to: PersonId }
  | { type: 'handoverUnanswered'; from: PersonId; to: PersonId }
  | { type: 'handoverDeclined'; from: PersonId; to: PersonId; texts: { reason: string } }
  | ({ type: 'handoverWithdrawn'; from: PersonId; to: PersonId; texts: { reason: string } } & Decided)
  /**
   * `why`: accepted a handover, or took over from somebody silent, or the first one turned out to command elsewhere, or is in
   * no post of command any more.
   * `asked`: everybody who was asked to take over.
   */
  | {
      type: 'commandPassed';
      post: PostId;
      from: PersonId;
      to: PersonId;
      why: 'handover' | 'silence' | 'commandsElsewhere' | 'roster' | 'preempted';
      asked?: PersonId[];
    }
  /** A sign of life of whoever commands; `asked`: those who need not take over any more. */
  | { type: 'checkedIn'; person: PersonId; asked: PersonId[]; texts?: { note: string } }
  /** Somebody cannot reach `person`, who commands: asked for a sign of life at once, whatever the interval. */
  | ({ type: 'commanderMissed'; person: PersonId; texts?: { note: string } } & Decided)
  | { type: 'checkInReminded'; person: PersonId }
  /** Whoever commands is silent: this deputy is asked to take over, besides those asked before. */
  | { type: 'commandAsked'; person: PersonId; silent: PersonId }
  /** Everybody who could take over was asked, and nobody has. The round begins again. */
  | { type: 'commandUnanswered'; silent: PersonId; asked: PersonId[]; tell: PersonId[] };
