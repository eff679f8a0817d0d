import { destroyBy } from '../aftermath/destroyBy.js';
import type { LevelId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { actorName } from '../actor.js';
import { authorityOf, postsFor } from '../authority.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { AllOpen, OpenItem } from '../room.js';
import type { State } from '../state.js';
import { againstTheEnd, openItemKey } from '../stillOpen.js';
import { askedOf, criteriaAsked, criteriaOpen, isConfirmed, mayConfirm, rulesOf } from './criteria.js';
import { withConfirmed } from './evolve.js';

type Terminate = MessageOf<'terminate'>;

export function decideEnd(state: State, message: Terminate, at: Instant, allOpen: AllOpen): EventBody[] {
  if (state.phase !== 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  switch (message.action) {
    case 'ask':
      return ask(state, message, at);
    case 'propose':
      return propose(state, message, at, allOpen);
    case 'override':
      return override(state, message, at, allOpen);
    case 'confirm':
      return confirm(state, message, at, allOpen);
    case 'withdraw':
      return withdraw(state, message);
  }
}

/** What the end takes effect by, once nothing stands against it any more; `by` the second person, where there is one. */
export function ended(state: State, at: Instant, allOpen: AllOpen, by?: { authority: PostId }): EventBody[] {
  const { proposed } = state.termination;
  const { level } = state.grading;
  if (!proposed || level === undefined) return [];
  const open = allOpen(state, at);
  const end = {
    type: 'terminated' as const,
    ...by,
    proposedBy: proposed.by,
    level,
    ...watched(state, level, at),
    ...destroyBy(state.basis.plan, at),
  };
  return proposed.override ? [{ ...end, override: true, open }] : (notReached(open) ?? [end]);
}

function watched({ basis }: State, level: LevelId, at: Instant): { watchUntil?: Instant } {
  const rule = basis.plan.termination.watch.find(({ levels }) => levels.includes(level));
  return rule === undefined ? {} : { watchUntil: at + rule.for };
}

function ask(state: State, { actor }: Terminate, at: Instant): EventBody[] {
  const by = authorityOf(state, actor, postsFor(state, 'proposeTermination'));
  if ('code' in by) return [by];
  const open = criteriaOpen(state);
  if (open.length === 0) {
    const criteria = criteriaAsked(state).map(({ id }) => id);
    return [refusal('criteria_stand', { criteria, status: 'confirmed' })];
  }
  return [{ type: 'criteriaAsked', ...by, tell: askedOf(state, open, at) }];
}

/** What the proposer confirms with it counts at once. */
function propose(state: State, message: Terminate, at: Instant, allOpen: AllOpen): EventBody[] {
  const by = authorityOf(state, message.actor, postsFor(state, 'proposeTermination'));
  if ('code' in by) return [by];
  const already = alreadyProposed(state);
  if (already) return already;
  const named = rulesOf(state, message.criteria ?? []);
  if ('code' in named) return [named];
  const anew = named.filter(({ id }) => !isConfirmed(state, id));
  const word = mayConfirm(state, message.actor, anew, at);
  if (word !== undefined && 'code' in word) return [word];
  const criteria = anew.map(({ id }) => id);
  const after = { ...state, termination: withConfirmed(state.termination, criteria, message.actor, at) };
  const open = allOpen(after, at);
  const stands = notReached(open);
  if (stands) return stands;
  if (!message.reason?.trim()) return [refusal('reason_required')];
  return [
    ...(word === undefined ? [] : [{ type: 'criteriaConfirmed' as const, ...word, criteria }]),
    { type: 'terminationProposed', ...by, criteria: met(after), open, texts: { reason: message.reason } },
  ];
}

/** In place of an ordinary proposal, which waits for what stands against it. */
function override(state: State, message: Terminate, at: Instant, allOpen: AllOpen): EventBody[] {
  const rule = state.basis.plan.termination.override;
  if (rule === undefined) return [refusal('no_override')];
  const by = authorityOf(state, message.actor, rule.posts);
  if ('code' in by) return [by];
  const already = state.termination.proposed?.override === true ? alreadyProposed(state) : undefined;
  if (already) return already;
  const open = allOpen(state, at);
  if (againstTheEnd(open).length === 0) return [refusal('override_not_needed')];
  const { reason } = message;
  if (!reason?.trim()) return [refusal('reason_required')];
  return [{ type: 'terminationProposed', ...by, criteria: met(state), override: true, open, texts: { reason } }];
}

function confirm(state: State, { actor }: Terminate, at: Instant, allOpen: AllOpen): EventBody[] {
  const { proposed } = state.termination;
  const by = authorityOf(state, actor, signatoryPosts(state));
  if ('code' in by) return [by];
  if (!proposed) return [refusal('nothing_proposed')];
  if (actorName(proposed.by) === actorName(actor)) {
    return [refusal('second_person_required', { proposedBy: actorName(proposed.by) })];
  }
  return ended(state, at, allOpen, by);
}

function withdraw(state: State, message: Terminate): EventBody[] {
  const { posts = [] } = state.termination.proposed?.override ? (state.basis.plan.termination.override ?? {}) : {};
  const by = authorityOf(state, message.actor, [...postsFor(state, 'proposeTermination'), ...posts]);
  if ('code' in by) return [by];
  if (!state.termination.proposed) return [refusal('nothing_proposed')];
  if (!message.reason?.trim()) return [refusal('reason_required')];
  return [{ type: 'terminationWithdrawn', ...by, texts: { reason: message.reason } }];
}

/** Posts of the second person, who signs what is proposed now. */
export function signatoryPosts(state: State): PostId[] {
  const { proposed } = state.termination;
  if (proposed?.override) return state.basis.plan.termination.override?.secondPosts ?? [];
  return postsFor(state, 'confirmTermination');
}

/** Of all that is open, against the end or not, what stands against it. */
function notReached(open: OpenItem[]): EventBody[] | undefined {
  const against = againstTheEnd(open);
  return against.length === 0 ? undefined : [refusal('end_not_reached', { open: against.map(openItemKey) })];
}

function alreadyProposed({ termination: { proposed } }: State): EventBody[] | undefined {
  return proposed && [refusal('already_proposed', { by: actorName(proposed.by) })];
}

function met(state: State): string[] {
  const { criteria } = state.basis.plan.termination;
  return criteria.map(({ id }) => id).filter((id) => isConfirmed(state, id));
}
