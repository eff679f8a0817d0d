import type { PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { authorityOf, holderOf } from '../authority.js';
import { choose, commanders, holdersOf, whyNot } from '../availability.js';
import type { EventBody, EventOf } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isOver } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { CommandSlice, State } from '../state.js';

/**
 * Who commands. The posts of command are filled when the incident opens, and those that another version of the plan adds,
 * or the roster had nobody for, when that changes, by the first in the roster who is neither away nor in command of another
 * live incident. Command
 * passes on when a handover is accepted, or when somebody takes over from a silent one (`checkIn`); another version of the
 * plan changes nothing in it, whichever post it gives command to, nor does another roster. Exactly one commands.
 */
export const command: Room<'command'> = {
  name: 'command',
  initial: { posts: {}, engaged: [] },

  evolve(slice, event, state) {
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
      case 'commandPassed':
        return { ...withoutOffer(slice), posts: passed(slice.posts, event.post, event.to) };
      case 'planMoved': {
        const { basis, commander } = event;
        if (commander === undefined) return slice;
        return { ...slice, posts: passed(slice.posts, basis.plan.command.commander, commander) };
      }
      case 'peopleChanged':
        return isOver(state.phase) ? { ...slice, posts: stillHeld(slice.posts, state) } : slice;
      default:
        return slice;
    }
  },

  decide: { handOver },

  react(state, event) {
    switch (event.type) {
      case 'reported':
      case 'planMoved':
      case 'peopleChanged':
      case 'commandPassed':
        return fillPosts(state, event.at);
      case 'claimsAnswered':
        return passedOn(state, event);
      default:
        return [];
    }
  },

  due: (state) => (isOpen(state) ? state.command.offer?.next?.at : undefined),
  wake(state) {
    const { offer } = state.command;
    if (offer?.next === undefined) return [];
    const { from, to, next } = offer;
    return [{ type: next.step === 'remind' ? 'handoverReminded' : 'handoverUnanswered', from, to }];
  },
};

/** While they last, command may be handed over. */
const IN_CHARGE = ['reported', 'standby', 'responding', 'watching'] as const;

function isOpen({ phase }: State): boolean {
  return IN_CHARGE.some((open) => open === phase);
}

function unanswered(slice: CommandSlice, next: NonNullable<CommandSlice['offer']>['next']): CommandSlice {
  return slice.offer === undefined ? slice : { ...slice, offer: { ...slice.offer, next } };
}

function withoutOffer({ offer: _, ...slice }: CommandSlice): CommandSlice {
  return slice;
}

/** Whoever takes over leaves the post of a deputy, which is then open for the next. */
function passed(posts: CommandSlice['posts'], commander: PostId, to: PersonId): CommandSlice['posts'] {
  const others = Object.entries(posts).filter(([post, person]) => post !== commander && person !== to);
  return { [commander]: to, ...Object.fromEntries(others) };
}

/** Once it is over nobody hands command over any more: whoever has left a post gives way to those who hold it then. */
function stillHeld(posts: CommandSlice['posts'], { basis }: State): CommandSlice['posts'] {
  return Object.fromEntries(
    Object.entries(posts).filter(([post, person]) => (basis.holders[post] ?? []).includes(person)),
  );
}

/** Nobody gets a second post of command while another one in the roster could fill it; a deputy's may stay open. */
function fillPosts(state: State, at: Instant): EventBody[] {
  const { commander, deputies } = state.basis.plan.command;
  const filled = { ...state.command.posts };
  const events: EventBody[] = [];
  for (const post of [commander, ...deputies]) {
    if (filled[post] !== undefined) continue;
    const taken = new Set(Object.values(filled));
    const people = post === commander ? commanders(state) : holdersOf(state, post);
    const chosen = choose(
      state,
      people.filter((person) => !taken.has(person)),
      at,
    );
    if (chosen === undefined) continue;
    const { person, passedOver } = chosen;
    filled[post] = person;
    events.push({ type: 'postFilled', post, person, ...(passedOver.length === 0 ? {} : { passedOver }) });
  }
  return events;
}

/**
 * Two incidents were reported at the same moment and gave command to the same person: where nothing has been decided yet,
 * it passes to the next who is free, as it would have done a moment later.
 */
function passedOn(state: State, event: EventOf<'claimsAnswered'>): EventBody[] {
  const { commander } = state.basis.plan.command;
  const from = holderOf(state, commander);
  const isElsewhere = event.contested.some(({ person, role }) => person === from && role === 'command');
  if (from === undefined || !isElsewhere || state.verification.outcome !== undefined) return [];
  const to = choose(state, commanders(state), event.at);
  if (to === undefined || whyNot(state, to.person, event.at) !== undefined) return [];
  return [{ type: 'commandPassed', post: commander, from, to: to.person, why: 'commandsElsewhere' }];
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
