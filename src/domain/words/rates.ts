import { said } from '../lang.js';
import type { Lang } from '../lang.js';
import type { Deciding, Proposed, RatedFigure } from '../drill/index.js';
import { isTimeMeasure } from '../plan/compiled.js';
import type { RateRule, RatingMeasure } from '../plan/compiled.js';
import { measureWords } from './measured.js';
import { formatDuration } from './time.js';

const OWN = {
  key: said('Final grade against the key', '最终定级与情景答案的差距'),
  expectedActions: said('Injects with an expected action', '有预期行动的情景注入'),
  approval: said('Scheme approved and issued', '方案经批准并印发'),
};

const SOURCES = {
  actions: said('expected actions', '预期行动'),
  weaknesses: said('weaknesses', '薄弱环节'),
};

/** What a drill is rated by. */
function ratingMeasureWords(by: RatingMeasure, lang: Lang): string {
  switch (by) {
    case 'key':
    case 'expectedActions':
    case 'approval':
      return OWN[by][lang];
    default:
      return measureWords(by, lang);
  }
}

/** `Grading (TTG): from the report to the level: 12 min (P)`. */
export function ratedFigureWords({ by, value, rating, simulated }: RatedFigure, lang: Lang): string {
  const zh = lang === 'zh-CN';
  const shown = isTimeMeasure(by) || by === 'key' ? value : value * 100;
  const figure = `${boundWords(by, shown, lang)}${simulated ? (zh ? '（模拟）' : ' (simulated)') : ''}`;
  const name = ratingMeasureWords(by, lang);
  return zh ? `${name}：${figure}（${rating}）` : `${name}: ${figure} (${rating})`;
}

/** Where several things rate a criterion, which of them counted. */
export function decidingWords(
  { figures = [], weaknesses = [], ...count }: Proposed,
  by: Deciding[],
  lang: Lang,
): string {
  const zh = lang === 'zh-CN';
  const sources =
    figures.length + (weaknesses.length > 0 ? 1 : 0) + (count.inTime + count.late + count.missed > 0 ? 1 : 0);
  if (sources < 2) return '';
  const named = by.map((one) =>
    one === 'actions' || one === 'weaknesses' ? SOURCES[one][lang] : ratingMeasureWords(one, lang),
  );
  return zh ? `以较差者为准：${named.join('、')}` : `the worst counts: ${named.join('; ')}`;
}

/** `Grading (TTG): from the report to the level: P within 15 min, S within 20 min, M within 30 min`. */
export function rateRuleWords({ by, P, S, M }: RateRule, lang: Lang): string {
  const zh = lang === 'zh-CN';
  const bounds = (['P', 'S', 'M'] as const).flatMap((rating) => {
    const bound = { P, S, M }[rating];
    if (bound === undefined) return [];
    const words = boundWords(by, bound, lang);
    if (isTimeMeasure(by)) return [zh ? `${rating} ${words}以内` : `${rating} within ${words}`];
    if (by === 'key') return [`${rating} ${words}`];
    return [zh ? `${rating} 不低于${words}` : `${rating} from ${words}`];
  });
  const name = ratingMeasureWords(by, lang);
  return zh ? `${name}：${bounds.join('，')}` : `${name}: ${bounds.join(', ')}`;
}

/** A share is in per cent here. */
function boundWords(by: RatingMeasure, bound: number, lang: Lang): string {
  if (isTimeMeasure(by)) return formatDuration(bound, lang);
  if (by !== 'key') return `${Math.round(bound)}%`;
  if (bound === 0) return lang === 'zh-CN' ? '一致' : 'as in the key';
  if (lang === 'zh-CN') return `相差${bound}级`;
  return bound === 1 ? 'one level away' : `${bound} levels away`;
}
