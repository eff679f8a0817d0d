import type { KnownHead, RecordVerdict } from '../../domain/record.js';
import { checkRecord } from '../checkRecord.js';
import { Findings } from '../findings.js';
import type { ChainHead } from '../kept.js';
import { bundledRecord } from './bundledRecord.js';
import { checkFiles } from './checkFiles.js';
import { Manifest, MANIFEST } from './manifest.js';
import { hashOf } from './readFiles.js';
import { bytesOf, NoBundle, ZipReader } from './readZip.js';

const MOST_MANIFEST = 16 * 1024 * 1024;

export interface BundleVerdict extends RecordVerdict {
  /** SHA-256 of the whole file. */
  sha256: string;
  /** Absent where the manifest cannot be read. */
  exported?: { at: string; by: string; version: string };
}

export interface BundleExpected {
  /** As the export printed it. */
  sha256: string | undefined;
  /** Of the product that checks. */
  version: string;
  /** What was kept elsewhere of the chain of the incident. */
  heads?: readonly KnownHead[];
  /** And of those of the improvements that came of it. */
  improvementHeads?: readonly ChainHead[];
}

/**
 * Checks a bundle with nothing but itself. Found is, in this order: that it is another file than was exported, what the
 * record says against itself, files that are not as the manifest lists them, and any other byte that is not as it was written.
 * Throws what the file system throws.
 */
export async function checkBundle(
  path: string,
  { sha256: expected, ...given }: BundleExpected,
): Promise<BundleVerdict> {
  const findings = new Findings();
  const sha256 = await hashOf(bytesOf(path));
  if (expected !== undefined && sha256 !== expected) {
    findings.fault({ code: 'bundle_hash_differs', found: sha256, needed: expected });
  }
  let zip: ZipReader | undefined;
  try {
    zip = await ZipReader.open(path);
    return { ...(await checkZip(zip, given, findings)), sha256 };
  } catch (error) {
    if (!(error instanceof NoBundle)) throw error;
    findings.fault({ code: 'bundle_unreadable', why: error.why, item: error.part });
    return { ...nothing(findings), sha256 };
  } finally {
    await zip?.close();
  }
}

async function checkZip(
  zip: ZipReader,
  { version, ...known }: Omit<BundleExpected, 'sha256'>,
  findings: Findings,
): Promise<Omit<BundleVerdict, 'sha256'>> {
  const read = Manifest.safeParse(jsonIn(await zip.text(MANIFEST, MOST_MANIFEST)));
  if (!read.success) {
    const { path = [] } = read.error.issues[0] ?? {};
    findings.fault({ code: 'manifest_unreadable', item: path.join('.') || MANIFEST });
    return nothing(findings);
  }
  const manifest = read.data;
  const { product, exportedAt, exportedBy, faults } = manifest;
  findings.remark({ code: 'faulty_when_exported', count: faults });
  const isSameRelease = product.version === version;
  if (!isSameRelease) findings.remark({ code: 'other_release', item: product.version });
  const record = await bundledRecord(zip, manifest, (item) => findings.fault({ code: 'file_changed', item }));
  // What this release exported it computes anew: there is nothing to allow for.
  const verdict = await checkRecord(record, findings, {
    ...known,
    exportedState: isSameRelease ? null : manifest.state,
  });
  compareManifest(manifest, { ...verdict, mode: record.incident.mode }, isSameRelease, findings);
  await checkFiles(zip, manifest, { record, isSameRelease, isWhole: verdict.state !== undefined }, findings);
  // Named better already where anything was found.
  const difference = findings.faultsInAll === 0 ? await zip.firstDifference() : undefined;
  if (difference) {
    const { at, path } = difference;
    findings.fault({ code: 'bundle_changed', item: path === undefined ? `byte ${at}` : `${path}, byte ${at}` });
  }
  return {
    ...verdict,
    faultsInAll: findings.faultsInAll,
    exported: { at: exportedAt, by: exportedBy, version: product.version },
  };
}

function compareManifest(
  { incidentId, seq, head, mode, state }: Manifest,
  verdict: RecordVerdict & { mode: string },
  sameRelease: boolean,
  findings: Findings,
): void {
  const differs = (item: string, found: string, needed: string) => {
    if (found !== needed) findings.fault({ code: 'manifest_differs', item, found, needed });
  };
  differs('incidentId', incidentId, verdict.incidentId);
  differs('seq', String(seq), String(verdict.seq));
  differs('head', head, verdict.head);
  differs('mode', mode, verdict.mode);
  // Another release may keep more, or less, of the same events.
  if (sameRelease && state !== null && verdict.state !== undefined) differs('state', state, verdict.state);
}

/** Where there is nothing to read but faults. */
function nothing({ checked, faults, faultsInAll, remarks }: Findings): RecordVerdict {
  return { incidentId: '', seq: 0, head: '', checked, faults, faultsInAll, remarks };
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
