import { decide, evolve, fold, open } from '../../src/domain/incident/index.js';
import type { IncidentEvent, Report, State } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { MINUTE } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';

export const basis: Basis = { plan: samplePlan(), holders: sampleHolders() };

export const REPORTED_AT = Date.UTC(2026, 2, 1, 8, 30);

function reportOf(incidentId: string, changes: Partial<Report> = {}): Report {
  return {
    incidentId,
    mode: 'real',
    category: 'operation',
    title: '支付接口超时',
    place: '上海机房',
    facts: { usersAffected: 2_000 },
    ...changes,
  };
}

export function reported(incidentId: string, changes: Partial<Report> = {}, at = REPORTED_AT): IncidentEvent[] {
  return open(reportOf(incidentId, changes), basis, { actor: { kind: 'operator' }, via: 'api', requestId: 'r' }, at);
}

/** What follows when the commander confirms the incident. */
export function confirmed(state: State, requestId = 'verify-1'): IncidentEvent[] {
  const actor = { kind: 'person', id: 'lin-wei' } as const;
  const message = { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控与用户反馈一致' } as const;
  return decide(state, { ...message, requestId, actor, via: 'api' }, REPORTED_AT + MINUTE);
}

/** An incident with exactly `count` events, most of them refusals of somebody without authority. */
export function longIncident(incidentId: string, count: number): IncidentEvent[] {
  const events = reported(incidentId);
  let state = fold(basis, events);
  while (events.length < count) {
    const more = refused(state, `request-${state.seq}`);
    events.push(...more);
    state = more.reduce(evolve, state);
  }
  return events.slice(0, count);
}

/** One event: somebody without a post wanted to confirm. */
export function refused(state: State, requestId: string): IncidentEvent[] {
  const actor = { kind: 'person', id: 'nobody' } as const;
  const message = { type: 'verify', outcome: 'confirmed', reason: 'I think so' } as const;
  return decide(state, { ...message, requestId, actor, via: 'api' }, REPORTED_AT + state.seq * 1_000);
}

export function inBatches<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
