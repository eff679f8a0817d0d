import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { strFromU8 } from 'fflate';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import { zipOf } from '../../src/record/bundle/zip.js';
import { bundleOf, checkBundle, checkRecord } from '../../src/record/index.js';
import type { BundleVerdict } from '../../src/record/index.js';
import type { Store } from '../../src/store/index.js';

export const VERSION = '1.2.3';

export type Files = Record<string, Uint8Array>;

export const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export async function exportedFrom(
  store: Store,
  id: string,
  may?: Parameters<typeof storedRecord>[2],
): Promise<Buffer> {
  const record = (await storedRecord(store, id, may))!;
  const verdict = await checkRecord(record);
  const about = { version: VERSION, exportedAt: '2026-03-02T00:00:00.000Z', exportedBy: 'person:lin-wei', verdict };
  return collected(bundleOf(record, about));
}

/** Written anew, with a manifest that fits, so that only what it is about can be found. */
export async function writtenAnew(
  files: Files,
  path: string,
  change: (all: Files, manifest: Record<string, unknown>) => void,
): Promise<BundleVerdict> {
  const all = { ...files };
  const manifest = JSON.parse(strFromU8(all['manifest.json']!)) as Record<string, unknown>;
  change(all, manifest);
  const listed = Object.entries(all).filter(([name]) => name !== 'manifest.json');
  manifest['files'] = listed.map(([name, bytes]) => ({ path: name, size: bytes.length, sha256: shaOf(bytes) }));
  writeFileSync(path, await packed([...listed, ['manifest.json', Buffer.from(JSON.stringify(manifest))]]));
  return checkBundle(path, { sha256: undefined, version: VERSION });
}

export function packed(files: [path: string, bytes: Uint8Array][]): Promise<Buffer> {
  async function* every() {
    for (const [path, bytes] of files) yield { path, bytes: one(bytes) };
  }
  return collected(zipOf(every()));
}

export async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}
