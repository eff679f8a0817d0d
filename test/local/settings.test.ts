import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSettings } from '../../src/local/settings.js';
import { installCleanup, occupy, temporaryFolder } from './support.js';

installCleanup();

describe('ports', () => {
  test('are four different ones, and the same after a restart', async () => {
    const folder = temporaryFolder();
    const { ports } = await openSettings(folder, {});
    expect(new Set(Object.values(ports)).size).toBe(4);
    expect((await openSettings(folder, {})).ports).toEqual(ports);
  });

  test('are chosen around those in use, and stay when these become free', async () => {
    const folder = temporaryFolder();
    const { ports } = await openSettings(folder, {});
    await occupy(ports.api);
    const other = temporaryFolder();
    const second = await openSettings(other, {});
    expect(Object.values(second.ports)).not.toContain(ports.api);
  });

  test('stay where they are when another program has taken one, and that is said', async () => {
    const folder = temporaryFolder();
    const settings = await openSettings(folder, {});
    await settings.requireFree('api', 'smtp');
    await occupy(settings.ports.smtp);
    const again = await openSettings(folder, {});
    expect(again.ports).toEqual(settings.ports);
    const message = new RegExp(`${settings.ports.smtp}.*mailbox.*MUSTER_SMTP_PORT.*settings.json`);
    await expect(again.requireFree('api', 'smtp')).rejects.toMatchObject({
      code: 'port_taken',
      message: expect.stringMatching(message),
    });
  });

  test('come from the environment for one run only', async () => {
    const folder = temporaryFolder();
    const { ports } = await openSettings(folder, {});
    expect((await openSettings(folder, { MUSTER_API_PORT: '8123' })).ports).toEqual({ ...ports, api: 8123 });
    expect((await openSettings(folder, {})).ports).toEqual(ports);
  });

  test('that are no ports are refused', async () => {
    const folder = temporaryFolder();
    await expect(openSettings(folder, { MUSTER_API_PORT: 'http' })).rejects.toMatchObject({ code: 'bad_port' });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ api: 70_000 }));
    await expect(openSettings(folder, {})).rejects.toMatchObject({ code: 'settings_unreadable' });
  });
});

describe('keys', () => {
  test('are chosen once and are readable by their owner alone', async () => {
    const folder = temporaryFolder();
    const { signingKey, mailboxKey } = await openSettings(folder, {});
    expect(Buffer.from(signingKey, 'base64url')).toHaveLength(32);
    expect(signingKey).not.toBe(mailboxKey);
    const file = join(folder, 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    expect(await openSettings(folder, {})).toMatchObject({ signingKey, mailboxKey });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('that are damaged are not replaced', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'secrets.json');
    for (const damaged of ['', '{"signingKey":"short"}', '[]']) {
      writeFileSync(file, damaged);
      await expect(openSettings(folder, {})).rejects.toMatchObject({ code: 'settings_unreadable' });
      expect(readFileSync(file, 'utf8')).toBe(damaged);
    }
  });
});
