import type { PersonId, PostId } from '../../plan/compiled.js';
import { authorityOf, holderOf } from '../authority.js';
import { commanders } from '../availability.js';
import type { EventBody } from '../events.js';
import type { Heard } from '../hearing.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { CommandSlice, State } from '../state.js';
import { fillPosts, givesWay, passed, passedOn, withoutStruck } from './command/posts.js';

/**
 * Who commands. The posts of command are filled when the incident opens, and those that another version of the plan adds,
 * or the roster had nobody for, when that changes, by the first in the roster who is neither away nor in command of another
 * live incident. Command passes on when a handover is accepted, or when somebody takes over from a silent one (`checkIn`).
 * In a response nothing else changes that, whichever post another version of the plan gives command to, nor does another
 * roster: whoever commands is asked for signs of life. At other times nobody would miss them, and whoever is in no post of
 * command any more gives way to somebody who is. Exactly one commands.
 */
export const command: Room<'command'> = {
  name: 'command',
  initial: { posts: {}, engaged: [] },

  evolve(slice, event, state) {
    const next = changed(slice, event, state);
    return MAY_LEAVE.includes(event.type) ? withoutStruck(next, state) : next;
  },

  decide: { handOver },

  react(state, event) {
    switch (event.type) {
      case 'reported':
      case 'planMoved':
      case 'peopleChanged':
      case 'commandPassed':
      case 'terminated':
        return fillPosts(state, event.at);
      case 'claimsAnswered':
        return passedOn(state, event);
      case 'preempted': {
        // Whoever is told what follows has to be the one who commands then.
        const passing = givesWay(state, event.at);
        return passing.length > 0 ? passing : fillPosts(state, event.at);
      }
      default:
        return [];
    }
  },

  settled: givesWay,

  due: (state) => (isOpen(state) ? state.command.offer?.next?.at : undefined),
  wake(state) {
    const { offer } = state.command;
    if (offer?.next === undefined) return [];
    const { from, to, next } = offer;
    return [{ type: next.step === 'remind' ? 'handoverReminded' : 'handoverUnanswered', from, to }];
  },
};

/** What may leave somebody in a post that is not theirs any more. */
const MAY_LEAVE: readonly Heard<'command'>['type'][] = ['peopleChanged', 'terminated', 'commandPassed', 'postFilled'];

function changed(slice: CommandSlice, event: Heard<'command'>, state: State): CommandSlice {
  switch (event.type) {
    case 'reported':
      return { ...slice, engaged: event.engaged ?? [] };
    case 'claimsAnswered': {
      const elsewhere = event.contested.filter(({ role }) => role === 'command').map(({ person }) => person);
      return elsewhere.length === 0 ? slice : { ...slice, engaged: [...new Set([...slice.engaged, ...elsewhere])] };
    }
    case 'postFilled':
      return { ...slice, posts: { ...slice.posts, [event.post]: event.person } };
    case 'handoverOffered':
      return {
        ...slice,
        offer: {
          from: event.from,
          to: event.to,
          at: event.at,
          brief: event.texts,
          next: { step: 'remind', at: event.at + state.basis.plan.notification.alert.remindAfter },
        },
      };
    case 'handoverReminded':
      return unanswered(slice, {
        step: 'tell',
        at: event.at + state.basis.plan.notification.alert.escalateAfter,
      });
    case 'handoverUnanswered':
      return unanswered(slice, undefined);
    case 'handoverDeclined':
    case 'handoverWithdrawn':
      return { ...withoutOffer(slice), reason: event.texts.reason };
    case 'preempted':
      return withoutTaken(slice, event.people, state.basis.plan.command.commander);
    case 'commandPassed':
      return { ...withoutOffer(slice), posts: passed(slice.posts, event.post, event.to) };
    case 'planMoved': {
      const { basis, commander } = event;
      if (commander === undefined) return slice;
      return { ...slice, posts: passed(slice.posts, basis.plan.command.commander, commander) };
    }
    default:
      return slice;
  }
}

