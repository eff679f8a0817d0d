import { spawnSync } from 'node:child_process';
import { readIfThere } from './files.js';

/**
 * A process that cannot be mistaken for a later one with the same pid.
 * `startedAt` is compared, never interpreted. It is empty where the system tells no start time; then the pid alone counts.
 */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** Undefined when there is no such process, or only a dead one that its parent has not collected yet. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  if (process.platform === 'linux') return identityFromProc(pid);
  if (process.platform === 'win32') return answersSignal(pid) ? { pid, startedAt: '' } : undefined;
  return identityFromPs(pid);
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/** The command line as one text, empty when it cannot be read. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return (readProc(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
  return ps(pid, 'command=') ?? '';
}

function identityFromProc(pid: number): ProcessIdentity | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // Field 2, the name, may contain spaces and parentheses: count from its last parenthesis. Next is field 3, the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  // Field 22 counts from boot, so that it needs the boot beside it.
  return { pid, startedAt: `${readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${fields[19] ?? ''}` };
}

function identityFromPs(pid: number): ProcessIdentity | undefined {
  const line = ps(pid, 'stat=,lstart=');
  const [state, ...started] = line?.split(/\s+/) ?? [];
  return state === undefined || state.startsWith('Z') ? undefined : { pid, startedAt: started.join(' ') };
}

function ps(pid: number, format: string): string | undefined {
  const { stdout, status } = spawnSync('/bin/ps', ['-p', String(pid), '-o', format], {
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
  });
  const line = status === 0 ? stdout.trim() : '';
  return line === '' ? undefined : line;
}

function readProc(path: string): string | undefined {
  try {
    return readIfThere(path);
  } catch {
    // A process that ends while it is read answers ESRCH.
    return undefined;
  }
}

function answersSignal(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
