import { CONTENT_TYPES } from '../domain/contentTypes.js';
import { compilePlan } from '../domain/plan/compile.js';
import type { Basis } from '../domain/plan/compiled.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { canonical, sha256 } from '../seal/index.js';
import { counted } from './findings.js';
import type { Findings } from './findings.js';
import type { KeptRecord } from './kept.js';
import { documentName } from './namedInEvents.js';
import type { CheckedEvents } from './checkEvents.js';

export async function checkDocuments(
  record: KeptRecord,
  { named, whole, isFinished }: CheckedEvents,
  findings: Findings,
): Promise<void> {
  const missing = new Map(named.documents);
  let underWay = 0;
  for await (const { id, kind, format, lang, contentType, sha256: noted, found } of record.documents()) {
    findings.checked.documents += 1;
    const item = documentName(id, format, lang);
    const event = named.documents.get(item);
    missing.delete(item);
    const destroyed = named.gone.documents.get(item);
    if (destroyed !== undefined) findings.fault({ code: 'not_erased', ...seqAndType(destroyed), item });
    else if (event === undefined) {
      const effect = id.startsWith(`${record.incident.id}-`) ? id.slice(record.incident.id.length + 1) : '';
      if (noted !== found) findings.fault({ code: 'document_changed', item, found, needed: noted });
      else if (mayBeWritten(effect, named, isFinished)) underWay += 1;
      else if (whole) findings.fault({ code: 'document_stray', item });
    }
    if (event === undefined) continue;
    if (kind !== event.kind) {
      findings.fault({ code: 'document_differs', ...seqAndType(event), item, found: kind, needed: event.kind });
    }
    const typed = typeNeeded(format, contentType);
    if (typed !== undefined) {
      findings.fault({ code: 'document_differs', ...seqAndType(event), item, found: contentType, needed: typed });
    }
    const wrong = [found, noted].find((hash) => hash !== event.sha256);
    if (wrong === undefined) continue;
    findings.fault({ code: 'document_changed', ...seqAndType(event), item, found: wrong, needed: event.sha256 });
  }
  for (const [item, event] of missing) findings.fault({ code: 'document_missing', ...seqAndType(event), item });
  findings.remark({ code: 'not_recorded_yet', count: underWay, item: 'documents' });
  findings.remark({ code: 'document_erased', ...counted(named.documentsErased) });
}

/** Where the noted type is not that of the format. */
export function typeNeeded(format: string, noted: string): string | undefined {
  const typed = CONTENT_TYPES[format as keyof typeof CONTENT_TYPES] as string | undefined;
  return typed === noted ? undefined : typed;
}

function mayBeWritten(effect: string, named: CheckedEvents['named'], isFinished: boolean): boolean {
  const isAsked = named.beingWritten.has(effect);
  return isFinished ? isAsked && named.isUnwritten : isAsked || named.mayBeUnrecorded(effect);
}

export async function checkEvidence(
  record: KeptRecord,
  { named, whole }: CheckedEvents,
  findings: Findings,
): Promise<void> {
  const missing = new Map(named.evidence);
  let unused = 0;
  let withheld = 0;
  for await (const { sha256: needed, found, size } of record.evidence()) {
    const event = named.evidence.get(needed);
    missing.delete(needed);
    const destroyed = named.gone.evidence.get(needed);
    if (destroyed !== undefined) findings.fault({ code: 'not_erased', ...seqAndType(destroyed), item: needed });
    else if (event === undefined) unused += 1;
    if (found === undefined) withheld += 1;
    else {
      findings.checked.evidence += 1;
      if (found !== needed) {
        findings.fault({ code: 'evidence_changed', ...seqAndType(event), item: needed, found, needed });
      } else if (size !== undefined && size.found !== size.noted) {
        const sizes = { found: String(size.noted), needed: String(size.found) };
        findings.fault({ code: 'evidence_changed', ...seqAndType(event), item: needed, ...sizes });
      }
    }
  }
  for (const [item, event] of missing) findings.fault({ code: 'evidence_missing', ...seqAndType(event), item });
  if (whole) findings.remark({ code: 'evidence_unused', count: unused });
  findings.remark({ code: 'evidence_withheld', count: withheld });
  findings.remark({ code: 'evidence_erased', ...counted([...named.gone.evidence.keys()]) });
}

/** Each version that the incident ran by, and that the first is what its compiled form was made of. */
export async function checkPlans(
  record: KeptRecord,
  { named }: CheckedEvents,
  first: Basis | undefined,
  findings: Findings,
): Promise<void> {
  for (const { seq, type, plan } of named.plans) {
    const item = `${plan.id} ${plan.version}`;
    const kept = await record.plan(plan);
    if (kept === undefined) {
      findings.fault({ code: 'plan_missing', seq, type, item, needed: plan.hash });
      continue;
    }
    findings.checked.plans += 1;
    const wrong = [sha256(canonical(kept.document)), kept.hash].find((hash) => hash !== plan.hash);
    if (wrong !== undefined) findings.fault({ code: 'plan_changed', seq, type, item, found: wrong, needed: plan.hash });
    else if (type === 'reported' && first !== undefined) comparePlan(kept.document, first, plan.hash, item, findings);
  }
}

/** Nothing in the chain holds the compiled form of the first version; it follows from the version itself. */
function comparePlan(document: object, { plan }: Basis, hash: string, item: string, findings: Findings): void {
  const same = (() => {
    try {
      return canonical(compilePlan(document as PlanDocument, hash)) === canonical(plan);
    } catch {
      return false;
    }
  })();
  if (!same) findings.remark({ code: 'plan_compiled_otherwise', item });
}

export function seqAndType(event: { seq: number; type: string } | undefined): { seq?: number; type?: string } {
  return event === undefined ? {} : { seq: event.seq, type: event.type };
}
