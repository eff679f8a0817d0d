import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Basis } from '../../domain/plan/compiled.js';
import type { KeptEvent, KeptMessage, KeptRecord } from '../kept.js';
import { objectIn } from '../readEvent.js';
import { bundledImprovements } from './bundledImprovements.js';
import type { Manifest } from './manifest.js';
import { NoBundle } from './readZip.js';
import type { ZipReader } from './readZip.js';

/** Of one file that is read whole, and of one line of the others. */
export const MOST_WHOLE = 64 * 1024 * 1024;

const Column = z.string().nullable();
const Incident = z.strictObject({
  id: z.string(),
  seq: z.int(),
  lastSeq: z.int(),
  headHash: z.string(),
  basisHash: z.string(),
  firstBasisHash: Column,
  phase: z.string(),
  level: Column,
  incidentLevel: Column,
  category: z.string(),
  mode: z.string(),
  title: z.string(),
  openedAt: z.number(),
  updatedAt: z.number(),
  state: z.unknown(),
  publications: z
    .array(
      z.strictObject({
        publication: z.string(),
        version: z.int(),
        publicId: z.string(),
        kind: z.string(),
        corrects: Column,
        texts: z.record(z.string(), z.string()).nullable(),
        nextAt: z.number().nullable(),
        wasOut: z.boolean(),
        withdrawn: z.boolean(),
      }),
    )
    .exactOptional(),
});

const Receipt = z.looseObject({
  effectId: z.string(),
  noticeId: z.string(),
  person: z.string(),
  status: z.string(),
});

/** `damaged` is told of each line that cannot be read. Throws `NoBundle` where there is nothing to hold anything against. */
export async function bundledRecord(
  zip: ZipReader,
  manifest: Manifest,
  damaged: (place: string) => void,
): Promise<KeptRecord> {
  const incident = Incident.safeParse(objectIn((await zip.text('incident.json', MOST_WHOLE)) ?? ''));
  if (!incident.success) throw new NoBundle('incident.json cannot be read');
  const { state, ...columns } = incident.data;
  const { improvements } = manifest;
  const { basisHash, firstBasisHash } = columns;
  const plans = [...zip.entries.keys()].filter((path) => path.startsWith('plans/'));

  return {
    incident: { ...columns, state: asText(state) },
    events: () => eventsIn(zip, 'events.jsonl'),
    messages: () => messages(zip, damaged),
    basis: (hash) =>
      zip.text(hash === basisHash && hash !== firstBasisHash ? 'bases/last.json' : 'bases/first.json', MOST_WHOLE),
    likelyFirstBasis: async () =>
      objectIn((await zip.text('bases/first.json', MOST_WHOLE)) ?? '') as unknown as Basis | undefined,
    async plan({ id, version }) {
      for (const path of plans) {
        const plan = objectIn((await zip.text(path, MOST_WHOLE)) ?? '');
        if (plan?.['id'] !== id || plan['version'] !== version) continue;
        const { hash, document } = plan;
        if (typeof document === 'object' && document !== null) return { hash: String(hash), document };
      }
      return undefined;
    },
    async *notices() {
      for await (const { line, value } of objects(zip, 'notices.jsonl')) {
        const receipt = Receipt.safeParse(value);
        if (receipt.success) yield receipt.data;
        else damaged(`notices.jsonl:${line}`);
      }
    },
    async *documents() {
      for (const { path, ...entry } of manifest.documents) yield { ...entry, found: await hashOf(zip.read(path)) };
    },
    async *evidence() {
      for (const { path, sha256 } of manifest.evidence) {
        yield { sha256, ...(path === undefined ? {} : { found: await hashOf(zip.read(path)) }) };
      }
    },
    ...(improvements === undefined ? {} : { improvements: () => bundledImprovements(zip, improvements) }),
  };
}

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

async function* messages(zip: ZipReader, damaged: (place: string) => void): AsyncGenerator<KeptMessage> {
  for await (const { line, value } of objects(zip, 'messages.jsonl')) {
    const { firstSeq, sha256, message } = value ?? {};
    if (typeof firstSeq !== 'number' || (typeof sha256 !== 'string' && sha256 !== null)) {
      damaged(`messages.jsonl:${line}`);
    } else yield { firstSeq, sha256, message: asText(message) };
  }
}

/** What is damaged stands there as its text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

async function* objects(
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
    if (length > MOST_WHOLE) throw new NoBundle(`a line of ${path} is larger than ${MOST_WHOLE} bytes`);
  }
  if (length > 0) yield { line: line + 1, value: undefined };
}

export async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
