export * from './actor.js';
export { holderOf } from './authority.js';
export { FASTEST_PACE, nowOf, paceOf, realTimeOf, timesOf } from './clock.js';
export { decisionLog, EVENT_TYPES, LOGGED_TYPES } from './decisionLog.js';
export type { DecisionType, Logged } from './decisionLog.js';
export * from './effects.js';
export * from './events.js';
export { fingerprint } from './fingerprint.js';
export { isMalformed, readDecision, readPeopleChanged } from './guards.js';
export type { Malformed } from './guards.js';
export type { UsedKind } from './inUse.js';
export { evolve, fold, initial, knowingAlong, MASS_ANSWERS, restored } from './evolve.js';
export * from './machine.js';
export * from './messages.js';
export { givenOver } from './givenOver.js';
export { knownFacts, knownFactsWithSource } from './knownFacts.js';
export type { Knowing } from './knownFacts.js';
export { destructionDue } from './aftermath/destroyBy.js';
export { duesOf } from './aftermath/dues.js';
export { publicationTurn, STATEMENTS } from './publication/dues.js';
export { publishable } from './publication/publishable.js';
export { approvers as approversNow } from './publication/people.js';
export {
  factsMoved,
  isOpen as isPublicationOpen,
  isOut as isPublicationOut,
  isToPutRight,
  isOutcomeTold,
  isWaived as isPublicationWaived,
} from './publication/standing.js';
export { briefText, noticeTexts, purposeText, taskText } from './notices.js';
export { isTriedAgain } from './rooms/effects.js';
export { isLive, isOverdue, waitsFor } from './rooms/tasks/deadlines.js';
export { statementsMade } from './rooms/situation.js';
export { isStatement } from './statements.js';
export { waitsForCommand } from './sitreps/waitsForCommand.js';
export type { CommandMatter } from './sitreps/waitsForCommand.js';
export { taskHolder } from './rooms/tasks/owners.js';
export * from './phases.js';
export { planAt, plansOf } from './planAt.js';
export type { Planned } from './planAt.js';
export * from './refusals.js';
export { obligationsOwed } from './obligations/clock.js';
export { isFiledBy } from './obligations/people.js';
export { opinionDues } from './publicOpinion/dues.js';
export { opinionSource } from './publicOpinion/source.js';
export { trendOf } from './publicOpinion/trend.js';
export { lotsAt, missingOf, outOf, requestStatus, requestSums } from './resources/lots.js';
export { findingId, lessonFindings } from './lessons/findings.js';
export { isVacant, missing as lessonsMissing } from './lessons/people.js';
export { noteField } from './summary/notes.js';
export { plannedParticipants } from './summary/people.js';
export type { OpenItem } from './room.js';
export { cadenceNow } from './sitreps/cadence.js';
export { openItemFrom, openThen } from './stillOpen.js';
export { signatoryPosts } from './termination/decideEnd.js';
export { targetKey } from './state.js';
export { REPORT_STAGES } from './state/incidentReport.js';
export { REPORT_PARTS } from './events/incidentReport.js';
export type { ReportPart } from './events/incidentReport.js';
export { reportTurn } from './incidentReport/people.js';
export type * from './state.js';
export { calledNoMore, calledNow, callEntries, callOf } from './calls.js';
export { isContested } from './contested.js';
export { isPreempted } from './preempted.js';
export { isSignOfLifeOf } from './rooms/checkIn.js';
export { answerComesTo } from './rooms/mobilisation/answers.js';
export { countOf, missing } from './rooms/mobilisation/tally.js';
export { whoActed } from './whoActed.js';
