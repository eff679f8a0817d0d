import { listOf, textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const publicOpinionRefusals: RefusalSentencesOf<
  'unknown_alert' | 'opinion_empty' | 'no_such_opinion' | 'opinion_ended'
> = {
  'zh-CN': {
    unknown_alert: ({ found, needed }, say) => ({
      title: '预案中没有此报告情形',
      detail: `收到的编号：${say.list(listOf(found, 'alerts').map(say.quote)) || '（无）'}；预案中的编号：${say.list(listOf(needed, 'alerts')) || '无'}。请核对编号后重新提交。`,
    }),
    opinion_empty: () => ({
      title: '舆情记录没有内容',
      detail: '提及量、情绪、触达、主要说法、说明、链接至少填写一项；没有发现异常的，请在说明中写明。',
    }),
    no_such_opinion: ({ found }, say) => ({
      title: '没有这条待回应的舆情',
      detail: `${say.quote(textOf(found, 'entry'))} 不存在，已有回应，或者时间过久。请查看舆情记录；补充的回应请作为新的舆情记录。`,
    }),
    opinion_ended: () => ({
      title: '舆情监测已经结束',
      detail: '此前已有人结束监测。仍可继续记录舆情，无须再次结束。',
    }),
  },
  en: {
    unknown_alert: ({ found, needed }, say) => ({
      title: 'The plan has no such alert',
      detail: `Found: ${listOf(found, 'alerts').map(say.quote).join(', ') || 'none'}. The plan has: ${listOf(needed, 'alerts').join(', ') || 'none'}. Correct it and send it again.`,
    }),
    opinion_empty: () => ({
      title: 'The entry says nothing',
      detail:
        'Give at least one of volume, sentiment, reach, claim, note and link. Where nothing was to be found, say so in the note.',
    }),
    no_such_opinion: ({ found }, say) => ({
      title: 'No such entry to reply to',
      detail: `${say.quote(textOf(found, 'entry'))} does not exist, has its reply, or lies too far back. See the entries on public opinion; to add to a reply, make a new entry.`,
    }),
    opinion_ended: () => ({
      title: 'The watch on public opinion has ended',
      detail: 'Somebody has ended it before. Entries can still be made, and it need not be ended again.',
    }),
  },
};
