import type { IncidentEvent } from '../incident/index.js';
import { isUnknown } from '../metrics/index.js';
import type { IncidentMetrics } from '../metrics/index.js';
import { isTimeMeasure, MEASURES, RATINGS } from '../plan/compiled.js';
import type { Measure, RateRule, Rating } from '../plan/compiled.js';
import { measuredAs } from './measured.js';

/** Milliseconds, a share from 0 to 1, or how many levels the grade is away from the key. */
export interface Figure {
  value: number;
  /** The simulator had a part in it: it says nothing of people. */
  simulated?: true;
}

/** What is known; a figure that could not be taken is absent. */
export type Figures = Partial<Record<Measure, Figure>>;

/** `events`: those that the metrics were taken from, where it matters who did what. */
export function figuresOf(metrics: IncidentMetrics, events: readonly IncidentEvent[] = []): Figures {
  const played = new Set(events.flatMap(({ seq, via }) => (via === 'simulator' ? [seq] : [])));
  // Who comes is told by the machine, once enough have come.
  const came = events.some(({ type, via }) => via === 'simulator' && (type === 'acknowledged' || type === 'arrived'));
  return Object.fromEntries(
    MEASURES.flatMap((measure): [Measure, Figure][] => {
      const measured = measuredAs(measure, metrics);
      const taken = measured.kind === 'time' ? measured.time : measured.share;
      if (isUnknown(taken)) return [];
      const simulated = taken.seqs.some((seq) => played.has(seq)) || (measure === 'quorum' && came);
      const value = 'value' in taken ? taken.value : taken.met / taken.of;
      const marked = simulated || ('value' in taken && taken.simulated === true);
      return [[measure, { value, ...(marked ? { simulated: true } : {}) }]];
    }),
  );
}

/** The best rating whose bound the figure keeps. A share counts as it is shown, in whole per cent. */
export function ratedBy({ by, P, S, M }: RateRule, value: number): Rating {
  const isLessBetter = isTimeMeasure(by) || by === 'key';
  const keeps = (bound: number | undefined): boolean => {
    if (bound === undefined) return false;
    return isLessBetter ? value <= bound : Math.round(value * 100) >= bound;
  };
  return keeps(P) ? 'P' : keeps(S) ? 'S' : keeps(M) ? 'M' : 'U';
}

/** Undefined where there is none. */
export function worst(ratings: readonly (Rating | undefined)[]): Rating | undefined {
  return RATINGS.findLast((rating) => ratings.includes(rating));
}
