import type { Section } from '../model.js';
import { processFlow } from './processFlow.js';
import type { PlanContext } from './context.js';
import type { Bilingual } from './labels.js';
import { chapter, say, section } from './parts.js';
import { activation } from './response/activation.js';
import { obligations } from './response/obligations.js';
import { publication } from './response/publication.js';
import { report } from './response/report.js';
import { sitreps } from './response/sitreps.js';
import { tasks } from './response/tasks.js';
import { termination } from './response/termination.js';

/** Chapter 4 应急响应: what happens from the report to the end of the watch. */
export function response(context: PlanContext): Section {
  const { cautions } = context.document.narrative ?? {};
  return chapter(
    context,
    WORDS.chapter,
    [],
    [
      section(context, WORDS.flow, [...say(context, WORDS.flowNote), processFlow(context)]),
      report(context),
      activation(context),
      tasks(context),
      sitreps(context),
      obligations(context),
      publication(context),
      termination(context),
      section(context, WORDS.cautions, say(context, cautions)),
    ],
  );
}

const WORDS = {
  chapter: { 'zh-CN': '应急响应程序', en: 'Response procedure' },
  flow: { 'zh-CN': '处置流程', en: 'Course of a response' },
  flowNote: {
    'zh-CN': '从事故报告到后期处置，按下图所示流程进行。',
    en: 'From the report to the aftermath, a response takes the course of the figure.',
  },
  cautions: { 'zh-CN': '注意事项', en: 'Cautions' },
} satisfies Record<string, Bilingual>;
