import { lotsAt, outOf } from '../../../src/domain/incident/index.js';
import type { Decision, State } from '../../../src/domain/incident/index.js';

/** What comes next with what the plan asked for, and the posts that may do it. */
export function nextSupplying({ basis, resources }: State): [string[], Decision] {
  const all = Object.entries(resources.requests);
  const custodian = (resource: string) => {
    const { custodian: post = '' } = basis.plan.resources?.find(({ id }) => id === resource) ?? {};
    return [post];
  };
  const [paid] = all.find(([, { waits }]) => waits === 'approval') ?? [];
  if (paid !== undefined)
    return [['deputy'], { type: 'resource', action: 'approve', request: paid, reason: 'it is needed' }];
  const [ready, stock] = all.find(([, { waits }]) => waits === 'dispatch') ?? [];
  if (ready !== undefined)
    return [custodian(stock!.resource), { type: 'resource', action: 'dispatch', request: ready }];
  const [sent, moving] = all.find(([, one]) => lotsAt(one, 'sent').length > 0) ?? [];
  if (sent !== undefined) return [custodian(moving!.resource), { type: 'resource', action: 'arrive', request: sent }];
  const [out, used] = all.find(([, one]) => outOf(one) > 0) ?? [];
  if (out !== undefined) return [custodian(used!.resource), { type: 'resource', action: 'return', requests: [out] }];
  return [
    ['techLead'],
    { type: 'resource', action: 'request', resource: 'generator', quantity: 1, purpose: 'for light' },
  ];
}
