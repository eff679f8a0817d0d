import type { EffectOf } from '../effects.js';
import type { EventBody, IncidentEvent, Lot } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isOver } from '../phases.js';
import type { ResourceRequest, State } from '../state.js';
import { exact, firstOf, heldBy, inAll, lotsAt, merged, missingOf, totalOf } from './lots.js';
import { needOf } from './people.js';

type LedgerEffect = EffectOf<'allocate'> | EffectOf<'settleStock'>;
export type Unnumbered = Omit<EffectOf<'allocate'>, 'id'> | Omit<EffectOf<'settleStock'>, 'id'>;

/** Effects of one event, in order: `s12.1`, `s12.2` … */
export function asked(event: IncidentEvent, wanted: Unnumbered[]): EventBody[] {
  return wanted.map((effect, i) => ({
    type: 'effectRequested',
    effect: { id: `s${event.seq}.${i + 1}`, ...effect },
  }));
}

export function allocation(state: State, id: string, request: ResourceRequest): Unnumbered {
  return { kind: 'allocate', request: id, resource: request.resource, quantity: inAll(request), rank: rankOf(state) };
}

/** 0 is the most severe level; before one is decided, less than the mildest. */
function rankOf({ basis, grading }: State): number {
  const at = basis.plan.levels.findIndex(({ id }) => id === grading.level);
  return at < 0 ? basis.plan.levels.length : at;
}

/** Gives back what was ready on the shelf. What holds nothing and wants nothing is given up as a whole. */
export function givenBack(state: State, id: string, request: ResourceRequest, lots: Lot[]): Unnumbered[] {
  if (request.spending === 'awaiting') return [];
  if (request.wants === 0 && heldBy(request) === 0) return [{ kind: 'settleStock', request: id, close: true }];
  // Something leaves the shelf only once nothing is waited for any more.
  if (lots.length > 0) return [settlement(id, lots, 'returned', true)];
  // What the ledger was asked for and has not answered yet is put right when it has.
  return allocationsPending(state, id).length > 0 ? [] : [allocation(state, id, request)];
}

export function settlement(
  request: string,
  lots: Lot[],
  as: 'returned' | 'consumed' | 'damaged',
  close = false,
): Unnumbered {
  return {
    kind: 'settleStock',
    request,
    lots: lots.map(({ item, quantity }) => ({ item, quantity, as })),
    ...(close ? { close } : {}),
  };
}

export function allocationsPending(state: State, request: string): EffectOf<'allocate'>[] {
  return effectsOf(state, request).filter((effect) => effect.kind === 'allocate');
}

function effectsOf({ effects }: State, request: string): LedgerEffect[] {
  return Object.values(effects.pending).flatMap(({ effect }) =>
    (effect.kind === 'allocate' || effect.kind === 'settleStock') && effect.request === request ? [effect] : [],
  );
}

/**
 * What the ledger has for the request, as it was before whatever it has still to take in of it: it is asked one thing at a
 * time, in order. The ledger never takes back what it gave.
 */
export function allocated(state: State, message: MessageOf<'allocated'>): EventBody[] {
  const effect = state.effects.pending[message.effectId]?.effect;
  if (effect?.kind !== 'allocate') return [];
  const { request: id, quantity } = effect;
  const need = needOf(state, id);
  const request = state.resources.requests[id];
  if (request === undefined || isGivenUp(state, id)) {
    const nothing = { lots: [], gained: [], surplus: [], missing: 0, heldBy: [] };
    return [{ type: 'stockAllocated', effectId: effect.id, need, ...nothing }];
  }
  const gained = gainedBy(state, id, request, merged(message.lots));
  const before = lotsAt(request, 'ready');
  const held = exact(heldBy(request) + totalOf(gained));
  const ready = merged([...before, ...gained]);
  const surplus = firstOf(ready, Math.max(0, exact(held - request.wants)));
  const missing = Math.max(0, exact(request.wants - held));
  const asksAgain =
    missing > 0 ? request.again === true : surplus.length === 0 && request.wants > 0 && quantity > inAll(request);
  return [
    {
      type: 'stockAllocated',
      effectId: effect.id,
      need,
      lots: ready,
      gained,
      surplus,
      missing,
      heldBy: missing > 0 ? message.heldBy : [],
      ...(request.answered ? {} : { first: true }),
      ...(asksAgain ? { again: true } : {}),
    },
  ];
}

function isGivenUp(state: State, id: string): boolean {
  return effectsOf(state, id).some((effect) => effect.kind === 'settleStock' && effect.lots === undefined);
}

function gainedBy(state: State, id: string, request: ResourceRequest, answered: Lot[]): Lot[] {
  const underWay = effectsOf(state, id).flatMap((effect) => (effect.kind === 'settleStock' ? (effect.lots ?? []) : []));
  return answered.flatMap(({ item, quantity }) => {
    const { ready = 0, sent = 0, there = 0 } = request.lots[item] ?? {};
    const leaving = underWay.reduce((sum, lot) => (lot.item === item ? sum + lot.quantity : sum), 0);
    const gained = exact(quantity - leaving - ready - sent - there);
    return gained > 0 ? [{ item, quantity: gained }] : [];
  });
}

export function stockSettled(state: State, { effectId }: MessageOf<'stockSettled'>): EventBody[] {
  return state.effects.pending[effectId]?.effect.kind === 'settleStock' ? [{ type: 'stockBooked', effectId }] : [];
}

export function recheckStock(state: State): EventBody[] {
  return isOver(state.phase) ? [] : rechecked(state);
}

/** Whatever waits for stock, by the level of now. */
export function rechecked(state: State): EventBody[] {
  const waiting = Object.entries(state.resources.requests).filter(
    ([, request]) => isAsked(request) && missingOf(request) > 0,
  );
  return waiting.length === 0 ? [] : [{ type: 'stockRechecked', needs: waiting.map(([id]) => needOf(state, id)) }];
}

/** The ledger knows of it: money that nobody has approved it does not. */
export function isAsked({ ended, spending }: ResourceRequest): boolean {
  return ended === undefined && spending !== 'awaiting';
}
