import type { SentencesOf } from './sentences.js';

export const planEvents: SentencesOf<'planMoved'> = {
  'zh-CN': {
    planMoved(event, say) {
      const { version } = event.basis.plan;
      return `${say.actor(event.actor)}决定改按预案第${version}版执行（原为第${event.from.version}版）。理由：${say.quote(event.texts.reason)}。`;
    },
  },
  en: {
    planMoved(event, say) {
      const { version } = event.basis.plan;
      return `${say.actor(event.actor)} decided that the incident goes on under version ${version} of the plan, instead of version ${event.from.version}. Reason: ${say.quote(event.texts.reason)}.`;
    },
  },
};
