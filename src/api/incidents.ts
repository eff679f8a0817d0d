import type { Message, PeopleChanged } from '../domain/incident/index.js';
import type { DecisionAnswer, IncidentInput } from '../workflows/messages.js';

/**
 * How the API reaches running incidents. Implemented over Temporal in `temporalIncidents.ts`; each call retries under
 * the same id until its deadline and then throws `UnavailableError`, never leaving open whether a retry is safe.
 */
export interface Incidents {
  /** Starting the same incident again is no error: the first start counts. */
  start(incidentId: string, input: IncidentInput): Promise<void>;
  /** Answers `undefined` when the incident's workflow has ended or never was. */
  decide(incidentId: string, message: Message): Promise<DecisionAnswer | undefined>;
  /** Runs an incident whose workflow has ended once more, for this message and by what the store keeps of it. */
  decideAfterClose(incidentId: string, message: Message): Promise<DecisionAnswer>;
  /** Wakes it to ask the ledger of people again; no error when its workflow has ended. */
  recheckClaims(incidentId: string): Promise<void>;
  /** Wakes it to ask the ledger for stock again; no error when its workflow has ended. */
  recheckStock(incidentId: string): Promise<void>;
  /** Other people hold posts now; no error when its workflow has ended. */
  changePeople(incidentId: string, change: Omit<PeopleChanged, 'type'>): Promise<void>;
  /** Many answers in one signal; `false` when the incident's workflow has ended. */
  answer(incidentId: string, messages: Message[]): Promise<boolean>;
  /** Whether its workflow has ended, or Temporal does not know it any more. */
  hasEnded(incidentId: string): Promise<boolean>;
  /** Whether something in what Temporal keeps of its workflow is found. */
  keeps(incidentId: string, finds: (text: string) => boolean): Promise<boolean>;
  /** Deletes what Temporal keeps of a workflow that has ended. `false`: it is not gone yet; ask again. */
  forget(incidentId: string): Promise<boolean>;
  /** Whether Temporal answers at all. */
  ping(): Promise<void>;
}

/** Thrown when Temporal could not be reached in time; the same request may be sent again under the same key. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}
