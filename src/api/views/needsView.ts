import { holderOf, requestSums, requestStatus, missingOf } from '../../domain/incident/index.js';
import type { AnyAsked, PartnerRequest, ResourceRequest, State } from '../../domain/incident/index.js';
import { partnerWords } from '../../domain/words/index.js';
import type { Needs } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { iso, isoIfAny, named, namedIfAny } from './named.js';

type ResourceView = Needs['resources'][number];

const PRIORITY = { urgent: 0, routine: 1, low: 2 };

/** The most urgent first, then in the order in which they were asked. */
export function needsView(state: State, speech: Speech): Needs {
  const { requests, partners } = state.resources;
  const resources = Object.entries(requests).map(([id, request]) => resourceView(state, id, request, speech));
  return {
    id: state.incidentId,
    resources: resources.sort((a, b) => PRIORITY[a.priority] - PRIORITY[b.priority]),
    partners: Object.entries(partners).map(([id, request]) => partnerView(id, request, speech)),
  };
}

function resourceView(state: State, id: string, request: ResourceRequest, speech: Speech): ResourceView {
  const { resource, quantity, ended, rules, budget, spending, insteadOf, lots, heldBy } = request;
  const { names, lang } = speech;
  const rule = state.basis.plan.resources?.find((known) => known.id === resource);
  return {
    ...common(id, request, speech),
    resource: named(speech, 'resource', resource),
    amount: names.resourceAmount(resource, quantity, lang),
    quantity,
    status: requestStatus(request),
    ended,
    missing: missingOf(request),
    heldBy,
    sums: requestSums(request),
    lots: Object.entries(lots).map(([item, sums]) => ({ item, ...sums })),
    rules,
    budget: namedIfAny(speech, 'budget', budget),
    spending,
    insteadOf,
    custodian: rule && {
      post: named(speech, 'post', rule.custodian),
      person: namedIfAny(speech, 'person', holderOf(state, rule.custodian)),
    },
  };
}

function partnerView(id: string, request: PartnerRequest, speech: Speech): Needs['partners'][number] {
  const { partner, reply, ended } = request;
  return {
    ...common(id, request, speech),
    partner: named(speech, 'partner', partner),
    ...partnerWords(partner, speech),
    reply: reply && { reply: reply.reply, at: iso(reply.at), eta: isoIfAny(reply.eta) },
    ended,
  };
}

function common(id: string, request: AnyAsked, speech: Speech) {
  const { priority, neededBy, purpose, by, at, waits, late } = request;
  return {
    id,
    priority,
    neededBy: isoIfAny(neededBy),
    purpose,
    by: namedIfAny(speech, 'person', by?.person),
    requestedAt: iso(at),
    waits,
    late: late === true,
  };
}
