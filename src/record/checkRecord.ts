import type { RecordVerdict } from '../domain/record.js';
import { checkEvents } from './checkEvents.js';
import { checkImprovements } from './checkImprovements.js';
import { checkDocuments, checkEvidence, checkPlans } from './checkKept.js';
import { checkNotices } from './checkNotices.js';
import { checkLastBasis, checkState, firstBasis } from './checkState.js';
import { checkPublications } from './checkPublications.js';
import { Findings } from './findings.js';
import type { KeptRecord } from './kept.js';

/**
 * Holds everything that is kept of an incident against its events, and the events against their chain. What is found goes
 * to `findings`, where more may be said before and after. `exportedState`: SHA-256 of the state that the events gave where it was
 * exported.
 */
export async function checkRecord(
  record: KeptRecord,
  findings = new Findings(),
  exportedState?: string | null,
): Promise<RecordVerdict> {
  const { id, seq, headHash } = record.incident;
  const basis = await firstBasis(record, findings);
  await checkLastBasis(record, findings);
  const events = await checkEvents(record, basis, findings);
  if (events.erased > 0) findings.remark({ code: 'texts_erased', count: events.erased });
  findings.remark({ code: 'messages_erased', count: events.messagesErased });
  const state = checkState(record, events, findings, exportedState ?? undefined);
  await checkPlans(record, events, basis, findings);
  await checkNotices(record, events, findings);
  await checkDocuments(record, events, findings);
  await checkEvidence(record, events, findings);
  checkPublications(record, events, findings);
  await checkImprovements(record, events, findings);
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
  };
}
