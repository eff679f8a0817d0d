import type { Lang } from '../../domain/lang.js';

export interface AckWords {
  asked: string;
  button: string;
  recorded: string;
  recordedDetail: string;
  already: string;
  alreadyDetail: string;
  stoodDown: string;
  stoodDownDetail: string;
  over: string;
  overDetail: string;
  expired: string;
  expiredDetail: string;
  invalid: string;
  invalidDetail: string;
  failed: string;
  failedDetail: string;
  drill: string;
  rows: Record<'title' | 'place' | 'level' | 'called' | 'at' | 'person', string>;
}

export const ACK_WORDS: Record<Lang, AckWords> = {
  'zh-CN': {
    asked: '您已被通知参加应急处置，请确认',
    button: '确认收到',
    recorded: '已确认',
    recordedDetail: '您的确认已记录，指挥部可以看到。可以关闭此页面。',
    already: '此前已经确认',
    alreadyDetail: '您的确认早已记录，无需再次操作。',
    stoodDown: '您已被解除动员',
    stoodDownDetail: '这次通知不再有效，您无需继续处置。',
    over: '该事故已结束',
    overDetail: '无需再确认这次通知。',
    expired: '链接已过期',
    expiredDetail: '请使用最近一次通知中的链接，或直接联系指挥部。',
    invalid: '链接无效',
    invalidDetail: '链接不完整或已被改动。请从通知中完整复制链接，或直接联系指挥部。',
    failed: '暂时未能记录',
    failedDetail: '您的确认尚未记录。请稍后重试；紧急时请直接联系指挥部。',
    drill: '演练',
    rows: { title: '事故', place: '地点', level: '响应级别', called: '通知对象', at: '报告时间', person: '确认人' },
  },
  en: {
    asked: 'You are called to an incident: please acknowledge',
    button: 'Acknowledge',
    recorded: 'Acknowledged',
    recordedDetail: 'Your acknowledgement is recorded and command can see it. You may close this page.',
    already: 'Already acknowledged',
    alreadyDetail: 'Your acknowledgement was recorded before. There is nothing more to do.',
    stoodDown: 'You have been stood down',
    stoodDownDetail: 'This call is no longer valid; you need not come.',
    over: 'This incident is over',
    overDetail: 'The call needs no acknowledgement any more.',
    expired: 'This link has expired',
    expiredDetail: 'Use the link in your latest notice, or contact command directly.',
    invalid: 'This link is not valid',
    invalidDetail: 'It is incomplete or was changed. Copy the whole link from the notice, or contact command directly.',
    failed: 'Not recorded yet',
    failedDetail:
      'Your acknowledgement could not be recorded. Try again in a moment; if it is urgent, contact command directly.',
    drill: 'DRILL',
    rows: {
      title: 'Incident',
      place: 'Place',
      level: 'Response level',
      called: 'Called as',
      at: 'Reported',
      person: 'You',
    },
  },
};
