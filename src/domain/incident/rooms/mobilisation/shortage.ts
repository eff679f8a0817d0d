import type { PartnerId, PersonId } from '../../../plan/compiled.js';
import { earliest } from '../../../time.js';
import type { Instant } from '../../../time.js';
import { authorityOf, holdersOfPosts, whoCommands } from '../../authority.js';
import { callEntries } from '../../calls.js';
import type { EventBody, EventHead, EventOf, Unanswered } from '../../events.js';
import type { MessageOf } from '../../messages.js';
import { refusal } from '../../refusals.js';
import type { Call, State } from '../../state.js';
import type { WhoIsCalled } from './bodies.js';
import { countedTeams, countTeams, isShort, missing } from './tally.js';
import type { Count } from './tally.js';
import { leadOf } from './waiting.js';

/** So many people are named in a shortage; how many more there are is counted. */
const MOST_NAMED = 20;

/** The posts of staffing, in the order of the plan, and command last. */
export function shortageLadder(state: State): PersonId[] {
  const { command, notification } = state.basis.plan;
  const people = holdersOfPosts(state, [...(notification.shortage?.tell ?? []), command.commander]);
  return people.length === 0 ? whoCommands(state) : people;
}

export function shortageDue(state: WhoIsCalled): Instant | undefined {
  return earliest(...countedTeams(state).map(({ quorum }) => quorum.next?.at));
}

export function isShortageTold(state: State, at: Instant): boolean {
  return !countedTeams(state).some(({ quorum }) => quorum.next !== undefined && quorum.next.at <= at);
}

/** One after the other, then all of them again and again, until the team is complete or command goes on without. */
export function shortagesAt(state: State, at: Instant): EventBody[] {
  if (isShortageTold(state, at)) return [];
  const ladder = shortageLadder(state);
  return countTeams(state).counts.flatMap((count): EventBody[] => {
    const { body } = count;
    const { next, status } = body.quorum;
    if (next === undefined || next.at > at) return [];
    const person = ladder[next.step];
    const tell = person === undefined ? ladder : [person];
    const why = status === 'missed' ? 'still' : 'deadline';
    return [{ type: 'quorumMissed', team: body.target.id, why, tell, ...shortageOf(count) }];
  });
}

/** What is missing, and what has become of those who were called. */
export function shortageOf({
  body,
  have,
}: Count): Omit<EventOf<'quorumMissed'>, 'type' | 'team' | 'why' | 'tell' | keyof EventHead> {
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
  const { counts } = countTeams(state);
  const count = counts.find(({ body }) => body.target.id === team);
  if (count === undefined || !isShort(count.body)) {
    const short = counts.filter((one) => isShort(one.body)).map(({ body }) => body.target.id);
    return [refusal('no_shortage', { team }, { teams: short })];
  }
  const { body, have } = count;
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
