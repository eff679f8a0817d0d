import { noticeTexts, pending } from '../../src/domain/incident/index.js';
import type { EffectOf, NoticeTemplate } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { noticeWords } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import type { Story } from './story.js';

/** The latest mail of this kind that the machine asks for, in words. */
export function mailIn({ state }: Story, template: NoticeTemplate, lang: Lang): { subject: string; text: string } {
  const notices = pending(state).filter((effect): effect is EffectOf<'notify'> => effect.kind === 'notify');
  const effect = notices.findLast((notice) => notice.template === template);
  if (effect === undefined) throw new Error(`nobody is sent ${template}`);
  const { mode, category, reportedAt } = state.report;
  return noticeWords({
    template,
    facts: effect.facts,
    texts: noticeTexts(state, effect),
    names: sampleNames(),
    lang,
    incidentId: state.incidentId,
    mode,
    recipient: effect.recipients[0]!,
    zone: 'Asia/Shanghai',
    category,
    reportedAt,
  });
}
