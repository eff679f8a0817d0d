import type { Lang } from '../../domain/lang.js';
import type { RecordVerdict } from '../../domain/record.js';
import { faultWords, remarkWords } from '../../domain/words/index.js';
import type { RecordVerification } from '../contract.js';

export function recordView(verdict: RecordVerdict, lang: Lang): RecordVerification {
  const { incidentId, seq, head, checked, faults, faultsInAll, remarks } = verdict;
  return {
    incidentId,
    intact: faultsInAll === 0,
    seq,
    head,
    checked,
    faults: faults.map((fault) => ({ ...fault, words: faultWords(fault, lang) })),
    faultsInAll,
    remarks: remarks.map((remark) => ({ ...remark, words: remarkWords(remark, lang) })),
  };
}
