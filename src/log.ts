import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import type { Level, Logger } from 'pino';

/** Never logged, wherever they stand: tokens, keys, mailed links, cookies. */
const SECRETS = [
  'token',
  'authorization',
  'cookie',
  'signingKey',
  'secret',
  'key',
  'apiKey',
  '*.token',
  '*.authorization',
  '*.secret',
  '*.apiKey',
];

/** Lines of JSON: to standard output where a service manager collects them, else to a file, warnings to the terminal too. */
export function createLog(level: Level | 'silent', dir?: string): Logger {
  const options = { level, redact: SECRETS, base: null };
  if (dir === undefined) return pino(options);
  const file = pino.destination({ dest: join(dir, 'muster.log'), mkdir: true, mode: 0o600 });
  return pino(
    options,
    pino.multistream([
      { level: 'debug', stream: file },
      { level: 'warn', stream: process.stderr },
    ]),
  );
}

/** Temporal's own log lines go where the product's go. Once for a process, before its first connection. */
export function logTemporalTo(log: Logger): void {
  const levels = { TRACE: 'debug', DEBUG: 'debug', INFO: 'info', WARN: 'info', ERROR: 'warn' } as const;
  const logger = new DefaultLogger('INFO', ({ level, message, meta }) => {
    log[levels[level]]({ temporal: meta ?? {} }, message);
  });
  Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'warn' } } });
}
