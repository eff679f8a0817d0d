import type { NoticeSentencesOf } from './sentences.js';

export const mobilisationNotices: NoticeSentencesOf<'call' | 'reminder' | 'silence' | 'standDown'> = {
  'zh-CN': {
    call: {
      name: '动员通知',
      subject: '请立即到岗',
      todo: '您已被动员：请立即确认收到，随后到岗参加处置。',
      why: '预案规定在此级别动员您',
      level: 'fromFacts',
    },
    reminder: {
      name: '再次通知',
      subject: '请立即确认',
      todo: '您尚未确认此前的通知：请立即确认收到，并履行岗位职责。',
      why: '您此前接到的通知尚未确认',
      level: 'fromFacts',
    },
    silence: {
      name: '逾时未确认通知',
      subject: '有人逾时未确认',
      todo: '下列人员逾时未确认：请设法联系本人，或另行安排人员。',
      why: '您是有关组的组长，或预案规定须告知您',
      level: 'none',
    },
    standDown: {
      name: '解除动员通知',
      subject: '解除动员',
      todo: '您所在的组已解除动员：无须再为该组到岗，已到岗的可以停止工作。您在本次事故中如有其他职责，请继续履行。',
      why: '您报告了本次事故，或者参加了响应',
      level: 'fromFacts',
    },
  },
  en: {
    call: {
      name: 'Mobilisation',
      subject: 'Report for duty now',
      todo: 'You are mobilised: acknowledge at once, then report for duty.',
      why: 'the plan calls you at this level',
      level: 'fromFacts',
    },
    reminder: {
      name: 'Reminder to acknowledge',
      subject: 'Acknowledge now',
      todo: 'You have not acknowledged our earlier notice: acknowledge at once and take up your duty.',
      why: 'an earlier notice to you is not acknowledged',
      level: 'fromFacts',
    },
    silence: {
      name: 'No answer',
      subject: 'No answer',
      todo: 'The people below have not answered in time: reach them by other means, or find somebody else.',
      why: 'you lead the team concerned, or the plan says that you must be told',
      level: 'none',
    },
    standDown: {
      name: 'Stand down',
      subject: 'Stand down',
      todo: 'Your team is stood down: you need not come for it any more, and may stop if you are at work. Any other duty of yours in this incident goes on.',
      why: 'you were mobilised before',
      level: 'fromFacts',
    },
  },
};
