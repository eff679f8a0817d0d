import type { Channel } from '../channels/channel.js';
import type { Directory, Store } from '../store/index.js';

export interface Logger {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
}

export interface ActivityDeps {
  store: Store;
  directory: Directory;
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
