import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';
import { unknownSettings } from '../src/unknownSettings.js';
import { CA, CERT, KEY } from './support/certificates.js';

const folder = mkdtempSync(join(tmpdir(), 'muster-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const remote = { TEMPORAL_ADDRESS: 'temporal.example:7233', TEMPORAL_TLS: 'true' };

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('the environment', () => {
  test('may be empty, and an empty variable is an unset one', () => {
    expect(readConfig({})).toMatchObject({ dir: '.muster', host: '127.0.0.1', temporalNamespace: 'muster' });
    const empty = { TEMPORAL_ADDRESS: '', TEMPORAL_TLS: '', TEMPORAL_TLS_CA: '', TEMPORAL_API_KEY: '' };
    expect(readConfig(empty)).not.toHaveProperty('temporalSecurity');
  });

  test('is refused with every wrong variable at once', () => {
    const message = refusal({ DATABASE_URL: 'mysql://x', MUSTER_SIGNING_KEY: 'short', TEMPORAL_TLS: 'yes' });
    expect(message).toMatch(/DATABASE_URL: .*postgres:/);
    expect(message).toMatch(/MUSTER_SIGNING_KEY: /);
    expect(message).toMatch(/TEMPORAL_TLS: .*"true"\|"false"/);
  });
});

describe('TLS to Temporal', () => {
  test('is off where nothing asks for it', () => {
    expect(readConfig({ TEMPORAL_ADDRESS: 'temporal.example:7233' })).not.toHaveProperty('temporalSecurity');
    expect(readConfig({ ...remote, TEMPORAL_TLS: 'false' })).not.toHaveProperty('temporalSecurity');
  });

  test('trusts what the system trusts, unless an authority is named', () => {
    expect(readConfig(remote).temporalSecurity).toEqual({ tls: {} });
    expect(readConfig({ ...remote, TEMPORAL_TLS_CA: CA }).temporalSecurity).toEqual({
      tls: { serverRootCACertificate: expect.any(Buffer) },
    });
  });

  test('shows a certificate of its own, or an API key', () => {
    expect(readConfig({ ...remote, TEMPORAL_TLS_CERT: CERT, TEMPORAL_TLS_KEY: KEY }).temporalSecurity).toEqual({
      tls: { clientCertPair: { crt: expect.any(Buffer), key: expect.any(Buffer) } },
    });
    expect(readConfig({ ...remote, TEMPORAL_API_KEY: 'abc.def' }).temporalSecurity).toEqual({
      tls: {},
      apiKey: 'abc.def',
    });
  });

  test.each([
    ['TEMPORAL_API_KEY', 'abc.def'],
    ['TEMPORAL_TLS_CA', CA],
    ['TEMPORAL_TLS_CERT', CERT],
    ['TEMPORAL_TLS_KEY', KEY],
  ])('is not left out when %s is given', (name, value) => {
    const { TEMPORAL_ADDRESS } = remote;
    expect(refusal({ TEMPORAL_ADDRESS, [name]: value })).toContain(`${name}: needs TEMPORAL_TLS=true`);
  });

  test('needs a cluster elsewhere', () => {
    expect(refusal({ TEMPORAL_TLS: 'true' })).toContain('TEMPORAL_TLS: needs TEMPORAL_ADDRESS');
  });

  test('needs certificate and key together, and of each other', () => {
    expect(refusal({ ...remote, TEMPORAL_TLS_CERT: CERT })).toContain('TEMPORAL_TLS_CERT: needs TEMPORAL_TLS_KEY');
    expect(refusal({ ...remote, TEMPORAL_TLS_KEY: KEY })).toContain('TEMPORAL_TLS_KEY: needs TEMPORAL_TLS_CERT');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const other = file('other.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const message = refusal({ ...remote, TEMPORAL_TLS_CERT: CERT, TEMPORAL_TLS_KEY: other });
    expect(message).toContain('TEMPORAL_TLS_KEY: does not belong to the certificate of TEMPORAL_TLS_CERT');
  });

  test('needs files that can be read and hold what they should', () => {
    const gone = join(folder, 'gone.pem');
    expect(refusal({ ...remote, TEMPORAL_TLS_CA: gone })).toContain(`${gone} cannot be read (ENOENT)`);
    expect(refusal({ ...remote, TEMPORAL_TLS_CA: KEY })).toContain(`${KEY} holds no certificate`);
    const swapped = refusal({ ...remote, TEMPORAL_TLS_CERT: CERT, TEMPORAL_TLS_KEY: CERT });
    expect(swapped).toContain(`${CERT} holds no unencrypted private key`);
  });

  test('never repeats a key in a refusal', () => {
    const message = refusal({ ...remote, TEMPORAL_API_KEY: 'secret-part and more' });
    expect(message).toContain('TEMPORAL_API_KEY: needs to be one line');
    expect(message).not.toContain('secret-part');
  });
});

test('what Muster does not know is named, with the setting that may have been meant', () => {
  const known = { MUSTER_DIR: 'x', MUSTER_SMTP_PORT: '1', MUSTER_TOKEN: 't', HOME: '/' };
  expect(unknownSettings(known)).toEqual([]);
  expect(unknownSettings({ ...known, MUSTER_ZONES: 'x', MUSTER_API_PROT: '1', MUSTER_SOMETHING_ELSE: 'y' })).toEqual([
    { setting: 'MUSTER_ZONES', meant: 'MUSTER_ZONE' },
    { setting: 'MUSTER_API_PROT', meant: 'MUSTER_API_PORT' },
    { setting: 'MUSTER_SOMETHING_ELSE' },
  ]);
});
