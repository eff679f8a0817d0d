import type { Lang } from '../../domain/lang.js';
import type { Names } from '../../domain/plan/names.js';
import { erasureWords } from '../../domain/words/index.js';
import type { Erasure, EvidenceEntry } from '../../store/index.js';
import type { ErasureAnswer, ErasureList } from '../contract.js';
import type { ErasureOutcome } from '../erasure/outcome.js';
import { actorView, iso, isoIfAny } from './named.js';

export function erasureView(
  { kind, subject }: Pick<Erasure, 'kind' | 'subject'>,
  outcome: ErasureOutcome,
  lang: Lang,
): ErasureAnswer {
  const { erasure, done, counts, left, idRows, pending, cleared = true, doubts } = outcome;
  const preview = erasure === undefined;
  const files = (evidence: readonly EvidenceEntry[], destroyed: readonly string[]) =>
    evidence.map(({ sha256, name, storedBy }) => ({
      ...{ sha256, name, storedBy },
      destroyed: !preview && destroyed.includes(sha256),
    }));
  const incidents = outcome.incidents.map(({ incidentId, texts, messages, documents, evidence, destroyed }) => ({
    incidentId,
    texts: texts.reduce((sum, { fields }) => sum + fields.length, 0),
    messages: messages.length,
    documents: documents.length,
    evidence: files(evidence, destroyed),
  }));
  const improvements = outcome.improvements.map(({ id, places, evidence, destroyed }) => ({
    ...{ id, texts: places.length },
    evidence: files(evidence, destroyed),
  }));
  const drills = outcome.drills.map(({ id, places, sheets, papers }) => ({
    ...{ id, texts: places.length, sheets, papers: papers.length },
  }));
  const undecided = [...outcome.incidents, ...outcome.improvements].reduce(
    (sum, one) => sum + one.evidence.length - one.destroyed.length,
    0,
  );
  return {
    id: erasure?.id,
    ...{ kind, subject, preview, done, counts, incidents, improvements, drills, left, idRows },
    found: foundView(outcome.preview),
    words: erasureWords({ kind, subject, preview, idRows, left, undecided, pending, cleared, doubts }, lang),
  };
}

function foundView(preview: ErasureOutcome['preview']): ErasureAnswer['found'] {
  if (preview === undefined) return undefined;
  const { words, places, leftOut, registers } = preview;
  const entries = new Map<string, number>();
  const versions = (register: string) => registers.filter((one) => one.register === register);
  for (const { people } of versions('roster')) {
    for (const id of people) entries.set(id, (entries.get(id) ?? 0) + 1);
  }
  return {
    ...{ lookedFor: [...words], texts: places, leftOut },
    rosterEntries: [...entries].map(([person, count]) => ({ person, versions: count })),
    ledgerVersions: versions('ledger').length,
  };
}

export function erasureItem(
  { id, kind, subject, reason, erasedBy, begunAt, doneAt, counts }: Erasure,
  speech: { names: Names; lang: Lang },
): ErasureList['items'][number] {
  const { tokenId: _, ...by } = erasedBy;
  return {
    ...{ id, kind, subject, reason, by: actorView(by, speech), begunAt: iso(begunAt) },
    doneAt: isoIfAny(doneAt ?? undefined),
    counts: counts ?? undefined,
  };
}
