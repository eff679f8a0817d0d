import { said } from '../../lang.js';
import { textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { blank, line, look, reason } from './how.js';

export function confirmCriteria(notice: Notice): string[] {
  const criteria = (notice.recipient.criteria ?? []).join(',') || blank(notice, 'criteria');
  return [
    look(notice),
    line(notice, said('Confirm all of them', '全部确认'), 'criterion confirm', criteria),
    ...(criteria.includes(',')
      ? [line(notice, said('Or some', '确认其中几项'), 'criterion confirm', blank(notice, 'criteria'))]
      : []),
  ];
}

export function lookAndAsk(notice: Notice): string[] {
  const ask = said('Ask whoever has to confirm (whoever may propose)', '请有关人员确认（由有权提议的人员办理）');
  return [look(notice), line(notice, ask, 'terminate', 'ask')];
}

export function sign(notice: Notice): string[] {
  const withdraw = said('Withdraw it (whoever may propose)', '撤回提议（由有权提议的人员办理）');
  return [
    look(notice),
    line(notice, said('Sign', '签署'), 'terminate', 'confirm'),
    line(notice, withdraw, 'terminate', 'withdraw', reason(notice)),
  ];
}

/** Only what is up to the recipient. */
export function decideOnRecurrence(notice: Notice): string[] {
  const { proposedLevel, say, facts } = notice;
  const may = textOf(facts, 'may');
  if (may === 'tell') return [look(notice)];
  const before =
    proposedLevel === undefined
      ? said('It has come back', '再次发生的')
      : said('It has come back, at the level at which it ended', '再次发生的，按终止时的级别');
  const asBefore = line(notice, before, 'reopen', reason(notice));
  if (may === 'reopenAsBefore') return [look(notice), asBefore];
  const dismiss = line(notice, said('It has not', '不是再次发生的'), 'recurrence dismiss', reason(notice));
  if (proposedLevel === undefined) return [look(notice), asBefore, dismiss];
  const what = said(`It has come back, at ${say.level(proposedLevel)}`, `再次发生的，按${say.level(proposedLevel)}`);
  const atMore = line(notice, what, 'reopen', '--level', proposedLevel, reason(notice));
  return [look(notice), atMore, asBefore, dismiss];
}

export function closeIncident(notice: Notice): string[] {
  return [look(notice), line(notice, said('Close it, once all is done', '各项办结后结案'), 'close', reason(notice))];
}
