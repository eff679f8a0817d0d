import { isTime } from '../../drill/index.js';
import type { ComparedRow, LeftOut } from '../../drill/index.js';
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

const LEFT: Record<LeftOut, { en: (count: number) => string; zh: (count: number) => string }> = {
  simulated: {
    en: (count) => `${count} in which absent people were played by the simulator: it is no measure for people`,
    zh: (count) => `有${count}次由系统模拟缺席人员，不与真人演练相比`,
  },
  inPerson: {
    en: (count) => `${count} by people: the simulator is no measure for them`,
    zh: (count) => `有${count}次由真人参加，不与系统模拟相比`,
  },
  older: {
    en: (count) => `${count} older ones: a page holds no more`,
    zh: (count) => `有${count}次较早的，限于篇幅未列`,
  },
};

/** What is not compared, and why. */
export function leftOutWords(why: LeftOut, count: number, lang: Lang): string {
  return lang === 'zh-CN' ? LEFT[why].zh(count) : LEFT[why].en(count);
}
