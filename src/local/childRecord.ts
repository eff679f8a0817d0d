import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfThere, replaceFile } from './files.js';
import { commandLineOf, identityOf, isAlive, type ProcessIdentity } from './processIdentity.js';

/** A process of ours, written down so that the next start can find it if this one is killed. */
interface ChildRecord extends ProcessIdentity {
  /** A part of its command line that no other program's has. */
  marker: string;
}

const pollEvery = 20;

export function writeRecord(file: string, pid: number, marker: string): void {
  const identity = identityOf(pid);
  if (identity) replaceFile(file, JSON.stringify({ ...identity, marker } satisfies ChildRecord), 0o600);
}

export function removeRecord(file: string): void {
  rmSync(file, { force: true });
}

/**
 * Stops the process that a killed parent left behind, and returns its pid. Nothing is signalled unless pid, start time
 * and command line all agree with the record.
 */
export async function stopRecorded(file: string, marker: string, patience: number): Promise<number | undefined> {
  const record = readRecord(file);
  const ours =
    record?.marker === marker &&
    record.startedAt !== '' &&
    isAlive(record) &&
    commandLineOf(record.pid).includes(marker);
  if (ours) await stopProcess(record, patience);
  removeRecord(file);
  return ours ? record.pid : undefined;
}

/** SIGTERM, after `patience` milliseconds SIGKILL; returns when the process is gone. */
export async function stopProcess(identity: ProcessIdentity, patience: number): Promise<void> {
  signal(identity, 'SIGTERM');
  const killAt = Date.now() + patience;
  let killed = false;
  while (isAlive(identity)) {
    if (!killed && Date.now() >= killAt) {
      signal(identity, 'SIGKILL');
      killed = true;
    }
    await pause(pollEvery);
  }
}

function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    if (isAlive(identity)) process.kill(identity.pid, name);
  } catch {
    // It ended between the two calls.
  }
}

function readRecord(file: string): ChildRecord | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as ChildRecord;
  } catch {
    return undefined;
  }
}
