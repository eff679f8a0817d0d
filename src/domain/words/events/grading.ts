import type { SentencesOf } from './sentences.js';

export const gradingEvents: SentencesOf<'levelProposed' | 'activated' | 'levelChanged' | 'categoryChanged'> = {
  'zh-CN': {
    categoryChanged: ({ actor, from, to, texts }, say) =>
      `${say.actor(actor)}将事故类别由“${say.names.category(from, 'zh-CN')}”改为“${say.names.category(to, 'zh-CN')}”。理由：${say.quote(texts.reason)}。`,
    levelProposed: (event, say) => `按定级准则：${say.proposal(event)}。`,
    activated: (event, say) => `启动${say.level(event.level)}（${say.incidentLevel(event.incidentLevel)}）。`,
    levelChanged(event, say) {
      if (event.automatic)
        return `事实已使定级准则建议更高级别，按预案自动将响应级别由${say.level(event.from)}提高到${say.level(event.to)}（${say.incidentLevel(event.incidentLevel)}）。`;
      const change =
        event.from === event.to
          ? `维持${say.level(event.to)}，事故等级改定为${say.incidentLevel(event.incidentLevel)}`
          : `将响应级别由${say.level(event.from)}调整为${say.level(event.to)}（${say.incidentLevel(event.incidentLevel)}）`;
      return `${say.actor(event.actor)}${change}。理由：${say.quote(event.texts?.reason)}。`;
    },
  },
  en: {
    categoryChanged: ({ actor, from, to, texts }, say) =>
      `${say.actor(actor)} changed the category from “${say.names.category(from, 'en')}” to “${say.names.category(to, 'en')}”. Reason: ${say.quote(texts.reason)}.`,
    levelProposed: (event, say) => `Grading criteria: ${say.proposal(event)}.`,
    activated: (event, say) => `Response activated: ${say.levels(event.level, event.incidentLevel)}.`,
    levelChanged(event, say) {
      if (event.automatic)
        return `The facts now propose a higher level, which starts by itself, says the plan: response level raised from ${say.level(event.from)} to ${say.level(event.to)} (incident level ${say.incidentLevel(event.incidentLevel)}).`;
      const change =
        event.from === event.to
          ? `kept the response level ${say.level(event.to)} and set the incident level to ${say.incidentLevel(event.incidentLevel)}`
          : `changed the response level from ${say.level(event.from)} to ${say.level(event.to)} (incident level ${say.incidentLevel(event.incidentLevel)})`;
      return `${say.actor(event.actor)} ${change}. Reason: ${say.quote(event.texts?.reason)}.`;
    },
  },
};
