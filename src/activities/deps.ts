import type { Channel } from '../channels/channel.js';
import type { Desk } from '../documents/index.js';
import type { Message } from '../domain/incident/index.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Directory, Store } from '../store/index.js';
import type { DecisionAnswer, DrillInput, ImprovementInput, IncidentInput } from '../workflows/messages.js';

export interface Logger {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
}

/** How one incident speaks to another. */
export interface OtherIncidents {
  /** Starting the same one again is no error: the first start counts. */
  start(incidentId: string, input: IncidentInput): Promise<void>;
  /** Undefined when its workflow has ended or never was. */
  decide(incidentId: string, message: Message): Promise<DecisionAnswer | undefined>;
  /** Wakes it to ask the ledger of people again; no error when it has ended. */
  recheckClaims(incidentId: string): Promise<void>;
  /** Wakes it to ask the ledger for stock again; no error when it has ended. */
  recheckStock(incidentId: string): Promise<void>;
}

export interface NewImprovements {
  /** Starting the same one again is no error: the first start counts. */
  start(improvement: string, input: ImprovementInput): Promise<void>;
}

export interface RunningDrills {
  /** Starting the same one again is no error: the first start counts. */
  start(drill: string, input: DrillInput): Promise<void>;
  /** A real incident needs these people; no error where the drill has ended. */
  preempt(drill: string, asked: { incidentId: string; people: PersonId[] }): Promise<void>;
}

export interface ActivityDeps {
  incidents: OtherIncidents;
  drills: RunningDrills;
  improvements: NewImprovements;
  store: Store;
  directory: Directory;
  /** Where documents are written. */
  desk: Desk;
  channel: Channel;
  /** The same way out with connections of its own, for notices to a few: an alert never queues behind a mobilisation. */
  urgent: Channel;
  /** Where mailed links lead, without a slash at the end. */
  publicUrl: string;
  signingKey: string;
  /** IANA name of the zone in which times are told. */
  zone: string;
  log: Logger;
}
