import { createServer } from 'node:net';
import { hasCode } from './files.js';

const lastPort = 65_535;

/** Whether 127.0.0.1 accepts a listener on this port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', (error) => {
      if (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES')) done(false);
      else fail(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(true)));
  });
}

/** The first free port from `preferred` upwards that is not in `except`. */
export async function freePortFrom(preferred: number, except: ReadonlySet<number>): Promise<number> {
  for (let port = preferred; port <= lastPort; port += 1) {
    if (!except.has(port) && (await isFree(port))) return port;
  }
  throw new Error(
    `No free port from ${preferred} to ${lastPort} on 127.0.0.1. Muster needs one to listen on. Stop a program that listens there.`,
  );
}

export function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= lastPort;
}
