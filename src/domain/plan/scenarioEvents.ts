import type { EventOf, EventType } from '../incident/events.js';
import type { ReferenceKind } from './issues.js';

/** What a field of an event holds, as a scenario writes it: an id of such a thing, one of these words, or true and false. */
export type SoughtField = ReferenceKind | readonly string[] | 'yesOrNo';

type Fields = { [T in EventType]?: { [F in keyof EventOf<T>]?: SoughtField } };

/**
 * By which events a scenario may recognise what people do, or go on: decisions, and what the plan does by itself for want
 * of one. Beside each event its fields that may be asked for.
 */
export const SCENARIO_EVENTS = {
  // Verification, level, command
  confirmed: { incidentLevel: 'incident_level', level: 'level' },
  treatedAsReal: { incidentLevel: 'incident_level', level: 'level', why: ['timeBox', 'automatic'] },
  standbyDeclared: {},
  rejected: {},
  levelProposed: { incidentLevel: 'incident_level', level: 'level' },
  activated: { incidentLevel: 'incident_level', level: 'level' },
  levelChanged: { from: 'level', to: 'level', incidentLevel: 'incident_level' },
  categoryChanged: { to: 'category' },
  handoverOffered: {},
  commandPassed: { post: 'post', why: ['handover', 'silence', 'commandsElsewhere', 'roster'] },
  checkedIn: {},
  // People
  quorumReached: { team: 'team' },
  quorumMissed: { team: 'team' },
  shortageAccepted: { team: 'team' },
  released: {},
  // The picture
  factAdded: {},
  questionAsked: {},
  questionAnswered: {},
  sitrepReleased: { final: 'yesOrNo' },
  // Work
  taskStarted: { task: 'task' },
  taskFinished: { task: 'task' },
  taskSkipped: { task: 'task' },
  cordonSet: {},
  personAdmitted: {},
  resourcesRequested: {},
  spendingApproved: {},
  resourcesDispatched: {},
  resourcesArrived: {},
  resourcesReturned: {},
  partnerAsked: {},
  partnerReplied: { reply: ['confirmed', 'declined'] },
  // The law and the public
  obligationsJudged: { obligations: 'obligation', applies: 'yesOrNo' },
  obligationsFiled: { obligations: 'obligation' },
  obligationsMissed: { obligations: 'obligation' },
  publicationDrafted: { kind: ['first', 'update', 'final', 'correction'] },
  publicationChecked: {},
  publicationApproved: {},
  opinionRecorded: {},
  opinionReplied: {},
  // The end
  criteriaConfirmed: {},
  terminationProposed: { override: 'yesOrNo' },
  terminationWithdrawn: {},
  terminated: { level: 'level', override: 'yesOrNo' },
  reopened: { level: 'level' },
  improvementOpened: {},
} as const satisfies Fields;

export type ScenarioEvent = keyof typeof SCENARIO_EVENTS;
export const SCENARIO_EVENT_TYPES = Object.keys(SCENARIO_EVENTS) as [ScenarioEvent, ...ScenarioEvent[]];

export function soughtFields(event: ScenarioEvent): Readonly<Record<string, SoughtField>> {
  return SCENARIO_EVENTS[event];
}
