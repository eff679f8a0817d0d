import type { PersonId, QualificationId } from '../../../plan/compiled.js';
import { remembered } from '../../../remembered.js';
import type { Duration } from '../../../time.js';
import { isContested } from '../../contested.js';
import type { Missing, Need, Tally } from '../../events.js';
import type { Call, CalledBody, PartnerCall, Quorum, State } from '../../state.js';
import { activeTeams } from './bodies.js';
import type { WhoIsCalled } from './bodies.js';

/** A team of which the plan wants a number of people. */
export type CountedBody = CalledBody & { quorum: Quorum };

/** `counts`: is there, or will be in time. `mayCome`: is still asked, or comes late to a team that is short anyway. */
type Standing = 'counts' | 'mayCome' | 'no';

/** Whichever was called first counts somebody who belongs to several. */
export function countedTeams(state: WhoIsCalled): readonly CountedBody[] {
  return counted(activeTeams(state));
}

const counted = remembered((teams: readonly CalledBody[]) =>
  teams.filter((body): body is CountedBody => body.quorum !== undefined).sort((a, b) => a.since - b.since),
);

export function isShort({ quorum }: CountedBody): boolean {
  return quorum.status === 'open' || quorum.status === 'missed';
}

function standing({ status, eta, since }: Call, { by, missedAt }: Quorum): Standing {
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

/**
 * A partner of whom nobody has said anything has as long as a member who is called. Otherwise the first one that is asked
 * late would keep the next from being asked for as long as its owner sleeps.
 */
function partnerStanding({ status, eta, since }: PartnerCall, quorum: Quorum, patience: Duration): Standing {
  if (status === 'accepted') return inTime(eta, quorum.by, quorum.missedAt);
  if (status === 'declined') return 'no';
  // Before the end of the time each of them may still come.
  const { missedAt = -Infinity, toldAt = missedAt } = quorum;
  return since < missedAt || since + patience <= toldAt ? 'no' : 'mayCome';
}

function inTime(eta: number | undefined, by: number, missedAt: number | undefined): Standing {
  if (eta === undefined || eta <= by) return 'counts';
  return missedAt === undefined ? 'no' : 'mayCome';
}

/** How a team stands: who counts, and how many there would be if everybody came who still may. */
export interface Count {
  body: CountedBody;
  have: Tally;
  possible: Tally;
}

/**
 * All teams in one pass, since thousands may be called and thousands answer. `engaged`: whoever is counted or waited for in
 * one of them, and therefore not in any other.
 */
export function countTeams(state: State): { counts: Count[]; engaged: Set<PersonId> } {
  const engaged = new Set<PersonId>();
  const patience = state.basis.plan.notification.call.escalateAfter;
  const counts = countedTeams(state).map((body): Count => {
    const { quorum } = body;
    const wanted = quorum.need.qualifications.map(({ qualification }) => qualification);
    const [have, possible] = partnersCounted(body, wanted, patience);
    for (const piece of body.people) {
      for (const person in piece) {
        const how = standing(piece[person]!, quorum);
        if (how === 'no' || engaged.has(person)) continue;
        engaged.add(person);
        add(state, body, possible, wanted, person);
        if (how === 'counts' && !isContested(state, person)) add(state, body, have, wanted, person);
      }
    }
    return { body, have, possible };
  });
  return { counts, engaged };
}

function add(state: State, body: CalledBody, sum: Tally, wanted: QualificationId[], person: PersonId): void {
  sum.people += 1;
  for (let i = 0; i < wanted.length; i++) if (isQualified(state, body, person, wanted[i]!)) sum.qualifications[i]! += 1;
}

/** With these people besides. */
export function withPeople(state: State, { body, possible }: Count, people: PersonId[]): Tally {
  const sum: Tally = { people: possible.people, qualifications: [...possible.qualifications] };
  const wanted = body.quorum.need.qualifications.map(({ qualification }) => qualification);
  for (const person of people) add(state, body, sum, wanted, person);
  return sum;
}

/** Those who count, and those who may still come besides: nobody knows whom a partner will send until it has said so. */
function partnersCounted(
  { quorum, partners = {} }: CountedBody,
  wanted: QualificationId[],
  patience: Duration,
): [Tally, Tally] {
  const sums: [Tally, Tally] = [
    { people: 0, qualifications: wanted.map(() => 0) },
    { people: 0, qualifications: wanted.map(() => 0) },
  ];
  for (const partner of Object.values(partners)) {
    const how = partnerStanding(partner, quorum, patience);
    const isOpen = partner.status === 'asked';
    for (const sum of how === 'no' ? [] : how === 'counts' ? sums : sums.slice(1)) {
      sum.people += isOpen ? Infinity : partner.people;
      wanted.forEach((qualification, i) => {
        sum.qualifications[i]! += isOpen ? Infinity : partner.qualifications.filter((q) => q === qualification).length;
      });
    }
  }
  return sums;
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

/** Of one team; nothing where it is not counted. */
export function countOf(state: State, body: CalledBody): Count | undefined {
  return countTeams(state).counts.find((count) => count.body.target.id === body.target.id);
}
