import { existsSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { dynamicConfig, serverArguments, temporalVersion } from '../../src/local/serverSettings.js';
import { obtainTemporalBinary } from '../../src/local/temporalBinary.js';
import { buildFolder, builtBinary } from '../../src/local/temporalBuild.js';
import { fakeProgram, installCleanup, temporaryFolder } from './support.js';

installCleanup();

const good = `echo 'temporal version ${temporalVersion} (Server 1.31.2, UI 2.50.1)'`;
/** Nothing may be downloaded: the proxy does not exist, so that the attempt fails at once wherever the tests run. */
const offline = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };

function machine() {
  const folder = temporaryFolder();
  const bin = join(folder, 'bin');
  const cacheDir = join(folder, 'cache');
  const said: string[] = [];
  const env = { PATH: bin, ...offline };
  return { bin, cacheDir, said, obtain: () => obtainTemporalBinary({ env, cacheDir, say: (line) => said.push(line) }) };
}

describe('the Temporal binary', () => {
  test('is the one on PATH when that is new enough', async () => {
    const { bin, obtain, said } = machine();
    fakeProgram(join(bin, 'temporal'), good);
    expect(await obtain()).toBe(join(bin, 'temporal'));
    expect(said).toEqual([]);
  });

  test('may be built by somebody without a version, then its server counts', async () => {
    const { bin, obtain } = machine();
    fakeProgram(join(bin, 'temporal'), `echo 'temporal version 0.0.0-DEV (Server 1.31.2, UI 2.50.1)'`);
    expect(await obtain()).toBe(join(bin, 'temporal'));
  });

  test('is a kept one when the one on PATH is too old, and that is said', async () => {
    const { bin, cacheDir, obtain, said } = machine();
    fakeProgram(join(bin, 'temporal'), `echo 'temporal version 1.4.1 (Server 1.28.0, UI 2.39.0)'`);
    const built = builtBinary(buildFolder(cacheDir));
    fakeProgram(built, good);
    expect(await obtain()).toBe(built);
    expect(said).toEqual([expect.stringMatching(/passed over: .* version 1\.4\.1, needed is 1\.5\.0 or newer/)]);
  });

  test('is a downloaded one before a built one', async () => {
    const { cacheDir, obtain } = machine();
    const downloaded = join(cacheDir, 'temporal-download', `temporal-v${temporalVersion}`);
    fakeProgram(downloaded, good);
    fakeProgram(builtBinary(buildFolder(cacheDir)), good);
    expect(await obtain()).toBe(downloaded);
  });

  test('is built with Go when the download fails; what an interrupted build left is removed', async () => {
    const { bin, cacheDir, obtain, said } = machine();
    const folder = buildFolder(cacheDir);
    const built = builtBinary(folder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${built}.123456.tmp`, 'half of it');
    // A stand-in for `go build … -o FILE PACKAGE`.
    fakeProgram(
      join(bin, 'go'),
      `out="$6"; printf '#!/bin/sh\\n%s\\n' "${good.replaceAll('"', '\\"')}" > "$out"; /bin/chmod 755 "$out"`,
    );
    expect(await obtain()).toBe(built);
    expect(readdirSync(dirname(built)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(said.join('\n')).toMatch(/download failed.*Building .* with Go/is);
    said.length = 0;
    expect(await obtain()).toBe(built);
    expect(said).toEqual([]);
  });

  test('is never a build that failed', async () => {
    const { bin, cacheDir, obtain } = machine();
    fakeProgram(join(bin, 'go'), `echo half > "$6"; echo 'go: no space left on device' >&2; exit 1`);
    await expect(obtain()).rejects.toMatchObject({ message: expect.stringContaining('no space left on device') });
    expect(existsSync(builtBinary(buildFolder(cacheDir)))).toBe(false);
  });

  test('is missing with one message that names all four ways and why each failed', async () => {
    const { obtain } = machine();
    const lines = [
      /TEMPORAL_ADDRESS is not set/,
      /no temporal on PATH/,
      /Download: .+/,
      /Build with Go: go is not on PATH/,
    ];
    const error: unknown = await obtain().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'no_temporal_server' });
    for (const line of lines) expect(String(error)).toMatch(line);
  });
});

describe('the server settings', () => {
  test('are the same for a cluster and for start-dev', () => {
    const text = readFileSync('tools/temporal/dynamicconfig.yaml', 'utf8');
    const cluster = parse(text) as Record<string, [{ value: unknown }]>;
    const settings = Object.entries(cluster).map(([key, [{ value }]]) => [key, value]);
    expect(Object.fromEntries(settings)).toEqual(dynamicConfig);

    const given = { dbFile: 'x.db', port: 1, uiPort: undefined, namespace: 'n', searchAttributes: [] };
    const args = serverArguments({ ...given, storage: 'durable' });
    for (const [key, value] of settings) expect(args).toContain(`${String(key)}=${JSON.stringify(value)}`);
    expect(args.join(' ')).toContain('journal_mode=WAL --sqlite-pragma synchronous=FULL');
  });

  test('pin one version for the download and for the build', () => {
    expect(readFileSync('tools/temporal/go.mod', 'utf8')).toContain(`github.com/temporalio/cli v${temporalVersion} `);
  });
});
