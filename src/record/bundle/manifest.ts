import { z } from 'zod';

/** Another form of the bundle has another number. */
export const FORMAT = 'muster-record/1';

export const MANIFEST = 'manifest.json';
export const README_PATH = 'README.txt';

/** Plain names in one folder at most: nothing that leads anywhere else when it is unpacked. */
export const PATH = /^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Path = z.string().regex(PATH);
const Size = z.int().min(0);
const Time = z.iso.datetime();

const DocumentInBundle = z.strictObject({
  path: Path,
  id: z.string(),
  kind: z.string(),
  format: z.string(),
  lang: z.string(),
  contentType: z.string(),
  /** As it stood beside the file in the store. */
  sha256: z.string(),
  createdAt: Time,
});
export type DocumentInBundle = z.infer<typeof DocumentInBundle>;

const EvidenceInBundle = z.strictObject({
  /** Absent: whoever exported it may not read files of evidence. */
  path: Path.optional(),
  sha256: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: Size,
  storedBy: z.string(),
  storedAt: Time,
});
export type EvidenceInBundle = z.infer<typeof EvidenceInBundle>;

const ImprovementInBundle = z.strictObject({
  id: z.string(),
  seq: Size,
  head: z.string(),
  /** Where it stood at the last event. */
  path: Path,
  events: Path,
  /** Files that were handed in. */
  evidence: z.array(EvidenceInBundle),
});
export type ImprovementInBundle = z.infer<typeof ImprovementInBundle>;

export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  product: z.strictObject({ name: z.literal('muster'), version: z.string() }),
  incidentId: z.string(),
  mode: z.enum(['real', 'drill']),
  exportedAt: Time,
  exportedBy: z.string(),
  seq: Size,
  head: z.string(),
  /** SHA-256 of the state that the events give; null where they gave none. */
  state: Sha256.nullable(),
  /** How many were found when it was exported. */
  faults: Size,
  files: z.array(z.strictObject({ path: Path, size: Size, sha256: Sha256 })),
  documents: z.array(DocumentInBundle),
  evidence: z.array(EvidenceInBundle),
  /** Those that came of it. Absent in a bundle of an earlier release. */
  improvements: z.array(ImprovementInBundle).exactOptional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The first release that puts the improvements into a bundle. */
const IMPROVEMENTS_SINCE = [0, 1, 0];

/** What no release was can say anything, and is not relied on. */
export function holdsImprovements({ product }: Manifest): boolean {
  const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(product.version)?.slice(1).map(Number);
  if (numbers === undefined) return false;
  const i = numbers.findIndex((number, at) => number !== IMPROVEMENTS_SINCE[at]);
  return i < 0 || numbers[i]! > IMPROVEMENTS_SINCE[i]!;
}
