import { said } from '../../lang.js';
import { textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { blank, line } from './how.js';

export function lookAtOpinion(notice: Notice): string[] {
  return [line(notice, said('See what is said', '查看舆情记录'), 'opinion list')];
}

export function replyToOpinion(notice: Notice): string[] {
  const entry = textOf(notice.facts, 'entry') ?? blank(notice, 'opinion');
  const reply = said('Register the reply that went out', '登记已经发出的回应');
  return [...lookAtOpinion(notice), line(notice, reply, 'opinion reply', entry, '--text', blank(notice, 'reply'))];
}
