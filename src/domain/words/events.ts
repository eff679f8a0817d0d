import type { EventType, IncidentEvent, Via } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import { analysisEvents } from './events/analysis.js';
import { incidentReportEvents } from './events/incidentReport.js';
import { aftermathEvents } from './events/aftermath.js';
import { clockEvents } from './events/clock.js';
import { claimsEvents } from './events/claims.js';
import { commandEvents } from './events/command.js';
import { erasureEvents } from './events/erasure.js';
import { effectsEvents } from './events/effects.js';
import { gradingEvents } from './events/grading.js';
import { improvementEvents } from './events/improvements.js';
import { machineEvents } from './events/machine.js';
import { lessonEvents } from './events/lessons.js';
import { summaryEvents } from './events/summary.js';
import { mergingEvents } from './events/merging.js';
import { mobilisationEvents } from './events/mobilisation.js';
import { planEvents } from './events/plan.js';
import { publicOpinionEvents } from './events/publicOpinion.js';
import { publicationEvents } from './events/publication.js';
import { reportEvents } from './events/report.js';
import { sitrepEvents } from './events/sitreps.js';
import { situationEvents } from './events/situation.js';
import { tasksEvents } from './events/tasks.js';
import { obligationEvents } from './events/obligations.js';
import { resourceEvents } from './events/resources.js';
import { sceneEvents } from './events/scene.js';
import { terminationEvents } from './events/termination.js';
import { verificationEvents } from './events/verification.js';
import type { SentencesOf } from './events/sentences.js';
import type { PostOf } from './posts.js';
import { capitalised, speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

/** A forgotten event does not compile. */
const SENTENCES: SentencesOf<EventType> = {
  'zh-CN': {
    ...reportEvents['zh-CN'],
    ...clockEvents['zh-CN'],
    ...planEvents['zh-CN'],
    ...commandEvents['zh-CN'],
    ...mergingEvents['zh-CN'],
    ...claimsEvents['zh-CN'],
    ...gradingEvents['zh-CN'],
    ...verificationEvents['zh-CN'],
    ...mobilisationEvents['zh-CN'],
    ...situationEvents['zh-CN'],
    ...sitrepEvents['zh-CN'],
    ...sceneEvents['zh-CN'],
    ...obligationEvents['zh-CN'],
    ...resourceEvents['zh-CN'],
    ...tasksEvents['zh-CN'],
    ...terminationEvents['zh-CN'],
    ...publicOpinionEvents['zh-CN'],
    ...analysisEvents['zh-CN'],
    ...incidentReportEvents['zh-CN'],
    ...publicationEvents['zh-CN'],
    ...aftermathEvents['zh-CN'],
    ...lessonEvents['zh-CN'],
    ...summaryEvents['zh-CN'],
    ...improvementEvents['zh-CN'],
    ...erasureEvents['zh-CN'],
    ...effectsEvents['zh-CN'],
    ...machineEvents['zh-CN'],
  },
  en: {
    ...reportEvents.en,
    ...clockEvents.en,
    ...planEvents.en,
    ...commandEvents.en,
    ...mergingEvents.en,
    ...claimsEvents.en,
    ...gradingEvents.en,
    ...verificationEvents.en,
    ...mobilisationEvents.en,
    ...situationEvents.en,
    ...sitrepEvents.en,
    ...sceneEvents.en,
    ...obligationEvents.en,
    ...resourceEvents.en,
    ...tasksEvents.en,
    ...terminationEvents.en,
    ...publicOpinionEvents.en,
    ...analysisEvents.en,
    ...incidentReportEvents.en,
    ...publicationEvents.en,
    ...aftermathEvents.en,
    ...lessonEvents.en,
    ...summaryEvents.en,
    ...improvementEvents.en,
    ...erasureEvents.en,
    ...effectsEvents.en,
    ...machineEvents.en,
  },
};

/** A raw Temporal signal is trusted, but whoever reads the record must see that no login stands behind the name. */
const MARKS: Partial<Record<Via, Record<Lang, string>>> = {
  temporal: { 'zh-CN': '（经 Temporal 信号）', en: ' [by Temporal signal]' },
  drill: {
    'zh-CN': '（由演练转达，由谁决定见演练记录）',
    en: ' [passed on by its drill, whose record says who decided it]',
  },
  simulator: { 'zh-CN': '（系统模拟，非本人操作）', en: ' [simulated, not done in person]' },
};

/** The event as one line of the timeline. `posts` (see `postsHeld`) adds the post behind a name. */
export function eventWords(event: IncidentEvent, names: Names, lang: Lang, posts?: PostOf): string {
  const sentence = SENTENCES[lang][event.type] as (event: IncidentEvent, say: Speaker) => string;
  const words = capitalised(sentence(event, speaker(names, lang, posts)));
  return `${words}${MARKS[event.via]?.[lang] ?? ''}`;
}
