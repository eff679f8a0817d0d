import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { LocalError } from './localError.js';
import { tryLock, type LockInfo } from './processLock.js';

export interface DataFolder {
  /** Absolute. */
  path: string;
  /** Tells the next starter where this one is found, such as `{ api: 'http://…' }`. */
  describe(info: LockInfo): void;
  release(): void;
}

/** Thrown when a live process holds the data folder. `info` is what that process said of itself, empty while it is still starting. */
export class AlreadyRunningError extends LocalError {
  override readonly name = 'AlreadyRunningError';

  constructor(
    readonly folder: string,
    readonly pid: number,
    readonly info: LockInfo,
  ) {
    const where = Object.entries(info).map(([key, value]) => `${key} ${value}`);
    super(
      'already_running',
      [
        `Muster is already running with the data in ${folder}: process ${pid}${where.length > 0 ? `, ${where.join(', ')}` : ', still starting'}.`,
        'Only one process may use this folder.',
        `Use the running one, or stop it first: kill ${pid}`,
      ].join(' '),
    );
  }
}

/** Opens the folder for this process alone, until `release` or until the process ends. */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const attempt = tryLock(path, 'lock');
  if ('heldBy' in attempt) throw new AlreadyRunningError(path, attempt.heldBy.identity.pid, attempt.heldBy.info);
  return { path, ...attempt.lock };
}
