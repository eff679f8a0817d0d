import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'muster-print-';

/** A folder for one print, readable by this user alone: the plan in it may have everybody's numbers. */
export function makePrintFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

export function removePrintFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Folders of processes that were killed while they printed. */
export async function removeLeftFolders(): Promise<void> {
  const folders = await readdir(tmpdir()).catch(() => []);
  const left = folders.filter((name) => {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  // Another user's stays where it is.
  await Promise.all(left.map((name) => removePrintFolder(join(tmpdir(), name)).catch(() => undefined)));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
