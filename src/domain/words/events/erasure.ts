import type { EventOf } from '../../incident/index.js';
import type { SentencesOf } from './sentences.js';

export const erasureEvents: SentencesOf<'personalDataErased'> = {
  'zh-CN': {
    personalDataErased(event, say) {
      const { texts, messages, documents, evidence } = countsOf(event);
      const whose = event.person === undefined ? '本事故的个人信息' : `本事故中${say.person(event.person)}的个人信息`;
      const what = `文字 ${texts} 处、消息 ${messages} 条、文书 ${documents} 份、凭证文件 ${evidence} 个`;
      return `${say.actor(event.actor)}删除了${whose}：${what}。理由：${say.quote(event.texts.reason)}。`;
    },
  },
  en: {
    personalDataErased(event, say) {
      const { texts, messages, documents, evidence } = countsOf(event);
      const whose =
        event.person === undefined
          ? 'the personal data of this incident'
          : `the personal data of ${say.person(event.person)} in this incident`;
      const what = `texts ${texts}, messages ${messages}, documents ${documents}, files of evidence ${evidence}`;
      return `${say.actor(event.actor)} erased ${whose}: ${what}. Reason: ${say.quote(event.texts.reason)}.`;
    },
  },
};

function countsOf({ erased }: EventOf<'personalDataErased'>) {
  return {
    texts: erased.texts.reduce((sum, { fields }) => sum + fields.length, 0),
    messages: erased.messages.length,
    documents: erased.documents.length,
    evidence: erased.evidence.length,
  };
}
