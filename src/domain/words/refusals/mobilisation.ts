import type { RefusalSentencesOf } from './sentences.js';
import { textOf } from '../details.js';

export const mobilisationRefusals: RefusalSentencesOf<'not_called' | 'already_acknowledged'> = {
  'zh-CN': {
    not_called({ found }) {
      const notice = textOf(found, 'noticeId');
      return {
        title: '没有待您确认的通知',
        detail: `${notice === undefined ? '未找到发给此人的通知' : `未找到发给此人的通知 ${notice}`}，或其动员已解除，无须确认。`,
      };
    },
    already_acknowledged: () => ({ title: '此前已经确认', detail: '此人的确认已在记录中，无须重复。' }),
  },
  en: {
    not_called({ found }) {
      const notice = textOf(found, 'noticeId');
      return {
        title: 'Nothing to acknowledge',
        detail: `${notice === undefined ? 'No call' : `No call ${notice}`} to this person was found, or it has been stood down. Nothing needs to be acknowledged.`,
      };
    },
    already_acknowledged: () => ({
      title: 'Already acknowledged',
      detail: "This person's acknowledgement is on the record. Nothing more needs to be done.",
    }),
  },
};
