import type { Refusal, RefusalCode } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { PostOf } from './posts.js';
import { analysisRefusals } from './refusals/analysis.js';
import { incidentReportRefusals } from './refusals/incidentReport.js';
import { clockRefusals } from './refusals/clock.js';
import { claimsRefusals } from './refusals/claims.js';
import { commandRefusals } from './refusals/command.js';
import { decisionRefusals } from './refusals/decision.js';
import { gradingRefusals } from './refusals/grading.js';
import { lessonRefusals } from './refusals/lessons.js';
import { summaryRefusals } from './refusals/summary.js';
import { improvementsRefusals } from './refusals/improvements.js';
import { mergingRefusals } from './refusals/merging.js';
import { mobilisationRefusals } from './refusals/mobilisation.js';
import { planRefusals } from './refusals/plan.js';
import { publicOpinionRefusals } from './refusals/publicOpinion.js';
import { publicationRefusals } from './refusals/publication.js';
import { sitrepRefusals } from './refusals/sitreps.js';
import { situationRefusals } from './refusals/situation.js';
import { tasksRefusals } from './refusals/tasks.js';
import { obligationRefusals } from './refusals/obligations.js';
import { resourceRefusals } from './refusals/resources.js';
import { sceneRefusals } from './refusals/scene.js';
import { terminationRefusals } from './refusals/termination.js';
import type { RefusalSentencesOf, RefusalWords } from './refusals/sentences.js';
import { capitalised, speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

/** A forgotten code does not compile. */
const SENTENCES: RefusalSentencesOf<RefusalCode> = {
  'zh-CN': {
    ...decisionRefusals['zh-CN'],
    ...gradingRefusals['zh-CN'],
    ...terminationRefusals['zh-CN'],
    ...lessonRefusals['zh-CN'],
    ...summaryRefusals['zh-CN'],
    ...clockRefusals['zh-CN'],
    ...planRefusals['zh-CN'],
    ...mergingRefusals['zh-CN'],
    ...claimsRefusals['zh-CN'],
    ...commandRefusals['zh-CN'],
    ...mobilisationRefusals['zh-CN'],
    ...situationRefusals['zh-CN'],
    ...sitrepRefusals['zh-CN'],
    ...sceneRefusals['zh-CN'],
    ...obligationRefusals['zh-CN'],
    ...resourceRefusals['zh-CN'],
    ...publicOpinionRefusals['zh-CN'],
    ...tasksRefusals['zh-CN'],
    ...analysisRefusals['zh-CN'],
    ...incidentReportRefusals['zh-CN'],
    ...publicationRefusals['zh-CN'],
    ...improvementsRefusals['zh-CN'],
  },
  en: {
    ...decisionRefusals.en,
    ...gradingRefusals.en,
    ...terminationRefusals.en,
    ...lessonRefusals.en,
    ...summaryRefusals.en,
    ...clockRefusals.en,
    ...planRefusals.en,
    ...mergingRefusals.en,
    ...claimsRefusals.en,
    ...commandRefusals.en,
    ...mobilisationRefusals.en,
    ...situationRefusals.en,
    ...sitrepRefusals.en,
    ...sceneRefusals.en,
    ...obligationRefusals.en,
    ...resourceRefusals.en,
    ...publicOpinionRefusals.en,
    ...tasksRefusals.en,
    ...analysisRefusals.en,
    ...incidentReportRefusals.en,
    ...publicationRefusals.en,
    ...improvementsRefusals.en,
  },
};

export function refusalWords(refusal: Refusal, names: Names, lang: Lang, posts?: PostOf): RefusalWords {
  return refusalIn(refusal, speaker(names, lang, posts));
}

export function refusalIn(refusal: Refusal, say: Speaker): RefusalWords {
  const { title, detail } = SENTENCES[say.lang][refusal.code](refusal, say);
  return { title, detail: capitalised(detail) };
}

/** As part of a sentence: what stands there line by line stands there one after the other. */
export function refusalInOneLine(refusal: Refusal, say: Speaker): RefusalWords {
  const { title, detail } = refusalIn(refusal, say);
  const lines = detail.split('\n');
  if (lines.length === 1) return { title, detail };
  const [en, first = '', last = ''] = [say.lang === 'en', lines[0], lines.at(-1)];
  const items = lines.slice(1, -1).map((line) => line.replace(/^- /, ''));
  return { title, detail: [first, `${items.join(en ? '; ' : '；')}${en ? '.' : '。'}`, last].join(en ? ' ' : '') };
}
