import type { CriterionId, ObligationId, PartnerId, PersonId, PostId, ResourceId, TaskId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { HeldBy, Lot, Priority } from './events/resources.js';
import type { TaskOwner } from './events/tasks.js';
import type { RequestWait } from './state/resources.js';
import type { Details } from './refusals.js';

/** What a notice says; the words are in `src/domain/words`, one entry per template. */
export const NOTICE_TEMPLATES = [
  'alert',
  'verificationReminder',
  'verificationOverdue',
  'verificationEscalated',
  'treatedAsReal',
  'standby',
  'standbyProlonged',
  'rejected',
  'forewarned',
  'standbyLifted',
  'proposalRisen',
  'levelProposed',
  'levelRaised',
  'categoryChanged',
  'merged',
  'mergeRefused',
  'absorbed',
  'handoverOffered',
  'handoverUnanswered',
  'handoverAnswered',
  'checkInDue',
  'commandAsked',
  'commandHeld',
  'commandUnanswered',
  'commandPassed',
  'commandTaken',
  'postTaken',
  'relieved',
  'claimContested',
  'claimGranted',
  'claimShared',
  'call',
  'reminder',
  'silence',
  'standDown',
  'questionAsked',
  'questionAnswered',
  'sitrepDraft',
  'sitrepOverdue',
  'sitrep',
  'sitrepPassOn',
  'tasksOpened',
  'tasksReady',
  'tasksWithdrawn',
  'taskAssigned',
  'taskHandedOn',
  'tasksOverdue',
  'tasksEscalated',
  'cordonSet',
  'cordonLifted',
  'cordonStands',
  'declined',
  'released',
  'takenOff',
  'partnerCall',
  'partnerStandDown',
  'shortage',
  'shortageAccepted',
  'quorumReached',
  'quorumLost',
  'reliefDue',
  'obligations',
  'obligationsLifted',
  'obligationsNear',
  'obligationsMissed',
  'obligationsFiled',
  'resourcesToDispatch',
  'resourcesShort',
  'resourcesServed',
  'resourcesNotNeeded',
  'resourcesOnTheWay',
  'resourcesToReturn',
  'resourcesKept',
  'spendingToApprove',
  'spendingApproved',
  'spendingRefused',
  'partnerToAsk',
  'partnerReplied',
  'requestsOverdue',
  'requestsEscalated',
  'requestsLate',
  'opinionAlert',
  'opinionEnded',
  'criteriaAsked',
  'criteriaLapsed',
  'criteriaWithdrawn',
  'terminationProposed',
  'overrideProposed',
  'terminated',
  'recurrence',
  'recurrenceUndecided',
  'recurrenceDismissed',
  'reopened',
  'watchEnded',
  'duesSoon',
  'duesNow',
  'duesOverdue',
  'duesLifted',
  'reportAsked',
  'reportToReview',
  'reportReturned',
  'reportOutdated',
  'reportToApprove',
  'reportApproved',
  'reportRevised',
  'lessonsAsked',
  'lessonsVacant',
  'lessonsIn',
  'lessonsCollected',
  'summaryCalled',
  'summaryOff',
  'summaryHeld',
  'publicationToCheck',
  'publicationToApprove',
  'publicationStuck',
  'publicationFactsMoved',
  'publicationOvertaken',
  'publicationReturned',
  'publicationOut',
  'publicationPassOn',
  'publicationWithdrawn',
  'publicationWaived',
  'publicationWaiverLapsed',
  'publicationLeft',
  'machineFailed',
] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

/** The code of a delayed notice that is on the wire at this moment: it may still arrive, so it is never called cancelled. */
export const IN_FLIGHT = 'in_flight';

/** At most this many recipients in one effect, so that a slow address holds up few others' receipts. */
export const RECIPIENTS_PER_EFFECT = 50;

export interface Recipient {
  person: PersonId;
  /** The posts and teams that the notice concerns this person in, as `targetKey`s. */
  targets?: string[];
  /** The tasks that the notice concerns this person in, the first due first. */
  tasks?: TaskTold[];
  /** The legal reports that the notice concerns this person in, the first due first. */
  obligations?: ObligationTold[];
  /** The requests that the notice concerns this person in. */
  requests?: RequestTold[];
  /** The criteria of the end that the notice concerns this person in. */
  criteria?: CriterionId[];
  /** What this person owes by a time, or answers for, the first due first. */
  dues?: { item: string; dueAt: Instant }[];
  /** The departments that this person is asked to speak for. */
  departments?: PostId[];
}

/** A request for a resource, or to a partner. */
export interface RequestTold {
  request: string;
  resource?: ResourceId;
  partner?: PartnerId;
  /** As it was asked. */
  quantity?: number;
  missing?: number;
  heldBy?: HeldBy[];
  /** On the shelf for it. */
  ready?: Lot[];
  /** On the way, or in use. */
  out?: Lot[];
  neededBy?: Instant;
  priority?: Priority;
  waits?: RequestWait;
  by?: PersonId;
}

/** `due` is not known while the moment from which it runs has not come, or where nothing gives a number. */
export interface ObligationTold {
  obligation: ObligationId;
  due?: Instant;
  /** Nobody has decided whether it applies. */
  provisional?: true;
  /** The law says "promptly", or no law asks for it: `due` is the organisation's own. */
  own?: true;
  /** Trigger, clock and limit were not compared with the source. */
  unverified?: true;
}

/** `due` is not known while the task waits for others. */
export interface TaskTold {
  task: TaskId;
  due?: Instant;
  after?: TaskId[];
  /** Where somebody else has it to do. */
  owner?: TaskOwner;
}

/** What a person is wanted for. */
export type ClaimRole = 'command' | 'team';

/** Papers that Muster writes about an incident. */
export type DocumentKind = 'incidentReport' | 'sitrep' | 'summary';

/**
 * Something the world is asked for. Carried out at least once under the key `incidentId/effectId`; the answer
 * comes back as a message.
 */
export type Effect =
  | {
      kind: 'notify';
      id: string;
      /** The notice that this effect delivers a part of; a person gets one notice at most once. */
      noticeId: string;
      template: NoticeTemplate;
      /** What the words need beyond the report: ids and numbers. */
      facts: Details;
      /** The recipient is asked to acknowledge. */
      acknowledge: boolean;
      recipients: Recipient[];
    }
  | {
      kind: 'writeDocument';
      id: string;
      document: DocumentKind;
      /** The document tells of the events up to this one; a SITREP was released by it. */
      upTo: number;
      /** Of a SITREP. */
      number?: number;
      /** Of an incident report: the version that is submitted, or approved. Without it, Muster's own draft. */
      version?: number;
      /**
       * Of a report that was approved: its text is what stood by this event, when it was submitted, and only the sign-offs are
       * newer. Absent in what an earlier release asked for, which told of all events up to `upTo`.
       */
      textUpTo?: number;
    }
  | {
      /** Begins the life of an improvement, from the event `upTo` that opened it. */
      kind: 'startImprovement';
      id: string;
      improvement: string;
      upTo: number;
    }
  | {
      /** Asks the ledger for people, over all incidents. */
      kind: 'claim';
      id: string;
      role: ClaimRole;
      /** The post or team, as a `targetKey`. */
      target: string;
      people: PersonId[];
      /** Of the level, 0 the most severe: who waits is served by it, then by time. */
      rank: number;
      /** A person has decided that they serve both. */
      share?: true;
      /** They command here no more, and are still wanted for something else. */
      stepsDown?: true;
    }
  | {
      kind: 'releaseClaims';
      id: string;
      /** Absent: everybody whom this incident holds or waits for. */
      people?: PersonId[];
    }
  | {
      /** Asks the ledger for stock, over all incidents. */
      kind: 'allocate';
      id: string;
      request: string;
      resource: ResourceId;
      /** In all: what the request holds is part of it. */
      quantity: number;
      /** As with people. */
      rank: number;
    }
  | {
      /** Tells the ledger what has come back, was used or was lost. Without `lots`, all that the request holds goes back. */
      kind: 'settleStock';
      id: string;
      request: string;
      lots?: { item: string; quantity: number; as: 'returned' | 'consumed' | 'damaged' }[];
      /** Nothing is waited for any more. */
      close?: true;
    }
  | {
      /** Lets the public see what was approved, or that it was withdrawn. There is none in a drill. */
      kind: 'publish';
      id: string;
      publication: string;
      version: number;
      /** The event by which it was approved or withdrawn. */
      upTo: number;
      withdrawn?: true;
    }
  | {
      /** Asks another incident to take this one over. */
      kind: 'merge';
      id: string;
      /** The other incident. */
      into: string;
    };

/**
 * A notice is named after the event that it tells of, an effect after its notice: `n12`, `n12.1`, `n12.2` … A second
 * notice of one event is `n12b`.
 */
export function noticeIdFor(seq: number, n = 0): string {
  return `n${seq}${n === 0 ? '' : String.fromCharCode(97 + n)}`;
}

/** Of the event that the notice tells of. */
export function seqOf(noticeId: string): number {
  return Number.parseInt(noticeId.slice(1), 10);
}

export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** What takes seconds to write, and nobody waits for. */
export function isDocument({ kind }: Effect): boolean {
  return kind === 'writeDocument';
}

/** What the ledger of people and stock is asked. */
export function isForLedger({ kind }: Effect): boolean {
  return kind === 'claim' || kind === 'releaseClaims' || kind === 'allocate' || kind === 'settleStock';
}
