import type { EventOf } from '../../incident/index.js';
import type { AnalysisKind } from '../../incident/events.js';
import type { AnalysisEvent } from '../../incident/events/analysis.js';
import type { Speaker } from '../speaker.js';
import { ANALYSIS_KIND_WORDS } from '../analysisWords.js';
import type { SentencesOf } from './sentences.js';

export const analysisEvents: SentencesOf<AnalysisEvent['type']> = {
  'zh-CN': {
    analysisRecorded: (event, say) =>
      `${say.actor(event.actor)}登记事故原因分析第${event.version}版：${counted(event, say)}。`,
    analysisCompleted: ({ actor, version }, say) => `${say.actor(actor)}确认事故原因分析完成（第${version}版）。`,
  },
  en: {
    analysisRecorded: (event, say) =>
      `${say.actor(event.actor)} recorded version ${event.version} of the cause analysis: ${counted(event, say)}.`,
    analysisCompleted: ({ actor, version }, say) =>
      `${say.actor(actor)} declared the cause analysis complete (version ${version}).`,
  },
};

function counted({ items }: EventOf<'analysisRecorded'>, say: Speaker): string {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const count = (kind: AnalysisKind) => items.filter((item) => item.kind === kind).length;
  const parts = kinds.map((kind) => {
    const name = ANALYSIS_KIND_WORDS[say.lang][kind];
    return say.lang === 'en' ? `${name}: ${count(kind)}` : `${name}${count(kind)}项`;
  });
  return say.list(parts);
}
