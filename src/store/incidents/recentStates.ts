import type { State } from '../../domain/incident/index.js';

/**
 * The states last recorded by this process, so that recording a large incident does not read it back each time. The
 * hash of the last event tells whether another process has recorded since.
 */
export interface RecentStates {
  get(incidentId: string, headHash: string): State | undefined;
  /** Only after the commit. */
  keep(state: State, headHash: string): void;
}

const KEPT = 100;

export function createRecentStates(): RecentStates {
  const kept = new Map<string, { headHash: string; state: State }>();
  return {
    get(incidentId, headHash) {
      const known = kept.get(incidentId);
      return known?.headHash === headHash ? known.state : undefined;
    },
    keep(state, headHash) {
      kept.delete(state.incidentId);
      kept.set(state.incidentId, { state, headHash });
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}
