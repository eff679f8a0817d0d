import { SYSTEM } from '../incident/actor.js';
import { printOf } from '../incident/fingerprint.js';
import type { Instant } from '../time.js';
import { decideOn, shownBy } from './decide.js';
import type { ImprovementBody, ImprovementEvent, ImprovementHead } from './events.js';
import { evolve, initial } from './evolve.js';
import { fallenDue, nextRung } from './ladder.js';
import type { ImprovementMessage, ImprovementOpening, ProvingAnswer, ToldAnswer } from './messages.js';
import { refuseOpening } from './open.js';
import type { Told } from './people.js';
import { isOver, whyNotProven } from './proof.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';
import type { ImprovementEffect, ImprovementState } from './state.js';
import type { ImprovementTemplate } from './templates.js';
import { reviewedEvery } from './reviewEvery.js';
import { awaitedOf } from './waiting.js';

/** A new improvement, or why not; API and workflow derive the same from the same opening. */
export function open(opening: ImprovementOpening): ImprovementEvent[] | Refused {
  const judged = refuseOpening(opening);
  if ('code' in judged) return judged;
  const { improvement, origin, kind, priority, owner, dueAt, planChange, verifiedBy, texts, by, at } = opening;
  const request = { id: by.requestId, fingerprint: openingPrint(opening) };
  const body: ImprovementBody = {
    ...{ type: 'opened', improvement, origin, kind, priority, owner, dueAt, planChange, texts },
    ...(verifiedBy === undefined ? {} : { verifiedBy }),
    ...reviewedEvery(opening),
    ...judged,
  };
  return stamp(initial, [body], { at, actor: by.actor, via: by.via, request });
}

/** Tells a repeated opening from another one under the same key. */
export function openingPrint({
  by,
  origin,
  kind,
  priority,
  owner,
  dueAt,
  planChange,
  verifiedBy,
  texts,
}: ImprovementOpening): string {
  const proven = verifiedBy === undefined ? {} : { verifiedBy };
  // Its version follows from the drill; an earlier release did not say it.
  const { version: _, ...from } = origin;
  return printOf(by.actor, { origin: from, kind, priority, owner, dueAt, planChange, ...proven, texts });
}

/** What follows from a decision: events, among them at most one `refused`. Empty only for a repeated request id. */
export function decide(state: ImprovementState, message: ImprovementMessage, at: Instant): ImprovementEvent[] {
  const { requestId, actor, via, ifSeq } = message;
  const print = decisionPrint(message);
  const known = state.requests.find(({ id }) => id === requestId);
  if (known?.fingerprint === print) return [];
  const head = { at, actor, via };
  const naming = (refused: Refused): ImprovementBody => ({ ...refused, message: message.type });
  if (known) return stamp(state, [naming(refuse('request_id_reused', { requestId }))], head);
  const bodies =
    ifSeq !== undefined && state.decidedSeq > ifSeq
      ? [refuse('changed', { ifSeq, seq: state.seq })]
      : decideOn(state, message, at);
  const told = bodies.map((body) => (body.type === 'refused' ? naming(body) : body));
  return stamp(state, told, { ...head, request: { id: requestId, fingerprint: print } });
}

/** Of what was asked, without what the server looks up for the sender: that may be something else when it is repeated. */
export function decisionPrint({
  actor,
  requestId: _,
  via: __,
  ifSeq: ___,
  ground: ____,
  ownedBy: _____,
  reviewEvery: ______,
  ...asked
}: ImprovementMessage): string {
  const nothing = { holder: undefined, version: undefined, proof: undefined };
  const { holder: _______, version: ________, proof: _________, ...itself } = { ...nothing, ...asked };
  return printOf(actor, itself);
}

/** Nobody of those who were meant has got it: the next who answers for it is told. */
export function settle(state: ImprovementState, answer: ToldAnswer, at: Instant): ImprovementEvent[] {
  const effect = state.telling;
  if (effect?.id !== answer.effectId) return [];
  const bodies: ImprovementBody[] = [answer];
  const { template, id: effectId } = effect;
  const to = INFORMS.includes(template) ? undefined : beyond(effect);
  if (answer.people.length === 0 && to !== undefined) bodies.push({ type: 'passedOn', template, to, effectId });
  return stamp(state, bodies, { at, actor: SYSTEM, via: 'system' });
}

/** A drill was planned for it, or is over, or its version has taken effect. What is no longer waited for changes nothing. */
export function prove(state: ImprovementState, answer: ProvingAnswer, at: Instant): ImprovementEvent[] {
  const { planned } = state;
  const wanted = awaitedOf(state);
  const head = { at, actor: SYSTEM, via: 'system' } as const;
  if (answer.type === 'versionInForce') {
    const { plan, version } = answer.version;
    const isAwaited = wanted?.kind === 'version' && wanted.version.plan === plan && wanted.version.version === version;
    return isAwaited ? stamp(state, [answer], head) : [];
  }
  if (answer.type !== 'drillOver') return wanted?.kind === 'plan' ? stamp(state, [answer], head) : [];
  const { proof } = answer;
  if (wanted === undefined || planned?.drill !== proof.drill || !isOver(proof)) return [];
  const why = whyNotProven(state, proof);
  const shown = { drill: shownBy(proof), version: proof.plan };
  return stamp(
    state,
    [why === undefined ? { type: 'verified', ...shown } : { type: 'drillFailed', ...shown, why: why.code }],
    head,
  );
}

/** Whatever falls due at or before `at`. */
export function wake(state: ImprovementState, at: Instant): ImprovementEvent[] {
  const rung = fallenDue(state, at);
  if (rung === undefined) return [];
  const { template, to } = rung;
  return stamp(state, [{ type: 'pressed', template, to }], { at, actor: SYSTEM, via: 'system' });
}

/** When `wake` next has something to say. */
export function nextWake(state: ImprovementState): Instant | undefined {
  return nextRung(state)?.at;
}

/** Verified or cancelled, and everybody is told. */
export function isFinished({ status, telling }: ImprovementState): boolean {
  return (status === 'verified' || status === 'cancelled') && telling === undefined;
}

export function fold(events: Iterable<ImprovementEvent>): ImprovementState {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** How a decision was answered, while its request id is remembered. */
export function answerTo(
  { requests }: ImprovementState,
  requestId: string,
): { refusal?: Omit<Refused, 'type'> } | undefined {
  return requests.find(({ id }) => id === requestId);
}

/** Whoever is not reached by these misses nothing that they have to do. */
const INFORMS: readonly ImprovementTemplate[] = ['verified', 'dueMoved', 'cancelled', 'drillPlanned'];

function beyond({ to }: ImprovementEffect): Told[] | undefined {
  if (to.includes('command')) return undefined;
  const meant = to.filter((one) => one !== 'formerOwner');
  return [...meant, to.includes('keeper') || to.includes('verifier') ? 'command' : 'keeper'];
}

function stamp(
  state: ImprovementState,
  bodies: ImprovementBody[],
  { request, ...head }: Omit<ImprovementHead, 'seq'>,
): ImprovementEvent[] {
  return bodies.map((body, i) => ({
    seq: state.seq + 1 + i,
    ...head,
    ...(i === 0 && request ? { request } : {}),
    ...body,
  }));
}
