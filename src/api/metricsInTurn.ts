import { nowOf } from '../domain/incident/index.js';
import type { State } from '../domain/incident/index.js';
import type { IncidentMetrics } from '../domain/metrics/index.js';
import type { Instant } from '../domain/time.js';
import type { ApiDeps } from './deps.js';
import { loadIncident } from './loadIncident.js';
import { measureOne } from './measure.js';
import { SharedTurns } from './plans/sharedTurns.js';
import { ProblemError } from './problemError.js';

/** Of so many incidents metrics wait to be taken; of one they are at a time. */
const MOST_WAITING = 100;
const RETRY_AFTER_S = 2;

/** What the language of whoever asks does not change. */
interface Taken {
  state: State;
  at: Instant;
  metrics: IncidentMetrics;
}

/** Metrics of one incident, which all its events are read for: one at a time, and once for all who ask meanwhile. */
export interface MetricsInTurn {
  /** `undefined` when `gone` aborts first. */
  take(incidentId: string, gone: AbortSignal): Promise<Taken | undefined>;
}

export function createMetricsInTurn(deps: ApiDeps): MetricsInTurn {
  const turns = new SharedTurns<Taken>({ most: MOST_WAITING, tooMany: busy });
  return {
    take: (incidentId, gone) =>
      turns.ask(
        incidentId,
        async () => {
          const state = await loadIncident(deps, incidentId);
          const at = nowOf(state, deps.settings.now());
          return { state, at, metrics: await measureOne(deps.store, state.incidentId, state.basis.plan, at) };
        },
        gone,
      ),
  };
}

function busy(waiting: number): ProblemError {
  return new ProblemError('metrics_busy', { waiting }, {}, { headers: { 'Retry-After': String(RETRY_AFTER_S) } });
}
