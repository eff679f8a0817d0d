import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Programs in the place of LibreOffice, in a folder of their own. */
export class FakeOffice {
  readonly folder = mkdtempSync(join(tmpdir(), 'muster-office-'));

  /** A shell script; gives its path. */
  program(name: string, script: string): string {
    const file = join(this.folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** Starts another process, as LibreOffice does, and hangs. */
  hanging(): { program: string; started: () => Promise<number> } {
    const pids = join(this.folder, `pid-${Math.random()}`);
    const program = this.program('hangs', `sleep 60 & echo $! > ${pids}.new; mv ${pids}.new ${pids}; wait`);
    const started = async () => {
      await until(() => readdirSync(this.folder).some((name) => pids.endsWith(name)));
      return Number(readFileSync(pids, 'utf8'));
    };
    return { program, started };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(20);
}

/** A process that ended and that nobody has asked about yet runs no more. */
export function isRunning(pid: number): boolean {
  const asked = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.stdout.trim() !== '' && !asked.stdout.startsWith('Z');
}

/** Of this process: others print beside it, tests too. */
export function printFolders(pid: number | undefined = process.pid): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`muster-print-${pid}-`));
}
