import type { Lang } from '../../domain/lang.js';
import type { ImprovementVerdict, RecordVerdict } from '../../domain/record.js';
import { faultWords, remarkWords } from '../../domain/words/index.js';
import type { ImprovementVerification, RecordVerification } from '../contract.js';

export function recordView(verdict: RecordVerdict, lang: Lang): RecordVerification {
  const { incidentId, seq, head, checked } = verdict;
  return { incidentId, seq, head, checked, ...foundView(verdict, lang) };
}

export function improvementProofView(verdict: ImprovementVerdict, lang: Lang): ImprovementVerification {
  const { improvementId, seq, head, checked } = verdict;
  return { improvementId, seq, head, checked, ...foundView(verdict, lang) };
}

function foundView({ faults, faultsInAll, remarks }: RecordVerdict | ImprovementVerdict, lang: Lang) {
  return {
    intact: faultsInAll === 0,
    faults: faults.map((fault) => ({ ...fault, words: faultWords(fault, lang) })),
    faultsInAll,
    remarks: remarks.map((remark) => ({ ...remark, words: remarkWords(remark, lang) })),
  };
}
