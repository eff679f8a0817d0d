import type { PartnerId, PersonId } from '../../../plan/compiled.js';
import { earliest } from '../../../time.js';
import type { Instant } from '../../../time.js';
import { authorityOf, holdersOfPosts } from '../../authority.js';
import { callEntries } from '../../calls.js';
import type { EventBody, EventHead, EventOf, Unanswered } from '../../events.js';
import type { MessageOf } from '../../messages.js';
import { refusal } from '../../refusals.js';
import type { Call, State } from '../../state.js';
import { whoCommands } from './calling.js';
import { countedTeams, missing, tally } from './tally.js';
import type { CountedBody } from './tally.js';
import { leadOf } from './waiting.js';

/** So many people are named in a shortage; how many more there are is counted. */
const MOST_NAMED = 20;

/** The posts of staffing, in the order of the plan, and command last. */
export function shortageLadder(state: State): PersonId[] {
  const { command, notification } = state.basis.plan;
  const people = holdersOfPosts(state, [...(notification.shortage?.tell ?? []), command.commander]);
  return people.length === 0 ? whoCommands(state) : people;
}

export function shortageDue(state: State): Instant | undefined {
  return earliest(...countedTeams(state).map(({ quorum }) => quorum.next?.at));
}

export function isShortageTold(state: State, at: Instant): boolean {
  return !countedTeams(state).some(({ quorum }) => quorum.next !== undefined && quorum.next.at <= at);
}

/** One after the other, then all of them again and again, until the team is complete or command goes on without. */
export function shortagesAt(state: State, at: Instant): EventBody[] {
  const teams = countedTeams(state);
  const ladder = shortageLadder(state);
  return teams.flatMap((body): EventBody[] => {
    const { next, status } = body.quorum;
    if (next === undefined || next.at > at) return [];
    const person = ladder[next.step];
    const tell = person === undefined ? ladder : [person];
    const why = status === 'missed' ? 'still' : 'deadline';
    return [{ type: 'quorumMissed', team: body.target.id, why, tell, ...shortageOf(state, body, teams) }];
  });
}

/** What is missing, and what has become of those who were called. */
export function shortageOf(
  state: State,
  body: CountedBody,
  teams: CountedBody[],
): Omit<EventOf<'quorumMissed'>, 'type' | 'team' | 'why' | 'tell' | keyof EventHead> {
  const have = tally(state, body, { teams, including: 'counts' });
  const calls = callEntries(body.people);
  const those = (which: (call: Call) => boolean): Unanswered => {
    const people = calls.filter(([, call]) => which(call)).map(([person]) => person);
    return { count: people.length, people: people.slice(0, MOST_NAMED) };
  };
  const partners: PartnerId[] = Object.entries(body.partners ?? {})
    .filter(([, partner]) => partner.status === 'asked')
    .map(([id]) => id);
  const isOpen = ({ status }: Call) => status === 'called' || status === 'silent';
  return {
    have,
    missing: missing(have, body.quorum.need),
    silent: those((call) => call.status === 'silent' && call.undelivered === undefined),
    undelivered: those((call) => isOpen(call) && call.undelivered !== undefined),
    declined: those((call) => call.status === 'declined'),
    notAnswered: those((call) => call.status === 'called' && call.undelivered === undefined),
    partners,
  };
}

export function acceptShortage(state: State, { actor, team, reason }: MessageOf<'acceptShortage'>): EventBody[] {
  const by = authorityOf(state, actor, [state.basis.plan.command.commander]);
  if ('code' in by) return [by];
  if (reason.trim() === '') return [refusal('reason_required')];
  const teams = countedTeams(state);
  const isShort = ({ quorum }: CountedBody) => quorum.status === 'open' || quorum.status === 'missed';
  const body = teams.find(({ target }) => target.id === team);
  if (body === undefined || !isShort(body)) {
    const short = teams.filter(isShort).map(({ target }) => target.id);
    return [refusal('no_shortage', { team }, { teams: short })];
  }
  const have = tally(state, body, { teams, including: 'counts' });
  const told = [...holdersOfPosts(state, leadOf(state, body.target)), ...body.quorum.told];
  const tell = [...new Set(told)].filter((person) => actor.kind !== 'person' || person !== actor.id);
  return [
    {
      type: 'shortageAccepted',
      ...by,
      team,
      have,
      missing: missing(have, body.quorum.need),
      tell,
      texts: { reason },
    },
  ];
}
