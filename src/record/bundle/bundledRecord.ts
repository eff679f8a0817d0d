import { z } from 'zod';
import type { Basis } from '../../domain/plan/compiled.js';
import type { KeptMessage, KeptRecord } from '../kept.js';
import { objectIn } from '../readEvent.js';
import { bundledImprovements } from './bundledImprovements.js';
import { holdsImprovements } from './manifest.js';
import type { Manifest } from './manifest.js';
import { asText, eventsIn, hashOf, MOST_WHOLE, objects } from './readFiles.js';
import { NoBundle } from './readZip.js';
import type { ZipReader } from './readZip.js';

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
  lastCode: z.string().nullable().exactOptional(),
});

export interface BundledRecord extends KeptRecord {
  /** Files of plans that were asked for so far. */
  plansUsed: ReadonlySet<string>;
}

/** `damaged` is told of each line that cannot be read. Throws `NoBundle` where there is nothing to hold anything against. */
export async function bundledRecord(
  zip: ZipReader,
  manifest: Manifest,
  damaged: (place: string) => void,
): Promise<BundledRecord> {
  const incident = Incident.safeParse(objectIn((await zip.text('incident.json', MOST_WHOLE)) ?? ''));
  if (!incident.success) throw new NoBundle('part_unreadable', 'incident.json');
  const { state, ...columns } = incident.data;
  // Where they belong, a manifest without them has lost them.
  const improvements = manifest.improvements ?? (holdsImprovements(manifest) ? [] : undefined);
  const { basisHash, firstBasisHash } = columns;
  const plansUsed = new Set<string>();
  const plans = [...zip.entries.keys()].filter((path) => path.startsWith('plans/'));

  return {
    plansUsed,
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
        if (typeof document !== 'object' || document === null) continue;
        plansUsed.add(path);
        return { hash: String(hash), document };
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
      for (const { path, sha256, size: noted } of manifest.evidence) {
        if (path === undefined) yield { sha256 };
        else {
          const size = { noted, found: zip.entries.get(path)?.size ?? 0 };
          yield { sha256, found: await hashOf(zip.read(path)), size };
        }
      }
    },
    ...(improvements === undefined ? {} : { improvements: () => bundledImprovements(zip, improvements) }),
  };
}

async function* messages(zip: ZipReader, damaged: (place: string) => void): AsyncGenerator<KeptMessage> {
  for await (const { line, value } of objects(zip, 'messages.jsonl')) {
    const { firstSeq, sha256, message } = value ?? {};
    if (typeof firstSeq !== 'number' || (typeof sha256 !== 'string' && sha256 !== null)) {
      damaged(`messages.jsonl:${line}`);
    } else yield { firstSeq, sha256, message: asText(message) };
  }
}
