import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Press } from '../documents/index.js';
import type { Instant } from '../domain/time.js';
import type { Directory, Store } from '../store/index.js';
import type { Forwarder } from './forwarder.js';
import type { Drills } from './drills/drills.js';
import type { Improvements } from './improvements/improvements.js';
import type { Incidents } from './incidents.js';
import type { ReadinessInspections } from './readiness/temporalReadiness.js';
import type { Limits } from './limits.js';
import type { MetricsInTurn } from './metricsInTurn.js';
import type { PeopleTeller } from './peopleTeller.js';
import type { Printing } from './plans/printing.js';
import type { StockTeller } from './stockTeller.js';
import type { Streams } from './streams.js';

/** What the API is built from. */
export interface ApiDeps {
  store: Store;
  incidents: Incidents;
  drills: Drills;
  improvements: Improvements;
  readiness: ReadinessInspections;
  directory: Directory;
  settings: ApiSettings;
  log: Logger;
  metrics: Registry;
  /** Default: in threads of its own. */
  press?: Press;
}

export interface ApiSettings {
  /** Where people and mails reach this API, without a slash at the end. */
  publicUrl: string;
  signingKey: string;
  /** Set where mail goes to the embedded mailbox; opens `/mailbox`. */
  mailboxKey?: string;
  /** By source: whoever holds the secret may report through `/hooks/generic`. */
  hookSecrets: Record<string, string>;
  /** IANA zone in which pages tell times. */
  zone: string;
  now(): Instant;
  /** Default: `USUAL_LIMITS`. */
  limits?: Partial<Limits>;
}

/** With what lives as long as the server. */
export interface ApiParts extends ApiDeps {
  forwarder: Forwarder;
  streams: Streams;
  printing: Printing;
  peopleTeller: PeopleTeller;
  stockTeller: StockTeller;
  metricsInTurn: MetricsInTurn;
}
