import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { NoBundleReason } from '../../domain/record.js';
import { PATH } from './manifest.js';
import { zipOf } from './zip.js';

/** The most that the format can hold without extensions. */
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;
const CHUNK = 64 * 1024;

const END = 22;
const LISTED = 46;
const HEADER = 30;
const TRAILER = 16;

/** Thrown with what is wrong, and of which part. */
export class NoBundle extends Error {
  override readonly name = 'NoBundle';

  constructor(
    readonly why: NoBundleReason,
    readonly part = '',
  ) {
    super(`${why} ${part}`.trim());
  }
}

interface Entry {
  /** Of its first byte. */
  from: number;
  size: number;
}

/**
 * A ZIP as `zipOf` writes it, and no other: files stored as they are, one directly behind the other, each once, under plain
 * names. It is read where it lies, never more than a piece at a time.
 */
export class ZipReader {
  private constructor(
    private readonly file: FileHandle,
    readonly size: number,
    readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<ZipReader> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return new ZipReader(file, size, await entriesOf(file, size));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(path);
    if (entry) yield* pieces(this.file, entry.from, entry.size);
  }

  /** Undefined where there is no such file. */
  async text(path: string, atMost: number): Promise<string | undefined> {
    const entry = this.entries.get(path);
    if (entry === undefined) return undefined;
    if (entry.size > atMost) throw new NoBundle('part_too_large', path);
    return (await bytesAt(this.file, entry.from, entry.size)).toString('utf8');
  }

  /** Writes it again from what it holds, and says where the first byte is another. */
  async firstDifference(): Promise<{ at: number; path?: string } | undefined> {
    let at = 0;
    for await (const chunk of zipOf(this.files())) {
      const here = await bytesAt(this.file, at, Math.min(chunk.length, this.size - at));
      if (!here.equals(chunk)) {
        const offset = here.findIndex((byte, i) => byte !== chunk[i]);
        return this.located(at + (offset < 0 ? here.length : offset));
      }
      at += chunk.length;
    }
    return at === this.size ? undefined : { at };
  }

  private async *files() {
    for (const path of this.entries.keys()) yield { path, bytes: this.read(path) };
  }

  private located(at: number): { at: number; path?: string } {
    for (const [path, { from, size }] of this.entries) {
      if (at >= from - HEADER - path.length && at < from + size + TRAILER) return { at, path };
    }
    return { at };
  }
}

async function entriesOf(file: FileHandle, size: number): Promise<Map<string, Entry>> {
  if (size < END || size > MOST_BYTES) throw new NoBundle('size', String(size));
  const end = await bytesAt(file, size - END, END);
  if (end.readUInt32LE(0) !== 0x0605_4b50) throw new NoBundle('no_end');
  const count = end.readUInt16LE(10);
  const listSize = end.readUInt32LE(12);
  const listFrom = end.readUInt32LE(16);
  if (count > MOST_FILES || listFrom + listSize + END !== size || listSize > count * (LISTED + 256)) {
    throw new NoBundle('directory');
  }
  const list = await bytesAt(file, listFrom, listSize);
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let from = 0;
  for (let at = 0; at < listSize; at = at + LISTED + list.readUInt16LE(at + 28)) {
    const entry = entryAt(list, at, from);
    // Two names that a file system may not tell apart.
    const folded = entry.path.toLowerCase();
    if (seen.has(folded)) throw new NoBundle('twice', entry.path);
    seen.add(folded);
    entries.set(entry.path, entry);
    from = entry.from + entry.size + TRAILER;
  }
  if (entries.size !== count || from !== listFrom) throw new NoBundle('directory');
  return entries;
}

/** `expected`: where the entry before it ended. */
function entryAt(list: Buffer, at: number, expected: number): Entry & { path: string } {
  if (at + LISTED > list.length || list.readUInt32LE(at) !== 0x0201_4b50) throw new NoBundle('directory');
  const size = list.readUInt32LE(at + 24);
  const name = list.subarray(at + LISTED, at + LISTED + list.readUInt16LE(at + 28)).toString('latin1');
  if (!PATH.test(name)) throw new NoBundle('file_name', JSON.stringify(name.slice(0, 100)));
  if (list.readUInt16LE(at + 10) !== 0 || list.readUInt32LE(at + 20) !== size) {
    throw new NoBundle('compressed', name);
  }
  if (list.readUInt32LE(at + 42) !== expected) throw new NoBundle('out_of_order', name);
  return { path: name, from: expected + HEADER + name.length, size };
}

async function* pieces(file: FileHandle, from: number, size: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < size; done += CHUNK) {
    yield await bytesAt(file, from + done, Math.min(CHUNK, size - done));
  }
}

/** The whole file, for its hash. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    yield* pieces(file, 0, size);
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead !== length) throw new NoBundle('cut_off');
  return bytes;
}
