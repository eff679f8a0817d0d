import { createHash } from 'node:crypto';
import type { KeptEvent } from '../kept.js';
import { objectIn } from '../readEvent.js';
import { NoBundle } from './readZip.js';
import type { ZipReader } from './readZip.js';

/** Of one file that is read whole, and of one line of the others. */
export const MOST_WHOLE = 64 * 1024 * 1024;

/**
 * An event has its number inside, where the chain holds it, and beside it. Where the two agree it is that; where one of them
 * was changed, or the line cannot be read at all, it is the one that comes next.
 */
export async function* eventsIn(zip: ZipReader, path: string): AsyncGenerator<KeptEvent> {
  let expected = 1;
  let lost = false;
  for await (const { value } of objects(zip, path)) {
    const { seq: beside, hash, event, texts } = value ?? {};
    const inside = (event as { seq?: unknown } | null | undefined)?.seq;
    const readable = typeof hash === 'string';
    // The other half of a line that was broken in two.
    if (!readable && lost) continue;
    const agreed = Number.isSafeInteger(inside) && inside === beside && (inside as number) > 0;
    const seq = readable && agreed ? (inside as number) : expected;
    lost = !readable;
    expected = seq + 1;
    yield readable
      ? { seq, hash, event: asText(event), texts: asText(texts) }
      : { seq, hash: '', event: '', texts: '' };
  }
}

/** What is damaged stands there as its text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

export async function* objects(
  zip: ZipReader,
  path: string,
): AsyncGenerator<{ line: number; value: Record<string, unknown> | undefined }> {
  let line = 0;
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of zip.read(path)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const bytes = Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      length = 0;
      from = end + 1;
      line += 1;
      yield { line, value: objectIn(bytes.toString('utf8')) };
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > MOST_WHOLE) throw new NoBundle('part_too_large', path);
  }
  if (length > 0) yield { line: line + 1, value: undefined };
}

export async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
