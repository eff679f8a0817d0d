import type { Actor } from '../incident/actor.js';
import type { Holders, PersonId, PostId } from '../plan/compiled.js';
import type { ImprovementOwner } from './events.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';

/**
 * An improvement lives for months, and people change: who holds which post, and what the plan in force says, is looked up
 * for each decision by the server, and comes with it.
 */
export interface Ground {
  /** Of the plan in force: the post that answers for improvements, where it names one. */
  keeper?: PostId;
  command: PostId[];
  /** Ids of the plan's types of improvement; empty where it names none. */
  types: string[];
  /** Posts that the actor holds today. */
  held: PostId[];
  /** Posts that the actor is a deputy for today. */
  standsInFor: PostId[];
}

/** Whom a notice is for; who that is, is looked up when it leaves. */
export const TOLD = ['owner', 'formerOwner', 'verifier', 'keeper', 'command'] as const;
export type Told = (typeof TOLD)[number];

/** The post by which the actor keeps improvements: the plan's own for it, held or stood in for, or one of command. */
export function keeps({ keeper, command, held, standsInFor }: Ground): PostId | undefined {
  if (keeper !== undefined && [...held, ...standsInFor].includes(keeper)) return keeper;
  return command.find((post) => held.includes(post));
}

export function authorityOf(ground: Ground): { authority: PostId } | Refused {
  const authority = keeps(ground);
  if (authority !== undefined) return { authority };
  return refuse('not_authorised', { posts: ground.held }, { posts: keepersOf(ground) });
}

function keepersOf({ keeper, command }: Pick<Ground, 'keeper' | 'command'>): PostId[] {
  return [...new Set([...(keeper === undefined ? [] : [keeper]), ...command])];
}

/** Holding its post makes one the owner. */
function isOwner(owner: ImprovementOwner, actor: Actor, { held }: Pick<Ground, 'held'>): boolean {
  if (actor.kind !== 'person') return false;
  return 'post' in owner ? held.includes(owner.post) : owner.person === actor.id;
}

/**
 * Nobody judges their own work: neither whose it is, nor whose it was since something was first handed in or linked, whatever post they
 * hold by now, nor whoever has ever handed in for it.
 */
export function ownWork(
  { owner, handedIn, ownersBefore = [], ownedBy = [] }: Pick<About, 'owner' | 'handedIn' | 'ownersBefore' | 'ownedBy'>,
  actor: Actor,
  ground: Pick<Ground, 'held'>,
): 'owner_cannot_verify' | 'own_evidence' | undefined {
  if (isOwner(owner, actor, ground)) return 'owner_cannot_verify';
  if (actor.kind === 'person' && handedIn.includes(actor.id)) return 'own_evidence';
  const wasOwner =
    (actor.kind === 'person' && ownedBy.includes(actor.id)) || ownersBefore.some((one) => isOwner(one, actor, ground));
  return wasOwner ? 'owner_cannot_verify' : undefined;
}

export function isSameOwner(a: ImprovementOwner, b: ImprovementOwner): boolean {
  return 'post' in a ? 'post' in b && a.post === b.post : 'person' in b && a.person === b.person;
}

/** Who may hand in for the owner: a deputy of the post. */
export function actsForOwner(owner: ImprovementOwner, actor: Actor, ground: Ground): boolean {
  return isOwner(owner, actor, ground) || ('post' in owner && ground.standsInFor.includes(owner.post));
}

/** Plan and roster of the day, as far as they say who is told. */
export interface WhoIsThere {
  holders: Holders;
  /** Listed, and active. */
  isThere: (person: PersonId) => boolean;
  deputiesOf: (post: PostId) => PostId[];
  keeper?: PostId;
  command: PostId[];
}

interface About {
  owner: ImprovementOwner;
  /** Whoever has ever handed in evidence for it. */
  handedIn: PersonId[];
  /** Whose it was since then, before the owner of now. */
  ownersBefore?: ImprovementOwner[];
  /** Who held its post then. */
  ownedBy?: PersonId[];
  /** Whose it was before. */
  formerOwner?: ImprovementOwner;
}

/** Who the owner is today; nobody where the person has left or nobody holds the post or stands in for it. */
export function ownerToday(owner: ImprovementOwner, who: Omit<WhoIsThere, 'keeper' | 'command'>): PersonId | undefined {
  if ('person' in owner) return who.isThere(owner.person) ? owner.person : undefined;
  return inPost(owner.post, who)[0];
}

/** Whoever is to be told today, each once. */
export function peopleFor(to: readonly Told[], about: About, who: WhoIsThere): PersonId[] {
  const people = to.flatMap((one) => personFor(one, about, who) ?? []);
  return [...new Set(people)];
}

function personFor(
  to: Told,
  { owner, handedIn, ownersBefore = [], ownedBy = [], formerOwner }: About,
  who: WhoIsThere,
): PersonId | undefined {
  const command = who.command.flatMap((post) => who.holders[post] ?? []);
  const keepers = who.keeper === undefined ? command : [...inPost(who.keeper, who), ...command];
  switch (to) {
    case 'owner':
      return ownerToday(owner, who);
    case 'formerOwner':
      return formerOwner && ownerToday(formerOwner, who);
    case 'verifier': {
      const own = [owner, ...ownersBefore].flatMap((one) =>
        'post' in one ? (who.holders[one.post] ?? []) : [one.person],
      );
      const barred = new Set([...own, ...ownedBy, ...handedIn]);
      return keepers.find((person) => !barred.has(person));
    }
    case 'keeper':
      return keepers[0];
    case 'command':
      return command[0];
  }
}

function inPost(post: PostId, { holders, deputiesOf }: Pick<WhoIsThere, 'holders' | 'deputiesOf'>): PersonId[] {
  return [post, ...deputiesOf(post)].flatMap((one) => holders[one] ?? []);
}
