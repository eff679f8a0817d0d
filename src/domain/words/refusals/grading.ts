import type { RefusalSentencesOf } from './sentences.js';
import { listOf, textOf } from '../details.js';

export const gradingRefusals: RefusalSentencesOf<'unknown_level' | 'unknown_incident_level' | 'level_required'> = {
  'zh-CN': {
    unknown_level({ found, needed }, say) {
      const levels = say.list(listOf(needed, 'levels').map((id) => `${say.level(id)}（${id}）`));
      return {
        title: '预案中没有这个响应级别',
        detail: `收到的响应级别：${say.quote(textOf(found, 'level'))}；预案中的响应级别：${levels}。请从中选择。`,
      };
    },
    unknown_incident_level({ found, needed }, say) {
      const levels = say.list(listOf(needed, 'incidentLevels').map((id) => `${say.incidentLevel(id)}（${id}）`));
      return {
        title: '预案中没有这个事故等级',
        detail: `收到的事故等级：${say.quote(textOf(found, 'incidentLevel'))}；预案中的事故等级：${levels}。请从中选择。`,
      };
    },
    level_required({ needed }, say) {
      const levels = say.list(listOf(needed, 'levels').map(say.level));
      return {
        title: '须指定响应级别',
        detail: `定级准则未能提出建议，决定中也未指定级别。请从以下响应级别中选定：${levels}。`,
      };
    },
  },
  en: {
    unknown_level({ found, needed }, say) {
      const levels = say.list(listOf(needed, 'levels').map((id) => `${say.level(id)} (${id})`));
      return {
        title: 'Unknown response level',
        detail: `The plan has no response level “${say.quote(textOf(found, 'level'))}”; it has ${levels}. Choose one of these.`,
      };
    },
    unknown_incident_level({ found, needed }, say) {
      const levels = say.list(listOf(needed, 'incidentLevels').map((id) => `${say.incidentLevel(id)} (${id})`));
      return {
        title: 'Unknown incident level',
        detail: `The plan has no incident level “${say.quote(textOf(found, 'incidentLevel'))}”; it has ${levels}. Choose one of these.`,
      };
    },
    level_required({ needed }, say) {
      const levels = listOf(needed, 'levels').map(say.level).join(' or ');
      return {
        title: 'A response level is needed',
        detail: `The grading criteria propose none and the decision names none. Choose ${levels}.`,
      };
    },
  },
};
