import { afterRequest, afterSubmission } from '../aftermath/asked.js';
import { destroyBy } from '../aftermath/destroyBy.js';
import { isReady } from '../aftermath/closing.js';
import { roomDues } from '../aftermath/dues.js';
import { liftedBy } from '../aftermath/movedPlan.js';
import { whoMayBeNew } from '../aftermath/whoMayBeNew.js';
import { undoneSteps } from '../aftermath/mandatory.js';
import { afterReminder, nextReminder, remind, tellNewHolders } from '../aftermath/pressing.js';
import { authorityOf, postsFor } from '../authority.js';
import { mustLiftFirst } from '../cordon.js';
import type { EventBody } from '../events.js';
import type { Heard } from '../hearing.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd, isOver } from '../phases.js';
import { refusal } from '../refusals.js';
import { approvedWithout } from '../incidentReport/parts.js';
import { mustReturnFirst } from '../resources/out.js';
import type { Room } from '../room.js';
import type { Instant } from '../../time.js';
import type { AftermathSlice, State } from '../state.js';

/**
 * What follows the end, until command closes the incident. What anybody owes by a time, in whichever room, is pressed for
 * here.
 */
export const aftermath: Room<'aftermath'> = {
  name: 'aftermath',
  initial: {},

  evolve(slice, event, state) {
    switch (event.type) {
      case 'duesReminded':
        return afterReminder(slice, event, state);
      case 'effectRequested':
        return event.effect.kind === 'notify' ? afterRequest(slice, event.effect, state) : slice;
      case 'incidentReportSubmitted':
        return afterSubmission(slice);
      case 'terminated':
        return { ...slice, ...dateOf(event) };
      case 'reopened': {
        const { destroyBy: _, requested: __, ...rest } = unready(slice);
        return rest;
      }
      case 'analysisRecorded':
      case 'planMoved':
      case 'incidentReportOutdated':
      case 'incidentReportRevised':
      case 'publicationWaiverLapsed':
        return unready(slice);
      case 'closureReady':
        return { ...slice, readyAt: event.at };
      case 'closed':
        return { ...slice, closedAt: event.at, ...dateOf(event) };
      case 'rejected':
      case 'merged':
        return { ...slice, ...dateOf(event) };
      case 'personalDataErased':
        return event.scope === 'incident' ? { ...slice, erasedAt: event.at } : slice;
      case 'publicationDrafted':
        return unready(slice.erasedAt === undefined ? slice : unerased(slice));
      case 'publicationReturned':
      case 'publicationApproved':
      case 'publicationWithdrawn':
        return slice.erasedAt === undefined ? slice : unerased(slice);
      default:
        return slice;
    }
  },

  decide: { close },

  react: toldOf,
  settled: ready,

  due: nextReminder,
  wake: remind,

  openItems: (state) =>
    isAfterEnd(state.phase) ? undoneSteps(state).map((id) => ({ code: 'aftermath_open', id })) : [],
};

function toldOf(state: State, event: Heard<'aftermath'>): EventBody[] {
  switch (event.type) {
    case 'planMoved':
      return liftedBy(state, event);
    case 'peopleChanged':
    case 'preempted':
    case 'postFilled':
    case 'commandPassed':
      return isOver(state.phase) ? [] : tellNewHolders(state, event.at, whoMayBeNew(state, event) ?? (() => false));
    default:
      return [];
  }
}

/** Whoever may close it has to hear of it, each time that something was opened again and is done. */
function ready(state: State): EventBody[] {
  if (state.phase !== 'aftermath' || state.aftermath.readyAt !== undefined) return [];
  return isReady(state, roomDues(state)) ? [{ type: 'closureReady' }] : [];
}

/** Something is to be done again before it is closed. */
function unready(slice: AftermathSlice): AftermathSlice {
  if (slice.readyAt === undefined) return slice;
  const { readyAt: _, ...rest } = slice;
  return rest;
}

/** What is put right after that has words and mails of its own, which have to be destroyed too. */
function unerased({ erasedAt: _, ...slice }: AftermathSlice): AftermathSlice {
  return slice;
}

function dateOf({ destroyBy: by }: { destroyBy?: Instant }): { destroyBy?: Instant } {
  return by === undefined ? {} : { destroyBy: by };
}

function close(state: State, message: MessageOf<'close'>, at: Instant): EventBody[] {
  if (state.phase !== 'aftermath') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['aftermath'] })];
  }
  const by = authorityOf(state, message.actor, postsFor(state, 'close'));
  if ('code' in by) return [by];
  if (message.reason.trim() === '') return [refusal('reason_required')];
  const unwritten = state.incidentReport.draft === undefined;
  if (unwritten && message.despite !== true) return [refusal('report_not_written')];
  const undone = undoneSteps(state);
  if (undone.length > 0 && message.despite !== true) {
    const reportLacks = approvedWithout(state);
    return [refusal('aftermath_open', { steps: undone, ...(reportLacks.length === 0 ? {} : { reportLacks }) })];
  }
  const open = {
    ...(undone.length === 0 ? {} : { undone }),
    ...(unwritten ? { unwritten } : {}),
  };
  const { reason } = message;
  // The law lets it be kept no longer than the response needs it: whoever closes late gains nothing.
  const due = destroyBy(state.basis.plan, state.termination.terminatedAt ?? at);
  return (
    mustLiftFirst(state) ?? mustReturnFirst(state) ?? [{ type: 'closed', ...by, ...open, ...due, texts: { reason } }]
  );
}
