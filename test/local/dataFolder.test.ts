import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { AlreadyRunningError, openDataFolder } from '../../src/local/dataFolder.js';
import { identityOf, isAlive } from '../../src/local/processIdentity.js';
import { installCleanup, kill, nextLine, runModule, temporaryFolder } from './support.js';

installCleanup();

/** The build, because another process cannot run the sources. */
const built = resolve('dist/local/dataFolder.js');

/** Opens the folder in a process of its own, says how that went, and stays. */
function opener(folder: string) {
  return runModule(`
    import { openDataFolder } from ${JSON.stringify(built)};
    process.stdin.resume();
    const go = () => {
      try {
        openDataFolder(${JSON.stringify(folder)}).describe({ api: 'http://127.0.0.1:7460' });
        console.log('opened');
      } catch (error) {
        console.log(error.code);
      }
    };
    process.stdin.once('data', go);
    console.log('ready');
  `);
}

async function open(process: ReturnType<typeof opener>): Promise<string> {
  const answer = nextLine(process);
  process.stdin!.write('go\n');
  return answer;
}

function refusal(folder: string): AlreadyRunningError {
  try {
    openDataFolder(folder);
  } catch (error) {
    if (error instanceof AlreadyRunningError) return error;
    throw error;
  }
  throw new Error('The folder was opened.');
}

describe('the data folder', () => {
  test('is readable by its owner alone', () => {
    const folder = join(temporaryFolder(), '.muster');
    openDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('refuses a second opener and tells where the first one is found', () => {
    const folder = temporaryFolder();
    openDataFolder(folder).describe({ api: 'http://127.0.0.1:7460' });
    const error = refusal(folder);
    expect(error).toMatchObject({ code: 'already_running', pid: process.pid, info: { api: 'http://127.0.0.1:7460' } });
    expect(error.message).toContain('http://127.0.0.1:7460');
  });

  test('tells a second opener that the first one is still starting', () => {
    const folder = temporaryFolder();
    openDataFolder(folder);
    expect(refusal(folder).message).toContain('still starting');
  });

  test('can be opened again after a release', () => {
    const folder = temporaryFolder();
    openDataFolder(folder).release();
    openDataFolder(folder).release();
    openDataFolder(folder);
    expect(refusal(folder).pid).toBe(process.pid);
  });

  test('is taken over from a process that was killed', async () => {
    const folder = temporaryFolder();
    const first = opener(folder);
    await nextLine(first);
    expect(await open(first)).toBe('opened');
    expect(refusal(folder).pid).toBe(first.pid);
    await kill(first);
    openDataFolder(folder);
    expect(refusal(folder).pid).toBe(process.pid);
  });

  test('is taken over when the pid of the dead holder belongs to another process now', () => {
    const folder = temporaryFolder();
    const identity = { pid: process.pid, startedAt: 'another time' };
    writeFileSync(join(folder, 'lock.4'), JSON.stringify({ identity, released: false, info: {} }));
    openDataFolder(folder);
    expect(refusal(folder).pid).toBe(process.pid);
  });

  test('is taken over when the lock file is spoiled', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lock.1'), '');
    openDataFolder(folder);
    expect(refusal(folder).pid).toBe(process.pid);
  });

  test('lets exactly one of many openers in, and again after that one is killed', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 3; round += 1) {
      const openers = Array.from({ length: 4 }, () => opener(folder));
      await Promise.all(openers.map(nextLine));
      const answers = await Promise.all(openers.map(open));
      expect(answers.toSorted()).toEqual(['already_running', 'already_running', 'already_running', 'opened']);
      await Promise.all(openers.map(kill));
    }
    expect(readdirSync(folder).length).toBeLessThanOrEqual(3);
  });
});

describe('the identity of a process', () => {
  test('holds for a living process only', async () => {
    const child = runModule('console.log("up"); process.stdin.resume();');
    await nextLine(child);
    const identity = identityOf(child.pid!)!;
    expect(isAlive(identity)).toBe(true);
    expect(isAlive({ ...identity, startedAt: `${identity.startedAt}0` })).toBe(false);
    await kill(child);
    expect(isAlive(identity)).toBe(false);
    expect(identityOf(child.pid!)).toBeUndefined();
  });
});
