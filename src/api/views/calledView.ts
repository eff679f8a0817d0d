import { callEntries } from '../../domain/incident/index.js';
import type { CalledBody } from '../../domain/incident/index.js';
import type { Called } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { iso, isoIfAny } from './named.js';

export function calledView(body: CalledBody, { names, lang }: Speech): Called {
  const counts = { called: 0, acknowledged: 0, silent: 0, stoodDown: 0, undelivered: 0 };
  const people = callEntries(body.people).map(([id, call]) => {
    counts[call.status] += 1;
    if (call.undelivered !== undefined) counts.undelivered += 1;
    return {
      id,
      name: names.person(id, lang),
      status: call.status,
      since: iso(call.since),
      eta: isoIfAny(call.eta),
      undelivered: call.undelivered,
    };
  });
  const { kind, id } = body.target;
  return {
    id,
    name: kind === 'team' ? names.team(id, lang) : names.post(id, lang),
    status: body.status,
    since: iso(body.since),
    remindAt: body.outstanding > 0 ? isoIfAny(body.remindAt) : undefined,
    escalateAt: body.outstanding > 0 ? isoIfAny(body.escalateAt) : undefined,
    counts,
    people,
  };
}
