import type { Measured } from '../../../domain/evaluation/index.js';
import { isUnknown } from '../../../domain/metrics/index.js';
import { measuredWords, shareMetricWords, unknownWords } from '../../../domain/words/index.js';
import type { ReportContext } from './context.js';

/**
 * The figure, or why there is none; marked where the simulator had a part in it. `isQuorum`: who comes is told by the machine,
 * once enough have come.
 */
export function figureWords(context: ReportContext, measured: Measured, isQuorum = false): string {
  const { words, lang, incident } = context;
  const taken = measured.kind === 'time' ? measured.time : measured.share;
  if (isUnknown(taken)) return `${words.blank}${words.bracket(unknownWords(taken.unknown, lang))}`;
  const told = measuredWords(measured, lang);
  if ('value' in taken && taken.simulated === true) return told;
  const played = (incident?.events ?? []).filter(({ via }) => via === 'simulator');
  const came = isQuorum && played.some(({ type }) => type === 'acknowledged' || type === 'arrived');
  return came || played.some(({ seq }) => taken.seqs.includes(seq)) ? `${told}${words.simulated}` : told;
}

/** Reports by limits that we have set ourselves: those of the law do not count them. Nothing where there were none. */
export function ownFilings(context: ReportContext): [string, string][] {
  const own = context.metrics?.filings.onTimeOwn;
  if (own === undefined || isUnknown(own)) return [];
  return [[shareMetricWords('filingsOwn', context.lang), figureWords(context, { kind: 'share', share: own })]];
}
