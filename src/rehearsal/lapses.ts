import { isAway } from '../domain/incident/availability.js';
import type { EventOf, IncidentEvent } from '../domain/incident/index.js';
import type { PersonId, PostId, TeamId } from '../domain/plan/compiled.js';
import { MINUTE } from '../domain/time.js';
import type { Instant } from '../domain/time.js';
import type { Rehearsal } from './rehearsal.js';

/** Nobody in command for longer than this: command has lapsed. */
const LAPSE = 15 * MINUTE;

/**
 * Why somebody did not act: away by the roster; never to be reached; no more to be reached; said not to come; comes too late; or was
 * asked, and took too long or did something else first.
 */
export type Why = 'away' | 'unreached' | 'left' | 'declined' | 'late' | 'slow';

export interface Inaction {
  post: PostId;
  why: Why;
}

/** `who`: everybody who was asked in time and did not act, by post; nobody where nobody was asked. */
export type Lapse = { who: Inaction[] } & ({ of: 'command' | 'verification' } | { of: 'quorum'; team: TeamId });

/** What lapsed in a run: the first time each. */
export function lapsesIn(rehearsal: Rehearsal): Lapse[] {
  return [...commandLapse(rehearsal), ...verificationLapse(rehearsal), ...quorumLapses(rehearsal)];
}

/** From the moment at which a deputy is asked until somebody has said to command. */
function commandLapse(rehearsal: Rehearsal): Lapse[] {
  const { incident, now, given } = rehearsal;
  const { commander, deputies } = given.basis.plan.command;
  let asked: EventOf<'commandAsked'>[] = [];
  const lapsedBy = (at: Instant): Lapse | undefined => {
    const [first] = asked;
    if (first === undefined || at - first.at <= LAPSE) return undefined;
    const until = first.at + LAPSE;
    const inTime = asked.filter((event) => event.at <= until).map(({ person }) => person);
    const idle = inOrder(rehearsal, [commander, ...deputies], inactionOf(rehearsal, until));
    return { of: 'command', who: idle([first.silent, ...inTime]) };
  };
  for (const event of incident.events) {
    if (event.type === 'commandAsked') asked.push(event);
    if (event.type === 'checkedIn' || event.type === 'commandPassed' || event.type === 'terminated') {
      const lapse = lapsedBy(event.at);
      if (lapse !== undefined) return [lapse];
      asked = [];
    }
  }
  return [lapsedBy(now) ?? []].flat();
}

/** The plan had to start the response, or to tell more people. */
function verificationLapse(rehearsal: Rehearsal): Lapse[] {
  const { incident, given } = rehearsal;
  const { holders, plan } = given.basis;
  const end = incident.events.find(({ type }) => type === 'treatedAsReal' || type === 'verificationEscalated');
  if (end === undefined) return [];
  if (end.type === 'treatedAsReal' && end.why === 'automatic') return [{ of: 'verification', who: [] }];
  const asked = incident.events.flatMap((event) =>
    event.seq < end.seq && (event.type === 'verificationReminded' || event.type === 'verificationOverdue')
      ? event.people
      : [],
  );
  const { verification, command } = plan;
  const idle = inOrder(
    rehearsal,
    [...verification.posts, command.commander, ...command.deputies],
    inactionOf(rehearsal, end.at),
  );
  const verifiers = verification.posts.flatMap((post) => holders[post] ?? []);
  return [{ of: 'verification', who: idle(asked.length > 0 ? asked : verifiers) }];
}

function quorumLapses(rehearsal: Rehearsal): Lapse[] {
  const lapsed = new Set<TeamId>();
  return rehearsal.incident.events.flatMap((event): Lapse[] => {
    if (event.type !== 'quorumMissed' || lapsed.has(event.team)) return [];
    lapsed.add(event.team);
    return [{ of: 'quorum', team: event.team, who: notThere(rehearsal, event) }];
  });
}

function notThere(rehearsal: Rehearsal, missed: EventOf<'quorumMissed'>): Inaction[] {
  const { incident, given } = rehearsal;
  const { team, silent, undelivered, notAnswered, declined, seq, at } = missed;
  const { posts } = given.basis.plan;
  const coming = comingLate(incident.events.slice(0, seq), team);
  const why = inactionOf(rehearsal, at);
  const whyOf: WhyOf = (person) =>
    declined.people.includes(person) ? 'declined' : coming.includes(person) ? 'late' : why(person);
  const theirs = posts.filter((post) => post.team === team);
  const idle = inOrder(
    rehearsal,
    [...theirs, ...posts].map(({ id }) => id),
    whyOf,
  );
  return idle([...[silent, undelivered, notAnswered, declined].flatMap(({ people }) => people), ...coming]);
}

/** Whoever has said to come, and only when it is too late for the team. */
function comingLate(events: readonly IncidentEvent[], team: TeamId): PersonId[] {
  let by = Infinity;
  const etas = new Map<PersonId, Instant>();
  for (const event of events) {
    if (event.type === 'called')
      by = event.calls.find(({ target, quorum }) => target.id === team && quorum)?.quorum?.by ?? by;
    if (event.type !== 'acknowledged' && event.type !== 'arrived') continue;
    const { type, person, targets, at } = event;
    if (targets.some(({ id }) => id === team)) etas.set(person, type === 'arrived' ? at : (event.eta ?? at));
  }
  return [...etas].filter(([, eta]) => eta > by).map(([person]) => person);
}

type WhyOf = (person: PersonId) => Why;

function inactionOf({ people, state, given }: Rehearsal, at: Instant): WhyOf {
  return (person) => {
    const responder = people.get(person);
    if (isAway(state, person, given.start)) return 'away';
    if (responder?.absent === true) return 'unreached';
    return responder?.leftAt !== undefined && responder.leftAt <= at ? 'left' : 'slow';
  };
}

/** Each by the first of these posts that they hold, in the order of the posts, and so that the same people read the same. */
function inOrder({ given }: Rehearsal, posts: readonly PostId[], whyOf: WhyOf): (people: PersonId[]) => Inaction[] {
  const { holders } = given.basis;
  return (people) => {
    const found = [...new Set(people)].map((person) => ({
      nth: posts.findIndex((post) => holders[post]?.includes(person)),
      why: whyOf(person),
    }));
    const told = found
      .filter(({ nth }) => nth >= 0)
      .sort((a, b) => a.nth - b.nth || (a.why < b.why ? -1 : 1))
      .map(({ nth, why }) => ({ post: posts[nth]!, why }));
    return told.filter(({ post, why }, i) => told.findIndex((one) => one.post === post && one.why === why) === i);
  };
}
