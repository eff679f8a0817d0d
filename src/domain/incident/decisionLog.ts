import type { CompiledPlan, LevelId } from '../plan/compiled.js';
import type { Facts } from '../plan/condition.js';
import type { EventOf, EventType, IncidentEvent } from './events.js';
import { isStatement } from './statements.js';
import { worse } from './worse.js';

/** What the decision log makes of each event: a decision, or something by which decisions are judged later. */
const LOGGED = {
  reported: 'known',
  paceSet: 'decision',
  levelProposed: false,
  activated: 'known',
  levelChanged: 'decision',
  categoryChanged: 'decision',
  verificationReminded: false,
  verificationOverdue: false,
  verificationEscalated: false,
  confirmed: 'decision',
  treatedAsReal: 'decision',
  standbyDeclared: 'decision',
  forewarned: false,
  rejected: 'decision',
  mergeAsked: 'decision',
  merged: false,
  mergeRefused: false,
  reportAbsorbed: 'known',
  claimsAnswered: false,
  claimResolved: 'decision',
  claimsRechecked: false,
  claimsReminded: false,
  claimsReleased: false,
  preempted: false,
  postFilled: false,
  handoverOffered: 'decision',
  handoverReminded: false,
  handoverUnanswered: false,
  handoverDeclined: 'decision',
  handoverWithdrawn: 'decision',
  commandPassed: 'decision',
  checkedIn: false,
  commanderMissed: false,
  checkInReminded: false,
  commandAsked: false,
  commandUnanswered: false,
  planMoved: 'decision',
  peopleChanged: false,
  called: false,
  acknowledged: false,
  declined: false,
  arrived: false,
  released: 'decision',
  takenOff: false,
  partnerAnswered: false,
  quorumReached: false,
  quorumLost: false,
  quorumChanged: false,
  quorumMissed: false,
  shortageAccepted: 'decision',
  freeAgain: false,
  reliefDue: false,
  reminded: false,
  silent: false,
  stoodDown: false,
  factAdded: 'known',
  questionAsked: 'known',
  questionAnswered: 'known',
  sitrepDrafted: false,
  sitrepEdited: false,
  sitrepRescheduled: false,
  sitrepOverdue: false,
  sitrepReleased: 'decision',
  sitrepSent: false,
  sitrepLapsed: false,
  tasksOpened: false,
  tasksWithdrawn: false,
  taskAdded: 'decision',
  taskStarted: false,
  taskFinished: false,
  taskSkipped: 'decision',
  taskReassigned: 'decision',
  tasksOverdue: false,
  cordonSet: 'decision',
  cordonLifted: 'decision',
  personAdmitted: false,
  personLeft: false,
  obligationsOpened: false,
  obligationsConfirmed: false,
  obligationsLifted: false,
  obligationClocksMoved: false,
  obligationsJudged: 'decision',
  obligationClockSet: 'decision',
  obligationsFiled: 'decision',
  obligationsReminded: false,
  obligationsMissed: false,
  resourcesRequested: 'decision',
  requestsReduced: false,
  requestCancelled: 'decision',
  requestAmended: false,
  requestSubstituted: 'decision',
  stockAllocated: false,
  stockBooked: false,
  stockRechecked: false,
  spendingApproved: 'decision',
  spendingRefused: 'decision',
  resourcesDispatched: false,
  resourcesArrived: false,
  resourcesReturned: false,
  resourcesConsumed: false,
  resourcesDamaged: false,
  resourcesRecalled: false,
  resourcesKept: false,
  partnerAsked: 'decision',
  partnerReplied: false,
  requestsOverdue: false,
  requestsLate: false,
  duesReminded: false,
  closureReady: false,
  duesLifted: false,
  opinionRecorded: false,
  opinionReplied: false,
  opinionEnded: 'decision',
  criteriaConfirmed: 'decision',
  criteriaWithdrawn: 'decision',
  criteriaLapsed: false,
  criteriaAsked: false,
  terminationProposed: 'decision',
  terminationWithdrawn: 'decision',
  terminationLapsed: false,
  terminated: 'decision',
  recurrenceSuspected: false,
  recurrenceUndecided: false,
  recurrenceDismissed: 'decision',
  watchEnded: false,
  reopened: 'decision',
  analysisRecorded: false,
  analysisCompleted: 'decision',
  incidentReportAsked: false,
  incidentReportEdited: false,
  incidentReportSubmitted: 'decision',
  incidentReportReturned: 'decision',
  incidentReportOutdated: false,
  incidentReportReviewed: 'decision',
  incidentReportApproved: 'decision',
  incidentReportRevised: 'decision',
  publicationDrafted: false,
  publicationChecked: false,
  publicationReturned: false,
  publicationApproved: 'decision',
  publicationFactsMoved: false,
  publicationOvertaken: false,
  publicationPublished: false,
  publicationWithdrawn: 'decision',
  publicationWaived: 'decision',
  publicationWaiverLapsed: false,
  closed: 'decision',
  lessonsAsked: false,
  lessonGiven: false,
  lessonsCollected: 'decision',
  summaryCalled: false,
  summaryCalledOff: false,
  summaryHeld: 'decision',
  improvementOpened: 'decision',
  improvementStarted: false,
  personalDataErased: false,
  effectRequested: false,
  noticeAttempted: false,
  noticeRetried: false,
  noticeCancelled: false,
  noticeWithheld: false,
  documentWritten: false,
  refused: false,
  machineFailed: false,
} as const satisfies Record<EventType, 'decision' | 'known' | false>;

