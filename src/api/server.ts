import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPress } from '../documents/index.js';
import { createApi } from './app.js';
import type { ApiDeps } from './deps.js';
import { createForwarder } from './forwarder.js';
import { inTurns } from './inTurns.js';
import { createMetricsInTurn } from './metricsInTurn.js';
import { startPeopleTeller } from './peopleTeller.js';
import { startPlanClock } from './planClock.js';
import { createPrinting } from './plans/printing.js';
import { startStockTeller } from './stockTeller.js';
import { createStreams } from './streams.js';

export interface Api {
  url: string;
  /** Ends streams, gives up prints, lets other requests in flight finish, then stops forwarding. */
  close(): Promise<void>;
}

interface ListenOptions {
  host: string;
  /** 0 takes a free port. */
  port: number;
}

/** How long requests in flight may take to finish at the end. */
const CLOSE_MS = 5_000;
/** How often answers are looked for that nobody here knows of. */
const RESUME_MS = 10_000;

export async function startApi(deps: ApiDeps, { host, port }: ListenOptions): Promise<Api> {
  const { store, directory, incidents, settings, log, metrics } = deps;
  const forwarder = createForwarder({ store, incidents, log, metrics });
  const streams = createStreams({ store, now: () => settings.now(), log, metrics });
  const printing = createPrinting(deps, deps.press ?? createPress());
  const peopleTeller = startPeopleTeller({ store, directory, incidents, log });
  const stockTeller = startStockTeller({ store, directory, incidents, settings, log });
  const metricsInTurn = createMetricsInTurn(deps);
  const parts = { ...deps, forwarder, streams, printing, peopleTeller, stockTeller, metricsInTurn };
  const server = createServer(inTurns(createApi(parts)));
  limitTimes(server);
  await listen(server, host, port);
  const planClock = startPlanClock({ store, now: () => settings.now(), log });
  // In the background: what an earlier process left does not keep new reports waiting.
  const resume = () =>
    void forwarder.resume().catch((error: unknown) => log.error({ err: error }, 'left answers could not be read'));
  resume();
  // Answers that another API process took and could not forward any more wake nobody here.
  const resuming = setInterval(resume, RESUME_MS);
  return {
    url: urlOf(server, host),
    async close() {
      clearInterval(resuming);
      const closed = closeServer(server);
      streams.close();
      const printed = printing.close();
      await planClock.close();
      await Promise.all([closed, printed]);
      await peopleTeller.close();
      await stockTeller.close();
      await forwarder.close();
    },
  };
}

/** Against clients that keep connections busy by sending almost nothing. Streams are answers and not concerned. */
function limitTimes(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Longer than the 60 s that proxies commonly keep a connection, so that they never write into a closed one.
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  const forced = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(forced);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
