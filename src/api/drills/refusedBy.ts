import type { Refused } from '../../domain/drill/index.js';
import type { Lang } from '../../domain/lang.js';
import type { Names } from '../../domain/plan/names.js';
import { drillRefusalWords } from '../../domain/words/index.js';
import { RefusedError } from '../problemError.js';
import { DRILL_REFUSAL_STATUS } from '../refusalStatus.js';

export function refusedBy(
  { code, found, needed }: Omit<Refused, 'type'>,
  names: Names,
  lang: Lang,
  members: { seq?: number } = {},
): RefusedError {
  const refusal = { code, found, needed };
  const words = drillRefusalWords(refusal, names, lang);
  return new RefusedError({ status: DRILL_REFUSAL_STATUS[code], ...refusal }, words, { members });
}
