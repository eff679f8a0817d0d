import type { Refused } from '../../domain/improvement/index.js';
import type { Lang } from '../../domain/lang.js';
import type { Names } from '../../domain/plan/names.js';
import { improvementRefusalWords } from '../../domain/words/index.js';
import { RefusedError } from '../problemError.js';
import { IMPROVEMENT_REFUSAL_STATUS } from '../refusalStatus.js';

export function refusedBy(
  { code, found, needed }: Omit<Refused, 'type'>,
  names: Names,
  lang: Lang,
  members: { seq?: number } = {},
): RefusedError {
  const refusal = { code, found, needed };
  const words = improvementRefusalWords(refusal, names, lang);
  return new RefusedError({ status: IMPROVEMENT_REFUSAL_STATUS[code], ...refusal }, words, { members });
}
