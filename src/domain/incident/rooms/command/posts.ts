import type { PersonId, PostId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { holderOf } from '../../authority.js';
import { choose, commanders, holdersOf, whyNot } from '../../availability.js';
import type { EventBody, EventOf } from '../../events.js';
import { isAfterEnd, isOver } from '../../phases.js';
import { isPreempted } from '../../preempted.js';
import type { CommandSlice, State } from '../../state.js';

/** Whoever takes over leaves the post of a deputy, which is then open for the next. */
export function passed(posts: CommandSlice['posts'], commander: PostId, to: PersonId): CommandSlice['posts'] {
  const others = Object.entries(posts).filter(([post, person]) => post !== commander && person !== to);
  return { [commander]: to, ...Object.fromEntries(others) };
}

/**
 * After the end whoever has left a post gives way to those who hold it then: where there is one to fill it, by an event of
 * its own, so that nobody acts in it between. Somebody commands until it is over.
 */
export function withoutStruck(slice: CommandSlice, { basis, phase }: State): CommandSlice {
  if (!isAfterEnd(phase) && !isOver(phase)) return slice;
  const { posts } = slice;
  const { commander } = basis.plan.command;
  const filling = Object.values(posts);
  const passesOn = (post: PostId) =>
    isAfterEnd(phase) && (post === commander || (basis.holders[post] ?? []).some((one) => !filling.includes(one)));
  const stays = (post: PostId, person: PersonId) => (basis.holders[post] ?? []).includes(person) || passesOn(post);
  const left = Object.entries(posts).filter(([post, person]) => stays(post, person));
  return left.length === filling.length ? slice : { ...slice, posts: Object.fromEntries(left) };
}

/** To the first who may command and is free; where nobody may, whoever commands goes on. */
export function givesWay(state: State, at: Instant): EventBody[] {
  const { commander } = state.basis.plan.command;
  const [from, to] = [state.command.posts[commander], successor(state, at)];
  return from === undefined || to === undefined
    ? []
    : [{ type: 'commandPassed', post: commander, from, to, why: isPreempted(state, from) ? 'preempted' : 'roster' }];
}

/**
 * Of a commander who is in no post of command any more. While the response runs a file takes command from nobody, but a real
 * incident takes it from whoever commands a drill.
 */
function successor(state: State, at: Instant): PersonId | undefined {
  const from = state.command.posts[state.basis.plan.command.commander];
  const stays = state.phase === 'responding' && !(from !== undefined && isPreempted(state, from));
  if (stays || isOver(state.phase)) return undefined;
  const able = commanders(state);
  return from === undefined || able.includes(from) ? undefined : choose(state, able, at)?.person;
}

type PostFilling = Extract<EventBody, { type: 'postFilled' }>;

/** Nobody gets a second post of command while another one in the roster could fill it; a deputy's may stay open. */
export function fillPosts(state: State, at: Instant): PostFilling[] {
  const { commander, deputies } = state.basis.plan.command;
  const filled = filledPosts(state);
  const commandsNext = successor(state, at);
  const events: PostFilling[] = [];
  for (const post of [commander, ...deputies]) {
    if (filled[post] !== undefined) continue;
    const taken = new Set([...Object.values(filled), commandsNext]);
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
 * Of whom events that follow say what they fill, or that another fills the one post that they had: until then nothing is asked
 * of them for it.
 */
export function moving(state: State, at: Instant): (person: PersonId) => boolean {
  const { command, basis } = state;
  const filled = filledPosts(state);
  const inRoster = new Set(Object.values(basis.holders).flat());
  const leaving = Object.entries(command.posts).flatMap(([post, person]) =>
    post in filled || inRoster.has(person) ? [] : [person],
  );
  const people = new Set([...leaving, ...fillPosts(state, at).map(({ person }) => person), successor(state, at)]);
  return (person) => people.has(person);
}

/** Those that are to stay as they are: after the end without the deputies' that are left to others. */
function filledPosts(state: State): CommandSlice['posts'] {
  const { posts } = state.command;
  if (!isAfterEnd(state.phase)) return { ...posts };
  const { commander } = state.basis.plan.command;
  const isTheirs = ([post, person]: [PostId, PersonId]) =>
    post === commander || holdersOf(state, post).includes(person);
  return Object.fromEntries(Object.entries(posts).filter(isTheirs));
}

/**
 * Two incidents were reported at the same moment and gave command to the same person: where nothing has been decided yet,
 * it passes to the next who is free, as it would have done a moment later.
 */
export function passedOn(state: State, event: EventOf<'claimsAnswered'>): EventBody[] {
  const { commander } = state.basis.plan.command;
  const from = holderOf(state, commander);
  const isElsewhere = event.contested.some(({ person, role }) => person === from && role === 'command');
  if (from === undefined || !isElsewhere || state.verification.outcome !== undefined) return [];
  const to = choose(state, commanders(state), event.at);
  if (to === undefined || whyNot(state, to.person, event.at) !== undefined) return [];
  return [{ type: 'commandPassed', post: commander, from, to: to.person, why: 'commandsElsewhere' }];
}
