import { sha256 } from '../../seal/index.js';
import type { Findings } from '../findings.js';
import type { BundledRecord } from './bundledRecord.js';
import { MANIFEST, README_PATH } from './manifest.js';
import type { Manifest } from './manifest.js';
import { hashOf } from './readFiles.js';
import type { ZipReader } from './readZip.js';
import { README } from './readme.js';

interface Checked {
  record: BundledRecord;
  isSameRelease: boolean;
  /** The events are, so that it is known which plans belong to them. */
  isWhole: boolean;
}

const PLANS = 'plans/';

/** Every file is as the manifest lists it, and is there for something: a list can be written by whoever adds a file. */
export async function checkFiles(
  zip: ZipReader,
  manifest: Manifest,
  checked: Checked,
  findings: Findings,
): Promise<void> {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const referenced = referencedBy(manifest);
  for (const path of referenced) {
    if (!listed.has(path)) findings.fault({ code: 'manifest_differs', item: path });
  }
  for (const [path, { sha256, size }] of listed) {
    const entry = zip.entries.get(path);
    if (entry === undefined) findings.fault({ code: 'file_missing', item: path });
    else {
      const found = await hashOf(zip.read(path));
      if (found !== sha256) findings.fault({ code: 'file_changed', item: path, found, needed: sha256 });
      else if (size !== entry.size) {
        const sizes = { found: String(size), needed: String(entry.size) };
        findings.fault({ code: 'manifest_differs', item: `${path} (size)`, ...sizes });
      }
    }
  }
  const belonging = new Set([...FIXED, ...referenced, ...basesOf(checked.record), ...checked.record.plansUsed]);
  for (const path of zip.entries.keys()) {
    const belongs = belonging.has(path) || (!checked.isWhole && path.startsWith(PLANS));
    if (!listed.has(path) ? path !== MANIFEST : !belongs) findings.fault({ code: 'file_stray', item: path });
  }
  await checkReadme(zip, listed, checked, findings);
}

const FIXED = [README_PATH, 'incident.json', 'events.jsonl', 'messages.jsonl', 'notices.jsonl'];

function referencedBy({ documents, evidence, improvements = [] }: Manifest): Set<string> {
  const ofImprovements = improvements.flatMap(({ path, events, evidence }) => [
    { path },
    { path: events },
    ...evidence,
  ]);
  return new Set([...documents, ...evidence, ...ofImprovements].flatMap(({ path }) => path ?? []));
}

function basesOf({ incident: { basisHash, firstBasisHash } }: BundledRecord): string[] {
  return ['bases/first.json', ...(basisHash === firstBasisHash ? [] : ['bases/last.json'])];
}

/** It tells people how to check the rest. */
async function checkReadme(
  zip: ZipReader,
  listed: ReadonlyMap<string, { sha256: string }>,
  { isSameRelease }: Checked,
  findings: Findings,
): Promise<void> {
  const told = listed.get(README_PATH);
  if (told === undefined) return findings.fault({ code: 'file_missing', item: README_PATH });
  if (!isSameRelease || !zip.entries.has(README_PATH)) return;
  const [found, needed] = [await hashOf(zip.read(README_PATH)), sha256(README)];
  // Otherwise the manifest has told.
  if (found !== needed && found === told.sha256) {
    findings.fault({ code: 'file_changed', item: README_PATH, found, needed });
  }
}
