import type { RefusalSentencesOf } from './sentences.js';
import { listOf, textOf } from '../details.js';

export const gradingRefusals: RefusalSentencesOf<
  'unknown_category' | 'same_category' | 'unknown_level' | 'unknown_incident_level' | 'level_required'
> = {
  'zh-CN': {
    unknown_category({ found, needed }, say) {
      const known = say.list(listOf(needed, 'categories').map((id) => `${say.names.category(id, 'zh-CN')}（${id}）`));
      return {
        title: '预案中没有这个事故类别',
        detail: `收到的事故类别：${say.quote(textOf(found, 'category'))}；预案中的事故类别：${known}。请从中选择。`,
      };
    },
    same_category: ({ found }, say) => ({
      title: '类别没有变化',
      detail: `现在的事故类别就是“${say.names.category(textOf(found, 'category') ?? '', 'zh-CN')}”。请核对后再提交。`,
    }),
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
    unknown_category({ found, needed }, say) {
      const known = say.list(listOf(needed, 'categories').map((id) => `${say.names.category(id, 'en')} (${id})`));
      return {
        title: 'Unknown category',
        detail: `The plan has no category “${say.quote(textOf(found, 'category'))}”; it has ${known}. Choose one of these.`,
      };
    },
    same_category: ({ found }, say) => ({
      title: 'It is of that category already',
      detail: `The category is “${say.names.category(textOf(found, 'category') ?? '', 'en')}” now. Check what you meant to change.`,
    }),
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
