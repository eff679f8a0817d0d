import type { Channel } from '../channels/channel.js';
import type { Directory, Store } from '../store/index.js';

export interface Logger {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
}

export interface ActivityDeps {
  store: Store;
  directory: Directory;
  channel: Channel;
  /** Where mailed links lead, without a slash at the end. */
  publicUrl: string;
  signingKey: string;
  /** IANA name of the zone in which times are told. */
  zone: string;
  log: Logger;
}
