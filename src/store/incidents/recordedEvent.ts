import type { IncidentEvent } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { SealedTexts } from '../../seal/index.js';
import type { incidentEvents } from '../schema.js';

export interface RecordedEvent {
  incidentId: string;
  /** One number over all incidents, without gaps, in the order of commits. */
  position: number;
  /** The store's clock, not the incident's; outside the hash chain. */
  recordedAt: Instant;
  event: IncidentEvent;
  /** Names of texts that were erased; they are empty in `event`. */
  erased: string[];
  hash: string;
}

export function toRecordedEvent(row: typeof incidentEvents.$inferSelect): RecordedEvent {
  const { incidentId, position, recordedAt, hash } = row;
  const erased = Object.keys(row.texts).filter((field) => row.texts[field]?.text === undefined);
  return { incidentId, position, recordedAt, event: withTexts<IncidentEvent>(row.event, row.texts), erased, hash };
}

export function withTexts<E>(event: object, sealed: SealedTexts): E {
  const entries = Object.entries(sealed).map(([field, { text = '' }]) => [field, text] as const);
  const texts: Record<string, string> = Object.fromEntries(entries);
  return (entries.length === 0 ? event : { ...event, texts }) as E;
}
