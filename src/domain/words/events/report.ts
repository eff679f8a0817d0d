import type { SentencesOf } from './sentences.js';

export const reportEvents: SentencesOf<'reported'> = {
  'zh-CN': {
    reported(event, say) {
      const drill = event.mode === 'drill' ? '【演练】' : '';
      const place = `地点：${say.quote(event.texts.place)}`;
      const head = `${drill}${say.actor(event.actor)}报告：${say.quote(event.texts.title)}；${place}`;
      if (event.occurredAt === undefined) return `${head}；发生时间未报。`;
      const ago = event.at - event.occurredAt;
      if (ago < 0) return `${head}；所报发生时间晚于报告时间${say.duration(ago)}。`;
      return ago === 0 ? `${head}；发生于报告之时。` : `${head}；发生于报告前${say.duration(ago)}。`;
    },
  },
  en: {
    reported(event, say) {
      const drill = event.mode === 'drill' ? 'DRILL: ' : '';
      const head = `${drill}${say.actor(event.actor)} reported: ${say.quote(event.texts.title)}; place: ${say.quote(event.texts.place)}`;
      if (event.occurredAt === undefined) return `${head}; when it happened was not reported.`;
      const ago = event.at - event.occurredAt;
      if (ago < 0) return `${head}; the reported time of occurrence is ${say.duration(ago)} after the report.`;
      return ago === 0
        ? `${head}; it happened at the time of the report.`
        : `${head}; it happened ${say.duration(ago)} before.`;
    },
  },
};
