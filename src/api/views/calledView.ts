import { callEntries, countOf, isContested, missing } from '../../domain/incident/index.js';
import type { Call, CalledBody, Missing, State, Tally } from '../../domain/incident/index.js';
import { earliest } from '../../domain/time.js';
import type { Instant } from '../../domain/time.js';
import type { Called } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { iso, isoIfAny, named } from './named.js';

/** As of `now`. */
export function calledView(state: State, body: CalledBody, speech: Speech, now: Instant): Called {
  const { names, lang } = speech;
  const counts: Called['counts'] = {
    called: 0,
    acknowledged: 0,
    arrived: 0,
    declined: 0,
    silent: 0,
    released: 0,
    takenOff: 0,
    stoodDown: 0,
    undelivered: 0,
  };
  const people = callEntries(body.people).map(([id, call]) => {
    counts[call.status] += 1;
    if (call.undelivered !== undefined) counts.undelivered += 1;
    const until = restsUntil(state, call);
    return {
      id,
      name: names.person(id, lang),
      status: call.status,
      since: iso(call.since),
      ...(call.acted ? { acted: true as const } : {}),
      eta: isoIfAny(call.eta),
      undelivered: call.undelivered,
      ...(isContested(state, id) ? { contested: true as const } : {}),
      restsUntil: isoIfAny(until),
      ...(until !== undefined && until <= now ? { rested: true as const } : {}),
    };
  });
  const { kind, id } = body.target;
  return {
    id,
    name: kind === 'team' ? names.team(id, lang) : names.post(id, lang),
    status: body.status,
    since: iso(body.since),
    remindAt: isoIfAny(earliest(...body.waits.map((wait) => wait.remindAt))),
    escalateAt: isoIfAny(earliest(...body.waits.map((wait) => wait.escalateAt))),
    quorum: quorumView(state, body, speech),
    reliefAt: isoIfAny(body.reliefAt),
    counts,
    people,
  };
}

function restsUntil({ basis }: State, { status, since }: Call): number | undefined {
  const { shifts } = basis.plan;
  return shifts === undefined || status !== 'released' ? undefined : since + shifts.rest;
}

function quorumView(state: State, body: CalledBody, speech: Speech): Called['quorum'] {
  const { quorum, partners = {}, substitutes = [] } = body;
  const count = countOf(state, body);
  if (quorum === undefined || count === undefined) return undefined;
  const { need, by, status, told, next } = quorum;
  const wanted = need.qualifications.map(({ qualification }) => qualification);
  return {
    need: countView({ people: need.headcount, qualifications: need.qualifications }, speech),
    have: countView(withNames(count.have, wanted), speech),
    missing: countView(missing(count.have, need), speech),
    by: iso(by),
    status,
    tier: Object.keys(partners).length > 0 ? 'partners' : substitutes.length > 0 ? 'substitutes' : 'members',
    told: told.map((id) => named(speech, 'person', id)),
    nextTold: isoIfAny(next?.at),
    partners: Object.entries(partners).map(([id, partner]) => ({
      partner: named(speech, 'partner', id),
      status: partner.status,
      since: iso(partner.since),
      people: partner.people,
      eta: isoIfAny(partner.eta),
    })),
  };
}

function withNames({ people, qualifications }: Tally, wanted: string[]): Missing {
  const able = wanted.map((qualification, i) => ({ qualification, people: qualifications[i] ?? 0 }));
  return { people, qualifications: able };
}

function countView({ people, qualifications }: Missing, speech: Speech): NonNullable<Called['quorum']>['need'] {
  const able = qualifications.map((entry) => ({
    qualification: named(speech, 'qualification', entry.qualification),
    people: entry.people,
  }));
  return { people, qualifications: able };
}
