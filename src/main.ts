import { relative } from 'node:path';
import { Registry } from 'prom-client';
import { startApi } from './api/index.js';
import { startMailbox } from './channels/mailbox.js';
import { Closing } from './closing.js';
import { readConfig } from './config.js';
import type { Config } from './config.js';
import { bringInPlan, writeFirstTokens } from './firstStart.js';
import { openDataFolder } from './local/dataFolder.js';
import { openSettings } from './local/settings.js';
import type { Settings } from './local/settings.js';
import { obtainTemporalBinary } from './local/temporalBinary.js';
import { startTemporalServer } from './local/temporalServer.js';
import { createLog, logTemporalTo } from './log.js';
import { connectTemporal, openRecord, overTemporal, runWorker } from './parts.js';
import { warnOfUnknownSettings } from './unknownSettings.js';
import { untilStopped } from './untilStopped.js';
import { SEARCH_ATTRIBUTES } from './workflows/messages.js';

/** Everything in one process: database, Temporal server as a child, worker, API, and a mailbox where no SMTP server is named. */

const say = (line: string): void => console.log(line);

async function start(closing: Closing): Promise<Promise<void>[]> {
  const began = performance.now();
  const config = readConfig();
  const folder = openDataFolder(config.dir);
  closing.add('data folder', () => folder.release());
  const settings = await openSettings(folder.path, config.environment);
  const log = createLog(config.logLevel, folder.path);
  warnOfUnknownSettings(config.environment, log);
  logTemporalTo(log);
  await settings.requireFree('api', ...(config.smtpUrl ? [] : (['smtp'] as const)));

  const [{ store, directory }, temporal] = await Promise.all([
    openRecord({ ...config, dir: folder.path }, closing),
    temporalAddress(config, settings, folder.path, closing),
  ]);
  if (!config.databaseUrl) await store.releaseLeases();
  await bringInPlan(store, { ...config, dir: folder.path }, say);
  const tokens = await writeFirstTokens(store, directory, folder.path);

  const smtpUrl = config.smtpUrl ?? (await openMailbox(store, settings, closing));
  const connection = await connectTemporal(config, temporal.address, closing);
  const publicUrl = config.publicUrl ?? `http://127.0.0.1:${settings.ports.api}`;
  const signingKey = config.signingKey ?? settings.signingKey;
  const worker = await runWorker(
    config,
    { store, directory, connection, smtpUrl, publicUrl, signingKey, log },
    closing,
  );
  const api = await startApi(
    {
      store,
      directory,
      ...overTemporal(config, connection),
      settings: {
        publicUrl,
        signingKey,
        ...(config.smtpUrl ? {} : { mailboxKey: settings.mailboxKey }),
        hookSecrets: { local: settings.hookSecret, ...config.hookSecrets },
        zone: config.zone,
        now: Date.now,
      },
      log,
      metrics: new Registry(),
    },
    { host: config.host, port: settings.ports.api },
  );
  closing.add('API', () => api.close());
  folder.describe({ api: api.url });
  const categories = (await directory.basis())?.plan.categories ?? [];
  const category = categories[1] ?? categories[0] ?? '';
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(
    banner({ seconds, publicUrl, uiUrl: temporal.uiUrl, settings, tokens, category, embeddedMailbox: !config.smtpUrl }),
  );
  return [worker.ended];
}

async function temporalAddress(
  config: Config,
  settings: Settings,
  folder: string,
  closing: Closing,
): Promise<{ address: string; uiUrl?: string | undefined }> {
  if (config.temporalAddress) return { address: config.temporalAddress };
  const binary = await obtainTemporalBinary({ env: config.environment, say });
  const server = await startTemporalServer({
    binary,
    folder,
    port: settings.ports.temporal,
    uiPort: settings.ports.temporalUi,
    namespace: config.temporalNamespace,
    searchAttributes: SEARCH_ATTRIBUTES,
    storage: 'durable',
    onEvent: (event) => {
      if (event.kind === 'orphan_stopped')
        say(`Stopped a Temporal server (process ${event.pid}) that a killed Muster left behind.`);
      if (event.kind === 'died') say(`The Temporal server died (${event.reason}); it is started again.`);
      if (event.kind === 'restarted') say(`The Temporal server is back after ${event.afterMs} ms.`);
      if (event.kind === 'restart_failed')
        say(`The Temporal server did not start again (${event.reason}); it is tried again.`);
    },
  });
  closing.add('Temporal server', () => server.stop());
  return server;
}

async function openMailbox(
  store: Awaited<ReturnType<typeof openRecord>>['store'],
  settings: Settings,
  closing: Closing,
): Promise<string> {
  const mailbox = await startMailbox({
    port: settings.ports.smtp,
    store: async ({ from, to, html, receivedAt, ...mail }) => {
      await store.storeMail({
        ...mail,
        sender: from,
        recipients: to,
        html: html ?? null,
        receivedAt: receivedAt.getTime(),
      });
    },
  });
  closing.add('mailbox', () => mailbox.close());
  return mailbox.url;
}

interface Ready {
  seconds: string;
  publicUrl: string;
  uiUrl: string | undefined;
  settings: Settings;
  tokens: string[];
  /** One of the plan's, for the example. */
  category: string;
  embeddedMailbox: boolean;
}

function banner({ seconds, publicUrl, uiUrl, settings, tokens, category, embeddedMailbox }: Ready): string {
  const files = tokens.map((file) => relative('', file));
  const report = { category, title: 'Payments fail since the 03:00 release', place: 'checkout' };
  return [
    '',
    `Muster is ready (${seconds} s).`,
    '',
    `  API          ${publicUrl}/api/v1   described at ${publicUrl}/docs`,
    ...(uiUrl ? [`  Temporal UI  ${uiUrl}`] : []),
    ...(embeddedMailbox ? [`  Mailbox      ${publicUrl}/mailbox?key=${settings.mailboxKey}`] : []),
    `  Tokens       ${files.join(', ')}`,
    '',
    'Report a first incident:',
    '',
    `  curl -sS ${publicUrl}/api/v1/incidents \\`,
    `    -H "Authorization: Bearer $(cat ${files[0] ?? ''})" -H 'Content-Type: application/json' \\`,
    `    -d '${JSON.stringify(report)}'`,
    '',
    'Stop with Ctrl-C.',
  ].join('\n');
}

const closing = new Closing();
await untilStopped(closing, () => start(closing));
