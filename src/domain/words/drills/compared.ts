import { isTime } from '../../drill/index.js';
import type { ComparedRow } from '../../drill/index.js';
import type { Lang } from '../../lang.js';
import { said } from '../../lang.js';
import { measureWords } from '../measured.js';
import { formatDuration } from '../time.js';

const OWN = {
  score: said('Score', '得分'),
  actions: said('Expected actions in time', '预期行动按时完成'),
};

/** What is compared from drill to drill. */
export function comparedWords(measure: ComparedRow['measure'], lang: Lang): string {
  return measure === 'score' || measure === 'actions' ? OWN[measure][lang] : measureWords(measure, lang);
}

export function comparedFigure(measure: ComparedRow['measure'], value: number, lang: Lang): string {
  if (measure === 'score') return String(value);
  return isTime(measure) ? formatDuration(value, lang) : `${Math.round(value * 100)}%`;
}
