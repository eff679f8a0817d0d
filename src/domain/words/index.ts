export { actorFromName, actorWords } from './actors.js';
export { deliveryWords } from './delivery.js';
export { eventWords } from './events.js';
export { noticeNameWords } from './noticeNames.js';
export { noticeWords } from './notices.js';
export type { NoticeInput } from './notice.js';
export type { NoticeWords } from './notices.js';
export { openItemWords } from './openItems.js';
export { phaseWords } from './phases.js';
export { postsHeld } from './posts.js';
export type { PostOf } from './posts.js';
export { previewWords } from './preview.js';
export { refusalWords } from './refusals.js';
export type { RefusalWords } from './refusals.js';
export { roomWords } from './roomNames.js';
export { capitalised, speaker } from './speaker.js';
export type { Speaker } from './speaker.js';
export { cleanText, oneLine, shorten } from './text.js';
export { formatDate, formatDay, formatDuration, formatInstant } from './time.js';
export type { Zone } from './time.js';
export { incidentReportWords } from './incidentReport.js';
export type {
  Answer,
  DecisionKind,
  Delivery,
  ReportHeading,
  ReportLabel,
  ReportSpan,
  ReportWords,
  TableCaption,
} from './incidentReport.js';
