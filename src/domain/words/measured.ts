import type { Measured } from '../evaluation/index.js';
import type { Lang } from '../lang.js';
import { isUnknown } from '../metrics/index.js';
import type { Measure } from '../plan/compiled.js';
import { shareMetricWords, timeMetricWords, unknownWords } from './metrics.js';
import { formatDuration } from './time.js';

/** What is measured, as the metrics call it. */
export function measureWords(measure: Measure, lang: Lang): string {
  switch (measure) {
    case 'reach':
      return shareMetricWords('reach15', lang);
    case 'filings':
    case 'sitreps':
    case 'requests':
      return shareMetricWords(measure, lang);
    default:
      return timeMetricWords(measure, lang);
  }
}

/** The figure, or why there is none. */
export function measuredWords(measured: Measured, lang: Lang): string {
  const taken = measured.kind === 'time' ? measured.time : measured.share;
  if (isUnknown(taken)) return unknownWords(taken.unknown, lang);
  if ('value' in taken) {
    const played = lang === 'zh-CN' ? '（模拟）' : ' (simulated)';
    return `${formatDuration(taken.value, lang)}${taken.simulated ? played : ''}`;
  }
  const percent = Math.round((taken.met / taken.of) * 100);
  return lang === 'zh-CN' ? `${taken.met}/${taken.of}（${percent}%）` : `${taken.met} of ${taken.of} (${percent}%)`;
}