/** While they last, command may be handed over. */
const IN_CHARGE = ['reported', 'standby', 'responding', 'watching', 'aftermath'] as const;

function isOpen({ phase }: State): boolean {
  return IN_CHARGE.some((open) => open === phase);
}

function unanswered(slice: CommandSlice, next: NonNullable<CommandSlice['offer']>['next']): CommandSlice {
  return slice.offer === undefined ? slice : { ...slice, offer: { ...slice.offer, next } };
}

/** Somebody commands until another does; a deputy's post is open at once, and nobody answers an offer any more. */
function withoutTaken(slice: CommandSlice, taken: PersonId[], commander: PostId): CommandSlice {
  const posts = Object.entries(slice.posts).filter(([post, person]) => post === commander || !taken.includes(person));
  const rest = slice.offer !== undefined && taken.includes(slice.offer.to) ? withoutOffer(slice) : slice;
  return { ...rest, posts: Object.fromEntries(posts) };
}

function withoutOffer({ offer: _, ...slice }: CommandSlice): CommandSlice {
  return slice;
}

function handOver(state: State, message: MessageOf<'handOver'>): EventBody[] {
  if (!isOpen(state)) return [refusal('wrong_phase', { phase: state.phase }, { phases: [...IN_CHARGE] })];
  switch (message.action) {
    case 'offer':
      return offer(state, message);
    case 'accept':
      return accept(state, message);
    case 'decline':
      return decline(state, message);
    case 'withdraw':
      return withdraw(state, message);
  }
}

function offer(state: State, { actor, to, brief }: MessageOf<'handOver'> & { action: 'offer' }): EventBody[] {
  const { commander } = state.basis.plan.command;
  const by = authorityOf(state, actor, [commander]);
  if ('code' in by) return [by];
  const from = holderOf(state, commander);
  if (state.command.offer) return [refusal('handover_open', { to: state.command.offer.to })];
  if (brief.situation.trim() === '' || brief.objectives.trim() === '') return [refusal('brief_required')];
  const able = commanders(state).filter((person) => person !== from);
  if (from === undefined || !able.includes(to)) return [refusal('cannot_command', { person: to }, { people: able })];
  return [{ type: 'handoverOffered', ...by, from, to, texts: { ...brief } }];
}

function accept(state: State, { actor }: MessageOf<'handOver'>): EventBody[] {
  const open = state.command.offer;
  if (!open) return [refusal('no_handover')];
  if (actor.kind !== 'person' || actor.id !== open.to) return [refusal('handover_to_other', {}, { person: open.to })];
  // The roster, or another version of the plan, may have struck this person from the posts of command since the offer.
  const able = commanders(state);
  if (!able.includes(open.to)) return [refusal('cannot_command', { person: open.to }, { people: able })];
  const { commander } = state.basis.plan.command;
  return [{ type: 'commandPassed', post: commander, from: open.from, to: open.to, why: 'handover' }];
}

function decline(
  state: State,
  { actor, reason }: MessageOf<'handOver'> & { action: 'decline' | 'withdraw' },
): EventBody[] {
  const open = state.command.offer;
  if (!open) return [refusal('no_handover')];
  if (actor.kind !== 'person' || actor.id !== open.to) return [refusal('handover_to_other', {}, { person: open.to })];
  if (reason.trim() === '') return [refusal('reason_required')];
  return [{ type: 'handoverDeclined', from: open.from, to: open.to, texts: { reason } }];
}

function withdraw(
  state: State,
  { actor, reason }: MessageOf<'handOver'> & { action: 'decline' | 'withdraw' },
): EventBody[] {
  const by = authorityOf(state, actor, [state.basis.plan.command.commander]);
  if ('code' in by) return [by];
  const open = state.command.offer;
  if (!open) return [refusal('no_handover')];
  if (reason.trim() === '') return [refusal('reason_required')];
  return [{ type: 'handoverWithdrawn', ...by, from: open.from, to: open.to, texts: { reason } }];
}
