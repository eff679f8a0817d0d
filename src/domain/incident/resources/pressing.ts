import type { Ladder } from '../../plan/compiled.js';
import { earlier } from '../../time.js';
import type { Instant } from '../../time.js';
import { whoCommands } from '../authority.js';
import type { EventBody, EventOf, RequestsTold, RequestStep } from '../events.js';
import { isAfterEnd } from '../phases.js';
import type { Phase } from '../phases.js';
import type { RequestWait, ResourceRequest, ResourcesSlice, State } from '../state.js';
import { amount, missingOf, outOf } from './lots.js';
import { askerOf, keeperHere, needOf, peopleAt, toldOf, unique } from './people.js';
import type { AnyRequest } from './people.js';
import { withNumbered } from '../withEntry.js';

/** Command is reminded of all that still waits at a third of the rate at which it hears of each thing first. */
const COMMAND_REMINDED_EVERY = 3;

/** What it waits for somebody to do. */
function waitOf(request: AnyRequest, phase: Phase): RequestWait | undefined {
  if ('partner' in request) return request.ended === undefined && request.reply === undefined ? 'reply' : undefined;
  const { ended, spending } = request;
  if (ended !== undefined || isAfterEnd(phase)) return outOf(request) > 0 ? 'return' : undefined;
  if (spending === 'awaiting') return 'approval';
  return amount(request, 'ready') > 0 && mayLeave(request) ? 'dispatch' : undefined;
}

/** Money leaves once somebody has approved it. */
function mayLeave({ spending }: ResourceRequest): boolean {
  return spending === undefined || spending === 'approved';
}

/** Something of it is not there yet. */
function isUnmet(request: AnyRequest): boolean {
  if (request.ended !== undefined) return false;
  if ('partner' in request) return request.reply?.reply !== 'confirmed';
  return missingOf(request) > 0 || amount(request, 'ready', 'sent') > 0;
}

function isEscalated(request: AnyRequest): boolean {
  return (request.waits !== undefined && request.next === undefined) || (request.late === true && isUnmet(request));
}

/** Says of each request what it waits for, starts the clock of what is new, and says when the next thing falls due. */
export function timed(slice: ResourcesSlice, phase: Phase, { remindAfter }: Ladder, at: Instant): ResourcesSlice {
  const requests = withWaits(slice.requests, phase, at + remindAfter);
  const partners = withWaits(slice.partners, phase, at + remindAfter);
  let wakeAt: Instant | undefined;
  for (const all of [requests, partners]) {
    for (const id in all) {
      const request: AnyRequest = all[id]!;
      if (slice.remindAt !== undefined && isEscalated(request)) wakeAt = earlier(wakeAt, slice.remindAt);
      wakeAt = earlier(wakeAt, request.next?.at);
      const { neededBy, late } = request;
      if (neededBy !== undefined && late !== true && isUnmet(request)) wakeAt = earlier(wakeAt, neededBy);
    }
  }
  return { ...slice, requests, partners, wakeAt };
}

function withWaits<R extends AnyRequest>(all: Record<string, R>, phase: Phase, first: Instant): Record<string, R> {
  let changed = all;
  for (const id in all) {
    const request = all[id]!;
    const waits = waitOf(request, phase);
    if (waits === request.waits) continue;
    const next = waits === undefined ? undefined : ({ step: 'first', at: first } as const);
    changed = withNumbered<R>(changed, id, { ...request, waits, next });
  }
  return changed;
}

/** Who hears next after these people have heard, counted from when they really did. */
export function afterOverdue(
  slice: ResourcesSlice,
  { step, needs, at }: EventOf<'requestsOverdue'>,
  { remindAfter, escalateAfter }: Ladder,
): ResourcesSlice {
  const told = needs.reduce(
    (s, { request: id }) =>
      change(s, id, (request) => {
        const { next } = request;
        if (step === 'command') return next !== undefined && next.at > at ? request : { ...request, next: undefined };
        const wait = step === 'first' ? Math.max(1, escalateAfter - remindAfter) : remindAfter;
        return { ...request, next: { step: step === 'first' ? 'second' : 'command', at: at + wait } };
      }),
    slice,
  );
  return step === 'command' ? reminding(told, escalateAfter, at) : told;
}

export function afterLate(
  slice: ResourcesSlice,
  { needs, at }: EventOf<'requestsLate'>,
  { escalateAfter }: Ladder,
): ResourcesSlice {
  const told = needs.reduce((s, { request }) => change(s, request, (before) => ({ ...before, late: true })), slice);
  return reminding(told, escalateAfter, at);
}

function reminding(slice: ResourcesSlice, escalateAfter: number, at: Instant): ResourcesSlice {
  if (slice.remindAt !== undefined && slice.remindAt > at) return slice;
  return { ...slice, remindAt: at + COMMAND_REMINDED_EVERY * escalateAfter };
}

/** Either kind of request, by its id. */
export function change(slice: ResourcesSlice, id: string, to: (request: AnyRequest) => AnyRequest): ResourcesSlice {
  const request = slice.requests[id];
  if (request !== undefined) {
    return { ...slice, requests: withNumbered(slice.requests, id, to(request) as ResourceRequest) };
  }
  const partner = slice.partners[id];
  if (partner === undefined) return slice;
  return { ...slice, partners: withNumbered(slice.partners, id, to(partner) as typeof partner) };
}

/** One event for each step, and one for all that is needed by now and not there. */
export function wake(state: State, at: Instant): EventBody[] {
  const { remindAt } = state.resources;
  const reminds = remindAt !== undefined && remindAt <= at;
  const all: [string, AnyRequest][] = [
    ...Object.entries(state.resources.requests),
    ...Object.entries(state.resources.partners),
  ];
  const late = all
    .filter(([, request]) => request.late !== true && isUnmet(request) && (request.neededBy ?? Infinity) <= at)
    .map(([id]) => id);
  const steps: Record<RequestStep, string[]> = { first: [], second: [], command: [] };
  for (const [id, request] of all) {
    const from =
      request.next !== undefined && request.next.at <= at
        ? request.next.step
        : reminds && isEscalated(request)
          ? 'command'
          : undefined;
    if (from !== undefined) steps[peopleAt(state, request, from, at).step].push(id);
  }
  return [
    ...(late.length === 0
      ? []
      : [
          {
            type: 'requestsLate' as const,
            needs: late.map((id) => needOf(state, id)),
            tell: toldOfLate(state, late, at),
          },
        ]),
    ...(['first', 'second', 'command'] as const).flatMap((step): EventBody[] => {
      const requests = steps[step];
      if (requests.length === 0) return [];
      const tell = toldOf(state, requests, (request) => peopleAt(state, request, step, at).people);
      return [{ type: 'requestsOverdue', step, needs: requests.map((id) => needOf(state, id)), tell }];
    }),
  ];
}

function toldOfLate(state: State, ids: string[], at: Instant): RequestsTold[] {
  return toldOf(state, ids, (request) => [
    ...askerOf(state, request, at),
    ...keeperHere(state, request, at),
    ...whoCommands(state),
  ]);
}

/** Whoever has it, and in whose care it belongs. */
export function toldToReturn(state: State, ids: string[], at: Instant): RequestsTold[] {
  return toldOf(state, ids, (request) => unique([...askerOf(state, request, at), ...keeperHere(state, request, at)]));
}
