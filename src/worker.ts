import { Closing } from './closing.js';
import { ConfigError, readConfig } from './config.js';
import type { Config } from './config.js';
import { createLog, logTemporalTo } from './log.js';
import { connectTemporal, openRecord, runWorker } from './parts.js';
import { warnOfUnknownSettings } from './unknownSettings.js';
import { untilStopped } from './untilStopped.js';

/** The worker alone, beside other workers and API servers on one PostgreSQL and one Temporal. */

const closing = new Closing();
await untilStopped(closing, async () => {
  const config = readConfig();
  const log = createLog(config.logLevel);
  warnOfUnknownSettings(config.environment, log);
  logTemporalTo(log);
  const { temporalAddress, smtpUrl, signingKey, publicUrl } = needed(config);
  const { store, directory } = await openRecord(config, closing);
  const connection = await connectTemporal(config, temporalAddress, closing);
  const worker = await runWorker(
    config,
    { store, directory, connection, smtpUrl, publicUrl, signingKey, log },
    closing,
  );
  log.info({ taskQueue: config.taskQueue }, 'the worker is ready');
  return [worker.ended];
});

function needed(config: Config) {
  const { databaseUrl, temporalAddress, smtpUrl, signingKey, publicUrl } = config;
  if (!databaseUrl || !temporalAddress || !smtpUrl || !signingKey || !publicUrl) {
    throw new ConfigError(
      'A worker of its own needs DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL, MUSTER_SIGNING_KEY and PUBLIC_URL. ' +
        'Set them, or run everything in one process with npm start.',
    );
  }
  return { temporalAddress, smtpUrl, signingKey, publicUrl };
}
