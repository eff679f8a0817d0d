import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';

/** Bytes. The one before is kept as `.1`. */
const rotateAbove = 10_000_000;

/** Opens for appending. The number is to be closed once a child has it. */
export function openLog(path: string): number {
  if (sizeOf(path) > rotateAbove) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The end of what was written after `from`, at most `length` bytes. */
export function tailOf(path: string, from: number, length = 2_000): string {
  const end = sizeOf(path);
  const start = Math.max(from, end - length);
  if (start >= end) return '';
  const buffer = Buffer.alloc(end - start);
  const file = openSync(path, 'r');
  try {
    return buffer
      .subarray(0, readSync(file, buffer, 0, buffer.length, start))
      .toString()
      .trim();
  } finally {
    closeSync(file);
  }
}
