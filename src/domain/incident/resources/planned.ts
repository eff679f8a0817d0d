import type { ResourceId, RuleId } from '../../plan/compiled.js';
import { evaluate } from '../../plan/condition.js';
import type { EventBody, ReducedRequest, ReducedWhy, RequestedResource } from '../events.js';
import { knownIn } from '../knownFacts.js';
import type { ResourceRequest, State } from '../state.js';
import { amount, exact, firstOf, lotsAt, missingOf } from './lots.js';
import { isMoney } from './spending.js';

/**
 * What the plan gives an incident of this type and scale without being asked: the difference to what it has asked for
 * before. What goes back is what has not left the shelf, the latest request first; what a person asked for is left alone.
 */
export function planned(state: State, why: ReducedWhy, seq: number): EventBody[] {
  if (state.phase !== 'responding') return [];
  const wanted = wantedByPlan(state);
  const asked = askedByPlan(state);
  const requests: RequestedResource[] = [];
  const reduced: ReducedRequest[] = [];
  for (const [resource, { quantity, rules }] of wanted) {
    const more = exact(quantity - (asked.get(resource) ?? 0));
    if (more <= 0) continue;
    requests.push({
      request: `q${seq}.${requests.length + 1}`,
      resource,
      quantity: more,
      priority: why === 'activated' || why === 'reopened' ? 'urgent' : 'routine',
      rules,
      ...(isMoney(state, resource) ? { spending: 'setAside' } : {}),
    });
  }
  for (const [resource, quantity] of asked) {
    const less = exact(quantity - (wanted.get(resource)?.quantity ?? 0));
    if (less > 0) reduced.push(...reducedBy(state, resource, less));
  }
  return [
    ...(reduced.length === 0 ? [] : [{ type: 'requestsReduced', why, requests: reduced } as const]),
    ...(requests.length === 0 ? [] : [{ type: 'resourcesRequested', requests } as const]),
  ];
}

function wantedByPlan(state: State): Map<ResourceId, { quantity: number; rules: RuleId[] }> {
  const known = knownIn(state);
  const wanted = new Map<ResourceId, { quantity: number; rules: RuleId[] }>();
  for (const rule of state.basis.plan.allocation) {
    if (evaluate(rule.when, known, state.basis.plan) !== true) continue;
    for (const { resource, quantity } of rule.resources) {
      const before = wanted.get(resource) ?? { quantity: 0, rules: [] };
      wanted.set(resource, { quantity: exact(before.quantity + quantity), rules: [...before.rules, rule.id] });
    }
  }
  return wanted;
}

function askedByPlan({ resources }: State): Map<ResourceId, number> {
  const asked = new Map<ResourceId, number>();
  for (const { resource, planned: quantity } of Object.values(resources.requests)) {
    if (quantity !== undefined) asked.set(resource, exact((asked.get(resource) ?? 0) + quantity));
  }
  return asked;
}

function reducedBy({ resources }: State, resource: ResourceId, less: number): ReducedRequest[] {
  let left = less;
  return Object.entries(resources.requests)
    .toReversed()
    .flatMap(([request, found]) => {
      if (found.resource !== resource) return [];
      const by = Math.min(left, reducible(found));
      left = exact(left - by);
      return by > 0 ? [reduction(request, found, by)] : [];
    });
}

/** What is out, or used up, the plan cannot take back: it goes on counting as asked for. */
function reducible(request: ResourceRequest): number {
  const stays = amount(request, 'sent', 'there', 'consumed', 'damaged');
  return Math.max(0, exact((request.planned ?? 0) - stays));
}

/** What is still waited for goes first, then what is ready on the shelf. */
function reduction(request: string, found: ResourceRequest, by: number): ReducedRequest {
  const fromShelf = Math.max(0, exact(by - missingOf(found)));
  const lots = firstOf(lotsAt(found, 'ready'), fromShelf);
  const ends = found.ended === undefined && exact(found.wants - by) <= 0;
  return { request, resource: found.resource, by, lots, ...(ends ? { ends } : {}) };
}

/** It is over: whatever has not left the shelf goes back, and nothing is waited for any more. */
export function allReduced({ resources }: State, why: ReducedWhy): EventBody[] {
  const requests = Object.entries(resources.requests).flatMap(([id, found]): ReducedRequest[] => {
    if (found.ended !== undefined) return [];
    const lots = lotsAt(found, 'ready');
    const by = exact(missingOf(found) + amount(found, 'ready'));
    return [{ request: id, resource: found.resource, by, lots, ends: true }];
  });
  const partners = Object.entries(resources.partners).flatMap(
    ([request, { partner, ended, reply }]): ReducedRequest[] =>
      ended === undefined && reply === undefined ? [{ request, partner, by: 0, lots: [], ends: true }] : [],
  );
  const all = [...requests, ...partners];
  return all.length === 0 ? [] : [{ type: 'requestsReduced', why, requests: all }];
}
