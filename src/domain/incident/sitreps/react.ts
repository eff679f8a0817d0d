import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import type { Heard } from '../hearing.js';
import type { State } from '../state.js';
import { allowance, cadenceNow } from './cadence.js';
import { drafted, rescheduledTo } from './draft.js';
import { addressees, passesOn } from './people.js';

export function react(state: State, event: Heard<'sitreps'>): EventBody[] {
  const { open } = state.sitreps;
  switch (event.type) {
    case 'levelChanged':
      return event.from === event.to ? [] : afterTurn(state, event, 'levelChanged');
    case 'reopened':
      return afterTurn(state, event, 'reopened');
    case 'terminated':
      return afterEnd(state, event);
    case 'sitrepReleased':
      return [
        {
          type: 'effectRequested',
          effect: {
            kind: 'writeDocument',
            id: `d${event.seq}`,
            document: 'sitrep',
            upTo: event.seq,
            number: event.number,
          },
        },
      ];
    case 'documentWritten':
      return afterWriting(state, event);
    case 'closed':
    case 'rejected':
    case 'merged':
      return open === undefined ? [] : [{ type: 'sitrepLapsed', number: open.number }];
    default:
      return [];
  }
}

/** A new level, or that it has come back, is reported at once; what is being written anyway says it as well. */
function afterTurn(state: State, { at }: IncidentEvent, why: 'levelChanged' | 'reopened'): EventBody[] {
  const { open, next } = state.sitreps;
  const dueAt = at + allowance(cadenceNow(state));
  if (next === undefined) {
    // The level wants none, and what is being written is a final one no more.
    return why === 'reopened' && open !== undefined ? rescheduledTo(open, { why, dueAt }) : [];
  }
  if (open === undefined) return [drafted(state, at, { why, dueAt, nextDueAt: next.dueAt })];
  const isSooner = why === 'reopened' || dueAt < open.dueAt;
  return isSooner ? rescheduledTo(open, { why, dueAt, nextDueAt: next.dueAt }) : [];
}

/** The last report says that it is over; where the level wants none and there was none, none is missed. */
function afterEnd(state: State, { at }: EventOf<'terminated'>): EventBody[] {
  const { open, last } = state.sitreps;
  const cadence = cadenceNow(state);
  const dueAt = at + allowance(cadence);
  if (open !== undefined) return rescheduledTo(open, { why: 'terminated', dueAt });
  if (state.basis.plan.sitreps === undefined || (cadence === undefined && last === 0)) return [];
  return [drafted(state, at, { why: 'terminated', dueAt })];
}

/** Of all documents only a SITREP has a number. */
function afterWriting(state: State, { number, documentId }: EventOf<'documentWritten'>): EventBody[] {
  if (number === undefined) return [];
  const mail = state.sitreps.unsent[number];
  if (mail === undefined) return [];
  // A drill reaches participants only.
  const outsiders = state.report.mode === 'drill' ? [] : (mail.partners ?? []);
  const partners = outsiders.map((partner) => ({ partner, tell: passesOn(state, partner) }));
  const outside = partners.length === 0 ? {} : { partners };
  return [{ type: 'sitrepSent', number, documentId, people: addressees(state, mail.to), ...outside }];
}
