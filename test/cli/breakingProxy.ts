import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request on its way: `dropAnswer` lets the server act and then cuts the connection. */
type Fate = 'pass' | 'dropAnswer' | 'unavailable';

export interface BreakingProxy {
  url: string;
  /** Of the requests that came, in order. */
  keys: (string | undefined)[];
  lastEventIds: (string | undefined)[];
  /** For the next requests, one each; afterwards all pass. */
  fates: Fate[];
  /** Ends every answer that is under way, as a server does that closes. */
  endAnswers(): void;
  close(): Promise<void>;
}

/** Stands between the command line and the API and breaks what it is told to. */
export async function startBreakingProxy(target: string): Promise<BreakingProxy> {
  const underWay = new Set<ServerResponse>();
  const server = createServer((req, res) => {
    const fate = proxy.fates.shift() ?? 'pass';
    proxy.keys.push(req.headers['idempotency-key'] as string | undefined);
    proxy.lastEventIds.push(req.headers['last-event-id'] as string | undefined);
    if (fate === 'unavailable') return void res.writeHead(503, { 'Retry-After': '1' }).end('away');
    underWay.add(res);
    res.on('close', () => underWay.delete(res));
    const onward = request(
      `${target}${req.url}`,
      { method: req.method!, headers: req.headers },
      (answer: IncomingMessage) => {
        if (fate === 'dropAnswer') return void answer.resume().on('end', () => res.destroy());
        res.writeHead(answer.statusCode!, answer.headers).flushHeaders();
        answer.pipe(res);
      },
    );
    onward.on('error', () => res.destroy());
    res.on('close', () => onward.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const proxy: BreakingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: [],
    lastEventIds: [],
    fates: [],
    endAnswers: () => underWay.forEach((res) => res.end()),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
