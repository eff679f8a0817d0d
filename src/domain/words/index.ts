export { actorWords } from './actors.js';
export { briefWords } from './brief.js';
export { confidenceWords } from './confidence.js';
export { deliveryWords } from './delivery.js';
export { dueName } from './dueNames.js';
export { eventWords } from './events.js';
export { explainGrading } from './grading.js';
export { failedWords } from './messageNames.js';
export { noticeWords } from './notices.js';
export type { NoticeInput, OtherIncident } from './notice.js';
export { knownFactWords, otherwiseWords, statementWords } from './tellings.js';
export type { Telling } from './tellings.js';
export { PUBLICATION_KIND_WORDS, publicationKindWords, repairTimeIn } from './publicationWords.js';
export { obligationName } from './obligationWords.js';
export { alertNames, figureWords, sentimentWords, volumeWords } from './opinionWords.js';
export { openItemWords } from './openItems.js';
export { stillOpenWords } from './stillOpen.js';
export { namesAtEvents } from './namesAtEvents.js';
export { phaseWords } from './phases.js';
export { postsHeld } from './posts.js';
export type { PostOf } from './posts.js';
export { previewWords } from './preview.js';
export { refusalWords } from './refusals.js';
export type { RefusalWords } from './refusals/sentences.js';
export { changeWords, countWords, stockWords } from './registers.js';
export { stockMoveWords } from './stockMoves.js';
export type { NameOf } from './registers.js';
export { capitalised, speaker } from './speaker.js';
export type { Speaker } from './speaker.js';
export { cleanText, oneLine, shorten } from './text.js';
export { formatDate, formatDay, formatDuration, formatFormal, formatInstant, formatMoment } from './time.js';
export type { Zone } from './time.js';
export { SITREP_HEADINGS, sitrepName } from './sitrepNames.js';
export { lackingWords, missingWords, wantedWords } from './quorum.js';
export { paceWords } from './pace.js';
export { amountWords, holderWords, needAmount, needName, partnerWords } from './resourceWords.js';
export { ownerWords } from './taskWords.js';
export { sitrepWords } from './sitrep.js';
export type { PeopleNow, SilenceWords, SitrepKind, SitrepWords, TeamStanding } from './sitrep.js';
export { filingWords } from './filing.js';
export type { FilingWords } from './filing.js';
export { incidentReportWords } from './incidentReport.js';
export { axisWords, scoreWords } from './score.js';
export { measuredWords, measureWords } from './measured.js';
export { summaryRecordWords } from './summaryRecord.js';
export type { SummaryRecordWords } from './summaryRecord.js';
export type { Answer, DecisionKind, Delivery, ReportWords } from './incidentReport.js';
export { MOMENTS, REPORT_SECTIONS, reportSectionWords } from './incidentReportSections.js';
export type { MomentName, ReportSectionId, ReportSectionWords } from './incidentReportSections.js';
export { planRefusalWords } from './planRefusals.js';
export { planStatusWords, unapprovedWords } from './planStatus.js';
export { planStepWords } from './planSteps.js';
export { planCopyWords } from './planCopy.js';
export { planCorrectionWords } from './planCorrection.js';
export { planDueWords } from './planDue.js';
export {
  filingOutcomeWords,
  quorumFromWords,
  readinessWords,
  shareMetricWords,
  timeMetricWords,
  unknownWords,
} from './metrics.js';
export { upkeepDoneWords, upkeepWords } from './upkeep.js';
export { erasureWords } from './erasure.js';
export { destructionMailWords } from './destructionMail.js';
export {
  sentenceOf,
  readinessAreaWords,
  readinessSubjectName,
  readinessSubjectNames,
  readinessSubjectWords,
  withNames,
} from './readiness.js';
export { readinessReminderWords, readinessSummaryWords, tenth } from './readinessMail.js';
export { upkeepMailWords } from './upkeepMail.js';
export type { UpkeepLine } from './upkeepMail.js';
export { ANALYSIS_KIND_WORDS } from './analysisWords.js';
export { lackWords } from './refusals/analysis.js';
export { REPORT_STAGE_WORDS } from './reportStages.js';
export { REPORT_PART_WORDS } from './reportParts.js';
export { faultWords, noBundleWords, remarkWords } from './recordFaults.js';
export { comparedFigure, comparedWords, leftOutWords } from './drills/compared.js';
export { drillEventWords } from './drills/events.js';
export {
  brokenOffWords,
  drillEndWords,
  drillKindWords,
  drillStatusWords,
  injectStatusWords,
  playedByWords,
} from './drills/labels.js';
export { coverageDueWords, coveredWords } from './drills/coverage.js';
export { occurrenceWords, whenMissedWords } from './drills/planned.js';
export { drillMailWords } from './drills/mail.js';
export { drillRefusalWords } from './drills/refusals.js';
export { improvementEventWords } from './improvements/events.js';
export { chainLinkWords } from './improvements/chain.js';
export {
  criterionFinding,
  improvementPriorityWords,
  improvementStatusWords,
  originWords,
} from './improvements/labels.js';
export { improvementMailWords } from './improvements/mail.js';
export type { ImprovementMailInput } from './improvements/mail.js';
export { improvementRefusalWords } from './improvements/refusals.js';
export { weaknessWords } from './weaknesses.js';
export { decidingWords, ratedFigureWords, rateRuleWords } from './rates.js';
