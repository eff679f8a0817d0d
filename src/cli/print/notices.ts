import type { Notice } from '../../api/contract.js';
import { deliveryWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

/** The oldest first; whoever was not reached stands out. */
export function noticeLines(notices: Notice[], voice: Voice): string[] {
  const { say } = voice;
  return notices.length === 0 ? [say('No notices.', '没有通知。')] : notices.map((notice) => noticeLine(notice, voice));
}

function noticeLine(notice: Notice, voice: Voice): string {
  const { lang, say, style, time } = voice;
  const { noticeId, person, channel, subject, status, attempts, possibleRepeats, lastCode, createdAt, acceptedAt } =
    notice;
  const why =
    lastCode === undefined ? '' : say(`: ${deliveryWords(lastCode, lang)}`, `：${deliveryWords(lastCode, lang)}`);
  const standing = {
    queued: say('waits to be sent', '待发送'),
    sending: say('being sent', '正在发送'),
    accepted: style.good(say(`sent ${time(acceptedAt ?? createdAt)}`, `已发送 ${time(acceptedAt ?? createdAt)}`)),
    rejected: style.bad(say(`not reached${why}`, `无法送达${why}`)),
    deferred: style.bad(say(`not reached yet, tried again${why}`, `尚未送达，将重试${why}`)),
    cancelled: say('not sent any more', '不再发送'),
  }[status];
  const parts = [
    noticeId,
    style.dim(time(createdAt)),
    withId(person, voice),
    channel,
    standing,
    ...(attempts > 1 ? [say(`${attempts} attempts`, `共尝试 ${attempts} 次`)] : []),
    ...(possibleRepeats > 0 ? [say('perhaps more than once', '可能重复收到')] : []),
    subject,
  ];
  return parts.join('  ');
}
