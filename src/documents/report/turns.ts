import type { EventType, IncidentEvent } from '../../domain/incident/index.js';

/** What belongs into the timeline of a report: turns of the emergency, not the inner steps behind them. */
const TURNS: Readonly<Record<EventType, boolean>> = {
  reported: true,
  postFilled: true,
  levelProposed: true,
  verificationReminded: true,
  confirmed: true,
  standbyDeclared: true,
  rejected: true,
  activated: true,
  levelChanged: true,
  planMoved: true,
  called: true,
  acknowledged: true,
  reminded: true,
  silent: true,
  stoodDown: true,
  factAdded: true,
  questionAsked: true,
  questionAnswered: true,
  sitrepDrafted: false,
  sitrepEdited: false,
  sitrepRescheduled: false,
  sitrepOverdue: true,
  sitrepReleased: true,
  sitrepSent: false,
  sitrepLapsed: true,
  terminationProposed: true,
  terminationWithdrawn: true,
  terminationLapsed: true,
  terminated: true,
  closed: true,
  effectRequested: false,
  noticeAttempted: false,
  noticeRetried: false,
  noticeCancelled: false,
  documentWritten: false,
  refused: false,
  machineFailed: true,
};

export function isTurn(event: IncidentEvent): boolean {
  return TURNS[event.type] || (event.type === 'noticeAttempted' && event.unreachable.length > 0);
}
