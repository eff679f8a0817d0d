import { once } from 'node:events';
import { connect, createServer as listen } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';
import type { Server } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Closing } from '../src/closing.js';
import { readConfig } from '../src/config.js';
import { connectTemporal, openRecord } from '../src/parts.js';
import { CA, CERT, KEY } from './support/certificates.js';

/** Temporal behind TLS that lets in only whoever shows the right certificate. */
let guarded: Server;
const closing = new Closing();

beforeAll(async () => {
  const [host, port] = process.env['MUSTER_TEST_TEMPORAL_ADDRESS']!.split(':');
  const [ca, cert, key] = [CA, CERT, KEY].map((file) => readFileSync(file));
  guarded = createServer({ ca, cert, key, requestCert: true, ALPNProtocols: ['h2'] }, (socket) => {
    const onward = connect(Number(port), host);
    for (const end of [socket, onward]) end.on('error', () => onward.destroy());
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => guarded.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await closing.close(() => undefined);
  guarded.close();
});

const connecting = (env: Record<string, string>) => {
  const { port } = guarded.address() as AddressInfo;
  const config = readConfig({
    TEMPORAL_ADDRESS: `localhost:${port}`,
    TEMPORAL_NAMESPACE: process.env['MUSTER_TEST_TEMPORAL_NAMESPACE']!,
    ...env,
  });
  return connectTemporal(config, config.temporalAddress!, closing);
};

test('connects to Temporal with the certificates of the environment', async () => {
  const files = { TEMPORAL_TLS_CA: CA, TEMPORAL_TLS_CERT: CERT, TEMPORAL_TLS_KEY: KEY };
  await expect(connecting({ TEMPORAL_TLS: 'true', ...files })).resolves.toBeDefined();
});

test('does not connect without the client certificate, nor to a server that nobody vouches for', async () => {
  await expect(connecting({ TEMPORAL_TLS: 'true', TEMPORAL_TLS_CA: CA })).rejects.toThrow();
  await expect(connecting({ TEMPORAL_TLS: 'true' })).rejects.toThrow();
});

test('says in one line, too, that PostgreSQL takes the connection and stays silent', async () => {
  const mute = listen().listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  const config = readConfig({ DATABASE_URL: `postgres://muster:secret-part@127.0.0.1:${port}/muster` });
  await expect(openRecord(config, closing)).rejects.toThrow(/^PostgreSQL at 127\.0\.0\.1:\d+ cannot be reached: /);
  mute.close();
});

test('says in one line which server cannot be reached, without its password', async () => {
  const gone = readConfig({ DATABASE_URL: 'postgres://muster:secret-part@127.0.0.1:9/muster' });
  await expect(openRecord(gone, closing)).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:9 cannot be reached: .*ECONNREFUSED/,
  );
  await expect(openRecord(gone, closing)).rejects.not.toThrow(/secret-part/);
  await expect(connectTemporal(readConfig({}), '127.0.0.1:9', closing)).rejects.toThrow(
    /^Temporal at 127\.0\.0\.1:9 cannot be reached: /,
  );
});
