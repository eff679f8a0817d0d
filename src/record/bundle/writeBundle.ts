import { createHash } from 'node:crypto';
import type { RecordVerdict } from '../../domain/record.js';
import type { KeptImprovement } from '../checkImprovement.js';
import type { KeptEvent, KeptNotice, KeptRecord } from '../kept.js';
import { objectIn } from '../readEvent.js';
import { FORMAT, MANIFEST, README_PATH } from './manifest.js';
import type { DocumentInBundle, EvidenceInBundle, ImprovementInBundle, Manifest } from './manifest.js';
import { README } from './readme.js';
import { zipOf } from './zip.js';
import type { ZipFile } from './zip.js';

/** Without bytes where whoever asks may not read them. */
export interface EvidenceFile {
  entry: Omit<EvidenceInBundle, 'path'>;
  bytes?: Uint8Array;
}

/** What a bundle is made of. Of documents and files one is in memory at a time. */
export interface BundleSource extends KeptRecord {
  /** By ids; never an address, nor a text, which holds a link that opens something. */
  notices(): AsyncIterable<KeptNotice & Record<string, unknown>>;
  documentFiles(): AsyncIterable<{ entry: Omit<DocumentInBundle, 'path'>; bytes: Uint8Array }>;
  evidenceFiles(): AsyncIterable<EvidenceFile>;
  improvements: () => AsyncIterable<KeptImprovement>;
  /** Of one improvement. */
  improvementFiles(id: string): AsyncIterable<EvidenceFile>;
}

export interface Export {
  version: string;
  exportedAt: string;
  exportedBy: string;
  verdict: RecordVerdict;
}

/** Lines written at once. */
const CHUNK = 64 * 1024;

/** The bundle, as the bytes of one ZIP, while it is being read. */
export function bundleOf(source: BundleSource, about: Export): AsyncGenerator<Uint8Array> {
  return zipOf(filesOf(source, about));
}

async function* filesOf(source: BundleSource, about: Export): AsyncGenerator<ZipFile> {
  const { lookedFor: _, ...incident } = source.incident;
  const manifest = manifestFor(source, about);
  const listed = (path: string, bytes: AsyncIterable<Uint8Array>) => ({ path, bytes: noted(path, bytes, manifest) });
  yield listed(README_PATH, once(README));
  yield listed('incident.json', once(`${JSON.stringify({ ...incident, state: parsed(incident.state) })}\n`));
  const plans = new Map<string, { id: string; version: number }>();
  yield listed('events.jsonl', lines(eventLines(source, plans)));
  yield listed('messages.jsonl', lines(messageLines(source)));
  yield* planFiles(source, [...plans.values()], listed);
  yield* basisFiles(source, listed);
  yield listed('notices.jsonl', lines(source.notices()));
  for await (const { entry, bytes } of source.documentFiles()) {
    const number = manifest.documents.length + 1;
    const path = `documents/${number}-${safe(entry.kind)}-${safe(entry.lang)}.${safe(entry.format)}`;
    manifest.documents.push({ path, ...entry });
    yield listed(path, once(bytes));
  }
  yield* evidenceFiles(source.evidenceFiles(), 'evidence/', manifest.evidence, listed);
  for await (const kept of source.improvements()) yield* improvementFiles(source, kept, manifest.improvements, listed);
  // Last, because only then everything that it lists is known.
  yield { path: MANIFEST, bytes: once(`${JSON.stringify(manifest, null, 2)}\n`) };
}

async function* evidenceFiles(
  files: AsyncIterable<EvidenceFile>,
  place: string,
  entries: EvidenceInBundle[],
  listed: Listed,
): AsyncGenerator<ZipFile> {
  for await (const { entry, bytes } of files) {
    const [, extension] = /(\.[A-Za-z0-9]{1,8})$/.exec(entry.name) ?? [];
    const path = `${place}${entries.length + 1}-${safe(entry.sha256)}${extension ?? ''}`;
    entries.push({ ...(bytes === undefined ? {} : { path }), ...entry });
    if (bytes !== undefined) yield listed(path, once(bytes));
  }
}

