export type LocalErrorCode =
  'already_running' | 'bad_port' | 'port_taken' | 'settings_unreadable' | 'no_temporal_server' | 'temporal_failed';

/** Thrown when this machine cannot run Muster as it is. The message is meant for the person at the terminal. */
export class LocalError extends Error {
  override readonly name: string = 'LocalError';

  constructor(
    readonly code: LocalErrorCode,
    message: string,
  ) {
    super(message);
  }
}
