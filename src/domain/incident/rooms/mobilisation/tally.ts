import type { PersonId, QualificationId } from '../../../plan/compiled.js';
import { callOf } from '../../calls.js';
import { isContested } from '../../contested.js';
import type { Missing, Need, Tally } from '../../events.js';
import type { Call, CalledBody, PartnerCall, Quorum, State } from '../../state.js';
import { activeTeams } from './bodies.js';

/** A team of which the plan wants a number of people. */
export type CountedBody = CalledBody & { quorum: Quorum };

/** `counts`: is there, or will be in time. `mayCome`: is still asked, or comes late to a team that is short anyway. */
type Standing = 'counts' | 'mayCome' | 'no';

/** Whichever was called first counts somebody who belongs to several. */
export function countedTeams(state: State): CountedBody[] {
  const counted = activeTeams(state).filter((body): body is CountedBody => body.quorum !== undefined);
  return counted.sort((a, b) => a.since - b.since);
}

export function standing({ status, eta, since }: Call, { by, missedAt }: Quorum): Standing {
  switch (status) {
    case 'arrived':
      return 'counts';
    case 'acknowledged':
      return inTime(eta, by, missedAt);
    case 'called':
      // From the end of its time on, whoever has not answered holds up nobody.
      return missedAt !== undefined && since < missedAt ? 'no' : 'mayCome';
    default:
      return 'no';
  }
}

function partnerStanding({ status, eta, since }: PartnerCall, { by, missedAt }: Quorum): Standing {
  if (status === 'accepted') return inTime(eta, by, missedAt);
  return status === 'asked' && !(missedAt !== undefined && since < missedAt) ? 'mayCome' : 'no';
}

function inTime(eta: number | undefined, by: number, missedAt: number | undefined): Standing {
  if (eta === undefined || eta <= by) return 'counts';
  return missedAt === undefined ? 'no' : 'mayCome';
}

/** Counted, or wanted, in a team that was called before this one; `teams` as `countedTeams` has them. */
export function belongsElsewhere(teams: CountedBody[], body: CountedBody | undefined, person: PersonId): boolean {
  for (const other of teams) {
    if (other === body) return false;
    const call = callOf(other.people, person);
    if (call !== undefined && standing(call, other.quorum) !== 'no') return true;
  }
  return false;
}

interface Counting {
  teams: CountedBody[];
  /** `counts`: who counts. `mayCome`: those besides who may still come to count. */
  including: 'counts' | 'mayCome';
  /** People who are about to be asked. */
  asking?: PersonId[];
  /** Stop as soon as the need is met: thousands may be called, and thousands answer. */
  untilMet?: true;
}

export function tally(state: State, body: CountedBody, { teams, including, asking = [], untilMet }: Counting): Tally {
  const { need } = body.quorum;
  const wanted = need.qualifications.map(({ qualification }) => qualification);
  const sum: Tally = { people: 0, qualifications: wanted.map(() => 0) };
  const isFirst = teams[0] === body;
  const isEnough = () => untilMet === true && meets(sum, need);
  const add = (person: PersonId): void => {
    sum.people += 1;
    wanted.forEach((qualification, i) => {
      if (isQualified(state, body, person, qualification)) sum.qualifications[i]! += 1;
    });
  };
  addPartners(sum, body, including, wanted);
  asking.forEach(add);
  for (const piece of body.people) {
    if (isEnough()) return sum;
    for (const person in piece) {
      const how = standing(piece[person]!, body.quorum);
      if (how === 'no' || (!isFirst && belongsElsewhere(teams, body, person))) continue;
      if (including === 'counts' && (how !== 'counts' || isContested(state, person))) continue;
      add(person);
    }
  }
  return sum;
}

function addPartners(sum: Tally, body: CountedBody, including: 'counts' | 'mayCome', wanted: QualificationId[]): void {
  if (body.partners === undefined) return;
  for (const partner of Object.values(body.partners)) {
    const how = partnerStanding(partner, body.quorum);
    if (how === 'no' || (including === 'counts' && how !== 'counts')) continue;
    // Nobody knows whom a partner will send until it has said so.
    const isOpen = partner.status === 'asked';
    sum.people += isOpen ? Infinity : partner.people;
    wanted.forEach((qualification, i) => {
      sum.qualifications[i]! += isOpen ? Infinity : partner.qualifications.filter((q) => q === qualification).length;
    });
  }
}

/** As it stood at the call, so that a certificate that runs out during the night undoes nothing. */
function isQualified({ basis }: State, { since }: CalledBody, person: PersonId, wanted: QualificationId): boolean {
  const held = basis.people?.[person]?.qualifications ?? [];
  return held.some(({ qualification, until }) => qualification === wanted && (until === undefined || until > since));
}

export function meets(have: Tally, need: Need): boolean {
  return (
    have.people >= need.headcount &&
    need.qualifications.every(({ people }, i) => (have.qualifications[i] ?? 0) >= people)
  );
}

export function isLess(have: Tally, before: Tally): boolean {
  return (
    have.people < before.people || have.qualifications.some((people, i) => people < (before.qualifications[i] ?? 0))
  );
}

export function missing(have: Tally, need: Need): Missing {
  const qualifications = need.qualifications
    .map(({ qualification, people }, i) => ({ qualification, people: people - (have.qualifications[i] ?? 0) }))
    .filter(({ people }) => people > 0);
  return { people: Math.max(0, need.headcount - have.people), qualifications };
}

/** How a team stands that is counted. */
export function quorumCount(state: State, body: CalledBody): { have: Tally; missing: Missing } | undefined {
  const teams = countedTeams(state);
  const counted = teams.find((team) => team.target.id === body.target.id && team.target.kind === body.target.kind);
  if (counted === undefined) return undefined;
  const have = tally(state, counted, { teams, including: 'counts' });
  return { have, missing: missing(have, counted.quorum.need) };
}
