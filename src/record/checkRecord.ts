import type { KnownHead, RecordVerdict } from '../domain/record.js';
import { checkEvents } from './checkEvents.js';
import { checkImprovements } from './checkImprovements.js';
import { checkDocuments, checkEvidence, checkPlans } from './checkKept.js';
import { checkNotices } from './checkNotices.js';
import { checkFirstBasis, checkLastBasis, checkState, firstBasis } from './checkState.js';
import { checkPublications } from './checkPublications.js';
import { Findings } from './findings.js';
import type { ChainHead, KeptRecord } from './kept.js';

interface Given {
  exportedState?: string | null;
  heads?: readonly KnownHead[];
  improvementHeads?: readonly ChainHead[];
}

/**
 * Holds everything that is kept of an incident against its events, and the events against their chain. What is found goes
 * to `findings`, where more may be said before and after. `exportedState`: SHA-256 of the state that the events gave where it was
 * exported. `heads`: what was kept elsewhere of its chain, `improvementHeads` of those that came of it.
 */
export async function checkRecord(
  record: KeptRecord,
  findings = new Findings(),
  { exportedState, heads = [], improvementHeads = [] }: Given = {},
): Promise<RecordVerdict> {
  const { id, seq, headHash } = record.incident;
  const basis = await firstBasis(record, findings);
  await checkLastBasis(record, findings);
  const events = await checkEvents(record, basis, findings, heads);
  checkFirstBasis(basis, events, findings);
  if (events.erased > 0) findings.remark({ code: 'texts_erased', count: events.erased });
  findings.remark({ code: 'messages_erased', count: events.messagesErased });
  const state = checkState(record, events, findings, exportedState ?? undefined);
  await checkPlans(record, events, basis, findings);
  await checkNotices(record, events, findings);
  await checkDocuments(record, events, findings);
  await checkEvidence(record, events, findings);
  checkPublications(record, events, findings);
  await checkImprovements(record, events, findings, improvementHeads);
  findings.remark({ code: 'not_covered' });
  findings.remark({ code: 'head_to_keep' });
  const { checked, faults, faultsInAll, remarks } = findings;
  return {
    incidentId: id,
    seq,
    head: headHash,
    checked,
    faults,
    faultsInAll,
    remarks,
    ...(state === undefined ? {} : { state }),
    ...(checked.improvements === undefined ? {} : { improvements: findings.improvements }),
  };
}