async function* improvementFiles(
  source: BundleSource,
  { id, seq, headHash: head, state, columns, events }: KeptImprovement,
  entries: ImprovementInBundle[],
  listed: Listed,
): AsyncGenerator<ZipFile> {
  const place = `improvements/${entries.length + 1}-${safe(id)}`;
  const entry = { id, seq, head, path: `${place}.json`, events: `${place}-events.jsonl`, evidence: [] };
  entries.push(entry);
  yield listed(entry.path, once(`${JSON.stringify({ columns, state: parsed(state) })}\n`));
  yield listed(entry.events, lines(events.map(eventLine)));
  yield* evidenceFiles(source.improvementFiles(id), `${place}-evidence-`, entry.evidence, listed);
}

type Written = Manifest & Required<Pick<Manifest, 'improvements'>>;

function manifestFor({ incident }: BundleSource, { version, exportedAt, exportedBy, verdict }: Export): Written {
  return {
    format: FORMAT,
    product: { name: 'muster', version },
    incidentId: incident.id,
    mode: incident.mode === 'drill' ? 'drill' : 'real',
    exportedAt,
    exportedBy,
    seq: incident.seq,
    head: incident.headHash,
    state: verdict.state ?? null,
    faults: verdict.faultsInAll,
    files: [],
    documents: [],
    evidence: [],
    improvements: [],
  };
}

/** Hashes what passes through, and lists the file when it is through. */
async function* noted(path: string, bytes: AsyncIterable<Uint8Array>, { files }: Manifest): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  files.push({ path, size, sha256: hash.digest('hex') });
}

async function* eventLines(source: KeptRecord, plans: Map<string, { id: string; version: number }>) {
  for await (const kept of source.events()) {
    const line = eventLine(kept);
    const bare = line.event as { type?: string; plan?: PlanKey; basis?: { plan?: PlanKey } };
    const plan = bare.type === 'reported' ? bare.plan : bare.type === 'planMoved' ? bare.basis?.plan : undefined;
    if (plan !== undefined) plans.set(JSON.stringify([plan.id, plan.version]), plan);
    yield line;
  }
}

function eventLine({ seq, event, texts, hash }: KeptEvent) {
  return { seq, hash, event: parsed(event), texts: parsed(texts) };
}

interface PlanKey {
  id: string;
  version: number;
}

async function* messageLines(source: KeptRecord) {
  for await (const { firstSeq, message, sha256 } of source.messages()) {
    const value = parsed(message);
    // As its text where that is not what is written for its content: the checksum is of the text.
    yield { firstSeq, sha256, message: JSON.stringify(value) === message ? value : message };
  }
}

type Listed = (path: string, bytes: AsyncIterable<Uint8Array>) => ZipFile;

async function* planFiles(source: KeptRecord, plans: PlanKey[], listed: Listed): AsyncGenerator<ZipFile> {
  for (const [i, { id, version }] of plans.entries()) {
    const kept = await source.plan({ id, version });
    if (kept === undefined) continue;
    const { hash, document } = kept;
    const content = JSON.stringify({ id, version, hash, document }, null, 2);
    yield listed(`plans/${i + 1}-${safe(id)}-v${safe(String(version))}.json`, once(`${content}\n`));
  }
}

async function* basisFiles(source: KeptRecord, listed: Listed): AsyncGenerator<ZipFile> {
  const { firstBasisHash, basisHash } = source.incident;
  const likely = firstBasisHash === null ? JSON.stringify(await source.likelyFirstBasis()) : undefined;
  const first = firstBasisHash === null ? likely : await source.basis(firstBasisHash);
  if (first !== undefined) yield listed('bases/first.json', once(first));
  const last = basisHash === firstBasisHash ? undefined : await source.basis(basisHash);
  if (last !== undefined) yield listed('bases/last.json', once(last));
}

async function* once(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}

async function* lines(values: AsyncIterable<object> | Iterable<object>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const value of values) {
    waiting += `${JSON.stringify(value)}\n`;
    if (waiting.length < CHUNK) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting);
}

/** The text itself where it is damaged. */
function parsed(json: string): unknown {
  return objectIn(json) ?? json;
}

/** As part of a name of a file. */
function safe(text: string): string {
  return text.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 70) || '-';
}
