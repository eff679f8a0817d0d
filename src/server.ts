import { Registry } from 'prom-client';
import { startApi } from './api/index.js';
import { Closing } from './closing.js';
import { ConfigError, readConfig } from './config.js';
import type { Config } from './config.js';
import { bringInPlan, writeFirstTokens } from './firstStart.js';
import { createLog, logTemporalTo } from './log.js';
import { connectTemporal, openRecord, overTemporal } from './parts.js';
import { warnOfUnknownSettings } from './unknownSettings.js';
import { untilStopped } from './untilStopped.js';

/** The API alone, beside workers and other API servers on one PostgreSQL and one Temporal. */

const closing = new Closing();
await untilStopped(closing, async () => {
  const config = readConfig();
  const log = createLog(config.logLevel);
  warnOfUnknownSettings(config.environment, log);
  logTemporalTo(log);
  const { temporalAddress, signingKey, publicUrl } = needed(config);
  const { store, directory } = await openRecord(config, closing);
  const say = (line: string): void => log.info({}, line);
  await bringInPlan(store, config, say);
  const tokens = await writeFirstTokens(store, directory, config.dir);
  const connection = await connectTemporal(config, temporalAddress, closing);
  const { hookSecrets, zone } = config;
  const api = await startApi(
    {
      store,
      directory,
      ...overTemporal(config, connection),
      settings: { publicUrl, signingKey, hookSecrets, zone, now: Date.now },
      log,
      metrics: new Registry(),
    },
    { host: config.host, port: config.port },
  );
  closing.add('API', () => api.close());
  log.info({ url: publicUrl, tokens }, 'the API is ready');
  return [new Promise<void>(() => {})];
});

function needed(config: Config) {
  const { databaseUrl, temporalAddress, signingKey, publicUrl } = config;
  if (!databaseUrl || !temporalAddress || !signingKey || !publicUrl) {
    throw new ConfigError(
      'An API server of its own needs DATABASE_URL, TEMPORAL_ADDRESS, MUSTER_SIGNING_KEY and PUBLIC_URL. ' +
        'Set them, or run everything in one process with npm start.',
    );
  }
  return { temporalAddress, signingKey, publicUrl };
}
