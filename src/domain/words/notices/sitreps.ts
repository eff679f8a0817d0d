import { listOf } from '../details.js';
import { partnerLines } from '../quorum.js';
import { editSitrep, readSitrep } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const sitrepNotices: NoticeSentencesOf<'sitrepDraft' | 'sitrepOverdue' | 'sitrep' | 'sitrepPassOn'> = {
  'zh-CN': {
    sitrepDraft: {
      name: '信息报送起草通知',
      subject: '请核改信息报送',
      todo: '信息报送草稿已经备好：请核改，并在期限之前交发布人发布。',
      why: '预案规定由您起草信息报送，或起草人不在岗而由您代行',
      level: 'fromFacts',
      how: editSitrep,
    },
    sitrepOverdue: {
      name: '信息报送逾期通知',
      subject: '信息报送逾期',
      todo: '信息报送到期未发布：请立即核改并发布，或安排人员办理。',
      why: '您负责起草、发布或督促信息报送',
      level: 'fromFacts',
      how: editSitrep,
    },
    sitrep: {
      name: '信息报送',
      subject: '信息报送',
      todo: '请阅：最新一期信息报送已经发布，要点如下。',
      why: '预案规定信息报送须报您',
      level: 'fromFacts',
      how: 'look',
    },
    sitrepPassOn: {
      name: '信息报送转送通知',
      subject: '请转送信息报送',
      todo: '信息报送已经发布：请将全文转送下列外部单位。',
      why: '您负责联系这些外部单位，或代为联系',
      level: 'fromFacts',
      how: readSitrep,
      lines: ({ facts, say }) => partnerLines(listOf(facts, 'partners'), say),
    },
  },
  en: {
    sitrepDraft: {
      name: 'SITREP drafted',
      subject: 'Edit the SITREP',
      todo: 'The draft of a SITREP is ready: check it, and have it released before it is due.',
      why: 'the plan asks you to draft SITREPs, or you stand in for whoever does',
      level: 'fromFacts',
      how: editSitrep,
    },
    sitrepOverdue: {
      name: 'SITREP overdue',
      subject: 'SITREP overdue',
      todo: 'A SITREP is due and not released: check and release it now, or see to it that somebody does.',
      why: 'you draft or release SITREPs, or answer for those who do',
      level: 'fromFacts',
      how: editSitrep,
    },
    sitrep: {
      name: 'SITREP',
      subject: 'SITREP',
      todo: 'For you to read: a new SITREP is released; this is the essence of it.',
      why: 'the plan sends SITREPs to you',
      level: 'fromFacts',
      how: 'look',
    },
    sitrepPassOn: {
      name: 'SITREP to pass on',
      subject: 'Pass the SITREP on',
      todo: 'A SITREP is released: pass its full text on to the partners below, who are outside Muster.',
      why: 'you speak with these partners, or stand in for whoever does',
      level: 'fromFacts',
      how: readSitrep,
      lines: ({ facts, say }) => partnerLines(listOf(facts, 'partners'), say),
    },
  },
};
