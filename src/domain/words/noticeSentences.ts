import type { NoticeTemplate } from '../incident/index.js';
import { aftermathNotices } from './notices/aftermath.js';
import { claimsNotices } from './notices/claims.js';
import { commandNotices } from './notices/command.js';
import { gradingNotices } from './notices/grading.js';
import { incidentReportNotices } from './notices/incidentReport.js';
import { machineNotices } from './notices/machine.js';
import { lessonNotices } from './notices/lessons.js';
import { summaryNotices } from './notices/summary.js';
import { mergingNotices } from './notices/merging.js';
import { mobilisationNotices } from './notices/mobilisation.js';
import { publicOpinionNotices } from './notices/publicOpinion.js';
import { situationNotices } from './notices/situation.js';
import { sitrepNotices } from './notices/sitreps.js';
import { resourceNotices } from './notices/resources.js';
import { obligationNotices } from './notices/obligations.js';
import { publicationNotices } from './notices/publication.js';
import { sceneNotices } from './notices/scene.js';
import { tasksNotices } from './notices/tasks.js';
import { shortageNotices } from './notices/shortage.js';
import { terminationNotices } from './notices/termination.js';
import { verificationNotices } from './notices/verification.js';
import type { NoticeSentencesOf } from './notices/sentences.js';

/** What each notice says; a forgotten one does not compile. */
export const NOTICE_SENTENCES: NoticeSentencesOf<NoticeTemplate> = {
  'zh-CN': {
    ...verificationNotices['zh-CN'],
    ...gradingNotices['zh-CN'],
    ...mergingNotices['zh-CN'],
    ...claimsNotices['zh-CN'],
    ...commandNotices['zh-CN'],
    ...mobilisationNotices['zh-CN'],
    ...situationNotices['zh-CN'],
    ...sitrepNotices['zh-CN'],
    ...tasksNotices['zh-CN'],
    ...sceneNotices['zh-CN'],
    ...obligationNotices['zh-CN'],
    ...resourceNotices['zh-CN'],
    ...publicOpinionNotices['zh-CN'],
    ...shortageNotices['zh-CN'],
    ...terminationNotices['zh-CN'],
    ...aftermathNotices['zh-CN'],
    ...incidentReportNotices['zh-CN'],
    ...lessonNotices['zh-CN'],
    ...summaryNotices['zh-CN'],
    ...publicationNotices['zh-CN'],
    ...machineNotices['zh-CN'],
  },
  en: {
    ...verificationNotices.en,
    ...gradingNotices.en,
    ...mergingNotices.en,
    ...claimsNotices.en,
    ...commandNotices.en,
    ...mobilisationNotices.en,
    ...situationNotices.en,
    ...sitrepNotices.en,
    ...tasksNotices.en,
    ...sceneNotices.en,
    ...obligationNotices.en,
    ...resourceNotices.en,
    ...publicOpinionNotices.en,
    ...shortageNotices.en,
    ...terminationNotices.en,
    ...aftermathNotices.en,
    ...incidentReportNotices.en,
    ...lessonNotices.en,
    ...summaryNotices.en,
    ...publicationNotices.en,
    ...machineNotices.en,
  },
};
