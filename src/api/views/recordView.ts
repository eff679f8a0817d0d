import type { Lang } from '../../domain/lang.js';
import type { DrillVerdict, ImprovementVerdict, RecordVerdict } from '../../domain/record.js';
import { faultWords, remarkWords } from '../../domain/words/index.js';
import type { DrillVerification, ImprovementVerification, RecordVerification } from '../contract.js';

export function recordView(verdict: RecordVerdict, lang: Lang): RecordVerification {
  const { incidentId, seq, head, checked } = verdict;
  return { incidentId, seq, head, checked, ...foundView(verdict, lang) };
}

export function improvementProofView(verdict: ImprovementVerdict, lang: Lang): ImprovementVerification {
  const { improvementId, seq, head, checked } = verdict;
  return { improvementId, seq, head, checked, ...foundView(verdict, lang) };
}

export function drillProofView(verdict: DrillVerdict, lang: Lang): DrillVerification {
  const { drillId, seq, head, checked } = verdict;
  return { drillId, seq, head, checked, ...foundView(verdict, lang) };
}

type Found = Pick<RecordVerdict, 'faults' | 'faultsInAll' | 'remarks'>;

function foundView({ faults, faultsInAll, remarks }: Found, lang: Lang) {
  return {
    intact: faultsInAll === 0,
    faults: faults.map((fault) => ({ ...fault, words: faultWords(fault, lang) })),
    faultsInAll,
    remarks: remarks.map((remark) => ({ ...remark, words: remarkWords(remark, lang) })),
  };
}
