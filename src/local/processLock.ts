import { linkSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, readIfThere, replaceFile, temporaryName } from './files.js';
import { identityOf, isAlive, type ProcessIdentity } from './processIdentity.js';

/** What the holder wants others to know. */
export type LockInfo = Record<string, string>;

interface LockHolder {
  identity: ProcessIdentity;
  released: boolean;
  info: LockInfo;
}

export interface ProcessLock {
  describe(info: LockInfo): void;
  release(): void;
}

export type LockAttempt = { lock: ProcessLock } | { heldBy: LockHolder };

/**
 * A lock that ends with its process, whatever kills it. It is a row of files `name.1`, `name.2`, … and the highest one counts:
 * 1. A file is created whole and only if it is not there yet (`link`), so that of two processes one gets the number.
 * 2. A number is taken only when the one below is released or its process is dead.
 * 3. The highest file is never removed, a release only marks it. So a process that was slow between reading and
 *    creating finds a higher number afterwards, and withdraws.
 */
export function tryLock(folder: string, name: string): LockAttempt {
  for (;;) {
    const numbers = numbersIn(folder, name);
    const highest = numbers.at(-1) ?? 0;
    const text = readIfThere(join(folder, `${name}.${highest}`));
    if (highest > 0 && text === undefined) continue;
    const heldBy = text === undefined ? undefined : parseHolder(text);
    if (heldBy && !heldBy.released && isAlive(heldBy.identity)) return { heldBy };
    const lock = createNumber(folder, name, highest + 1);
    if (lock) return { lock };
  }
}

function createNumber(folder: string, name: string, number: number): ProcessLock | undefined {
  const path = join(folder, `${name}.${number}`);
  const holder: LockHolder = { identity: ownIdentity(), released: false, info: {} };
  if (!createWhole(path, JSON.stringify(holder))) return undefined;
  const others = numbersIn(folder, name).filter((other) => other !== number);
  if (others.some((other) => other > number)) {
    rmSync(path, { force: true });
    return undefined;
  }
  // The one before stays, so that nobody lists the folder between its end and ours and finds nothing.
  for (const other of others) if (other < number - 1) rmSync(join(folder, `${name}.${other}`), { force: true });
  return {
    describe: (info) => replaceFile(path, JSON.stringify({ ...holder, info }), 0o600),
    release: () => replaceFile(path, JSON.stringify({ ...holder, released: true }), 0o600),
  };
}

function numbersIn(folder: string, name: string): number[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`) && /^\d+$/.test(file.slice(name.length + 1)))
    .map((file) => Number(file.slice(name.length + 1)))
    .sort((a, b) => a - b);
}

function createWhole(path: string, text: string): boolean {
  const temporary = temporaryName(path);
  writeFileSync(temporary, text, { mode: 0o600 });
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A lock file that a disk error has spoiled belongs to nobody. */
function parseHolder(text: string): LockHolder | undefined {
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    return undefined;
  }
}

function ownIdentity(): ProcessIdentity {
  return identityOf(process.pid) ?? { pid: process.pid, startedAt: '' };
}
