import { isBlank } from '../incident/isBlank.js';
import type { PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { ImprovementBody, ImprovementEventOf, Shown } from './events.js';
import type { ImprovementMessage, MessageOf, VersionNow } from './messages.js';
import { actsForOwner, authorityOf, isSameOwner, keeps, ownWork } from './people.js';
import { whyNotProven } from './proof.js';
import type { DrillProof } from './proof.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';
import type { ImprovementState, ImprovementStatus } from './state.js';
import { reviewedEvery } from './reviewEvery.js';

type State = ImprovementState;
type Verified = ImprovementEventOf<'verified'>;

/** What a decision comes to, at most one refusal. */
export function decideOn(state: State, message: ImprovementMessage, at: Instant): (ImprovementBody | Refused)[] {
  switch (message.type) {
    case 'handIn':
      return [handIn(state, message)];
    case 'verify':
      return [verify(state, message)];
    case 'return':
      return [giveBack(state, message)];
    case 'move':
      return [move(state, message, at)];
    case 'reassign':
      return [reassign(state, message)];
    case 'cancel':
      return [cancel(state, message)];
    case 'link':
      return [link(state, message)];
  }
}

function handIn(state: State, message: MessageOf<'handIn'>) {
  const { actor, ground, note, link: address, file } = message;
  const closed = unless(state, 'open');
  if (closed) return closed;
  if (!actsForOwner(state.owner, actor, ground)) return refuse('not_owner', { posts: ground.held }, { ...state.owner });
  const texts = Object.fromEntries(
    Object.entries({ note, link: address, fileName: file?.name }).filter(([, text]) => !isBlank(text)),
  );
  if (file === undefined && isBlank(note) && isBlank(address)) return refuse('evidence_required');
  const held = { ...ownedBy(state, message), ...reviewedEvery(message) };
  return { type: 'handedIn', ...(file === undefined ? {} : { file: file.sha256 }), ...held, texts } as const;
}

/** Who holds the owner's post now, since they may change post before it is verified. */
function ownedBy({ owner }: State, { ownedBy: people = [] }: Pick<ImprovementMessage, 'ownedBy'>) {
  return 'post' in owner && people.length > 0 ? { ownedBy: people } : {};
}

function verify(state: State, message: MessageOf<'verify'>): ImprovementBody | Refused {
  const { note, version } = message;
  const by = verifierOf(state, message);
  if ('code' in by) return by;
  const texts = note === undefined || isBlank(note) ? {} : { texts: { note } };
  if (state.verifiedBy === 'drill' || message.drill !== undefined) {
    const shown = byDrill(state, message);
    return 'code' in shown ? shown : { type: 'verified', ...by, ...shown, ...texts };
  }
  if (!state.planChange) return { type: 'verified', ...by, ...texts };
  const linked = state.version;
  if (linked === undefined) return refuse('link_required');
  const { plan, version: number } = linked;
  if (version?.plan !== plan || version.version !== number) return refuse('unknown_version', { plan, version: number });
  if (!version.tookEffect) return refuse('version_not_in_force', { plan, version: number });
  const notNewer = unlessNewer(state, version);
  if (notNewer) return notNewer;
  return { type: 'verified', ...by, version: { plan, version: number, hash: version.hash }, ...texts };
}

/** No word of a person stands for a drill that has to show it. */
function byDrill(state: State, { drill, proof }: MessageOf<'verify'>): Pick<Verified, 'drill' | 'version'> | Refused {
  const { origin, planned } = state;
  const needed = origin.criterion === undefined ? {} : { criterion: origin.criterion };
  if (origin.criterion === undefined && drill !== undefined) return refuse('no_criterion', { drill });
  if (drill === undefined) {
    return refuse('drill_required', planned === undefined ? {} : { drill: planned.drill }, needed);
  }
  if (proof?.drill !== drill) return refuse('unknown_drill', { drill }, needed);
  return whyNotProven(state, proof) ?? { drill: shownBy(proof), version: proof.plan };
}

export function shownBy({ drill: id, criterion, rating, report, score }: DrillProof): Shown {
  const known = Object.entries({ rating, report, score }).filter(([, value]) => value !== undefined);
  return { id, criterion, ...Object.fromEntries(known) };
}

function giveBack(state: State, message: MessageOf<'return'>): ImprovementBody | Refused {
  const by = verifierOf(state, message);
  if ('code' in by) return by;
  const { remarks } = message;
  return isBlank(remarks)
    ? refuse('text_required', { field: 'remarks' })
    : { type: 'returned', ...by, texts: { remarks } };
}

function verifierOf(state: State, { actor, ground }: ImprovementMessage): { authority: PostId } | Refused {
  const closed = unless(state, 'done');
  if (closed) return closed;
  const own = ownWork(state, actor, ground);
  return own === undefined ? authorityOf(ground) : refuse(own);
}

function move(state: State, message: MessageOf<'move'>, at: Instant): ImprovementBody | Refused {
  const by = keeperOf(state, message, ['open']);
  if ('code' in by) return by;
  const { dueAt, reason } = message;
  if (dueAt <= at) return refuse('due_passed');
  if (dueAt === state.dueAt) return refuse('no_change');
  const own = dueAt > state.dueAt ? ifOwn(state, message) : undefined;
  if (own) return own;
  return { type: 'dueMoved', ...by, from: state.dueAt, dueAt, texts: { reason } };
}

function reassign(state: State, message: MessageOf<'reassign'>): ImprovementBody | Refused {
  const by = keeperOf(state, message, ['open']);
  if ('code' in by) return by;
  const { owner, holder, reason } = message;
  if (holder === undefined) return refuse('unknown_owner', { ...owner });
  if (isSameOwner(owner, state.owner)) return refuse('no_change');
  return { type: 'ownerChanged', ...by, owner, ...ownedBy(state, message), texts: { reason } };
}

function cancel(state: State, message: MessageOf<'cancel'>): ImprovementBody | Refused {
  const by = keeperOf(state, message, ['open', 'done']);
  if ('code' in by) return by;
  return ifOwn(state, message) ?? { type: 'cancelled', ...by, texts: { reason: message.reason } };
}

/** Nobody lets themselves off what they have to do. */
function ifOwn(state: State, { actor, ground }: ImprovementMessage): Refused | undefined {
  return ownWork(state, actor, ground) === undefined ? undefined : refuse('own_improvement');
}

/** Who keeps improvements decides about them, with a reason. */
function keeperOf(
  state: State,
  { ground, reason }: { ground: ImprovementMessage['ground']; reason: string },
  statuses: ImprovementStatus[],
): { authority: PostId } | Refused {
  const closed = unless(state, ...statuses);
  if (closed) return closed;
  const by = authorityOf(ground);
  if ('code' in by) return by;
  return isBlank(reason) ? refuse('reason_required') : by;
}

function link(state: State, message: MessageOf<'link'>): ImprovementBody | Refused {
  const { actor, ground, plan, number, version } = message;
  const closed = unless(state, 'open', 'done');
  if (closed) return closed;
  const authority = keeps(ground);
  if (authority === undefined && !actsForOwner(state.owner, actor, ground)) return authorityOf(ground) as Refused;
  if (version?.plan !== plan || version.version !== number) return refuse('unknown_version', { plan, version: number });
  const notNewer = unlessNewer(state, version);
  if (notNewer) return notNewer;
  const { hash } = version;
  const same = state.version;
  // A draft has another hash than what becomes of it.
  if (same?.plan === plan && same.version === number && same.hash === hash) return refuse('no_change');
  return {
    type: 'planLinked',
    version: { plan, version: number, hash },
    ...ownedBy(state, message),
    ...reviewedEvery(message),
    ...(authority === undefined ? {} : { authority }),
  };
}

/** Nothing is mended by what was there when it was found. */
function unlessNewer({ origin, openedAt }: State, { plan, version, inForceSince }: VersionNow): Refused | undefined {
  const under = origin.version;
  if (under?.plan === plan) {
    return version > under.version ? undefined : refuse('version_not_newer', { plan, version }, { ...under });
  }
  // An earlier release did not say by which plan the incident ran. What is found elsewhere may be entered later than it is mended.
  const isOfIncident = origin.kind === 'incident' || origin.kind === 'drill';
  const wasThere = isOfIncident && inForceSince !== undefined && inForceSince < openedAt;
  return wasThere ? refuse('version_not_newer', { plan, version }) : undefined;
}

function unless({ status }: State, ...statuses: ImprovementStatus[]): Refused | undefined {
  return statuses.includes(status) ? undefined : refuse('wrong_status', { status }, { statuses });
}