/** The types of event that are decisions. */
export type DecisionType = { [T in EventType]: (typeof LOGGED)[T] extends 'decision' ? T : never }[EventType];

/** All that this release knows. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(Object.keys(LOGGED));

/** The types of event that the log is made from. */
export const LOGGED_TYPES = (Object.keys(LOGGED) as EventType[]).filter((type) => LOGGED[type]);

/** A decision with what was known, and what was not, when it was taken. */
export interface Logged {
  event: EventOf<DecisionType>;
  facts: Facts;
  /** How many there were by then, and the last of them, the newest last. */
  statements: { count: number; latest: readonly EventOf<'factAdded'>[] };
  /** Those that nobody had answered, the oldest first. */
  questions: readonly EventOf<'questionAsked'>[];
  /** Before the decision. */
  level?: LevelId;
}

/** As many statements as the incident itself remembers. */
const LATEST = 50;

/** Every decision, by a person or by the plan; `events`: at least those of `LOGGED_TYPES`, in order. */
export function decisionLog(plan: CompiledPlan, events: Iterable<IncidentEvent>): Logged[] {
  let facts: Facts = {};
  let statements: Logged['statements'] = { count: 0, latest: [] };
  let questions: Logged['questions'] = [];
  let level: LevelId | undefined;
  const log: Logged[] = [];
  for (const event of events) {
    if (isDecision(event)) log.push({ event, facts, statements, questions, ...(level === undefined ? {} : { level }) });
    switch (event.type) {
      case 'reported':
        facts = event.facts;
        break;
      case 'reportAbsorbed':
        facts = worse(plan, facts, event.facts);
        break;
      case 'factAdded':
        facts = { ...facts, ...event.values };
        if (isStatement(event)) {
          statements = { count: statements.count + 1, latest: [...statements.latest, event].slice(-LATEST) };
        }
        break;
      case 'questionAsked':
        questions = [...questions, event];
        break;
      case 'questionAnswered':
        questions = questions.filter(({ question }) => question !== event.question);
        break;
      case 'activated':
      case 'reopened':
        level = event.level;
        break;
      case 'levelChanged':
        level = event.to;
        break;
      default:
    }
  }
  return log;
}

/** What the plan asks for by its rules was decided when the plan was approved. */
function isDecision(event: IncidentEvent): event is EventOf<DecisionType> {
  if (event.type === 'resourcesRequested' && event.authority === undefined) return false;
  return LOGGED[event.type] === 'decision';
}
