import { said } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { blank, line, reason } from './how.js';

function which({ facts }: Notice): [string, string] {
  return [textOf(facts, 'publication') ?? 'p1', String(numberOf(facts, 'version') ?? 1)];
}

function readIt(notice: Notice): string {
  return line(notice, said('Read the whole of it', '查看全文'), 'publications', which(notice)[0]);
}

function giveBack(notice: Notice): string {
  const remarks = ['--remarks', blank(notice, 'remarks')];
  return line(notice, said('Return it', '退回'), 'publication return', ...which(notice), ...remarks);
}

export function readPublication(notice: Notice): string[] {
  return [readIt(notice)];
}

export function checkPublication(notice: Notice): string[] {
  return [
    readIt(notice),
    line(notice, said('No objection', '没有意见'), 'publication check', ...which(notice)),
    giveBack(notice),
  ];
}

/** As few steps as there can be where nothing is left but to approve. */
export function approvePublication(notice: Notice): string[] {
  const why = notice.facts['unchecked'] === true ? [reason(notice)] : [];
  return [
    readIt(notice),
    line(notice, said('Approve it', '批准'), 'publication approve', ...which(notice), ...why),
    giveBack(notice),
  ];
}

export function unstick(notice: Notice): string[] {
  const [publication] = which(notice);
  return [
    readIt(notice),
    line(
      notice,
      said('Withdraw it, for somebody else to draft it anew', '撤回，由他人重新拟稿'),
      'publication withdraw',
      publication,
      reason(notice),
    ),
  ];
}

export function draftAnew(notice: Notice): string[] {
  const [publication] = which(notice);
  return [
    readIt(notice),
    line(
      notice,
      said('Draft it anew, from a file', '重新拟稿（以文件提交）'),
      'publication draft',
      blank(notice, 'statement'),
      '--again',
      publication,
    ),
  ];
}

/** Nothing can be decided on it until then; where all is as it says again, everything can. */
export function afterFactsMoved(notice: Notice): string[] {
  const hasMoved = listOf(notice.facts, 'was').length > 0;
  return hasMoved && notice.facts['drafted'] === true ? draftAnew(notice) : readPublication(notice);
}

export function publishAfterAll(notice: Notice): string[] {
  return [
    line(notice, said('See what was drafted and published', '查看拟稿和发布情况'), 'publications'),
    line(
      notice,
      said('Draft a text after all, from a file', '仍须发布的，重新拟稿（以文件提交）'),
      'publication draft',
      blank(notice, 'statement'),
    ),
  ];
}

export function publishOrNot(notice: Notice): string[] {
  return [
    line(notice, said('See what was drafted and published', '查看拟稿和发布情况'), 'publications'),
    line(
      notice,
      said('Draft a text, from a file', '拟稿（以文件提交）'),
      'publication draft',
      blank(notice, 'statement'),
    ),
    line(
      notice,
      said('Decide that nothing is published (whoever approves)', '决定不发布（由批准人办理）'),
      'publication waive',
      reason(notice),
    ),
  ];
}

/** In a drill there is nothing out that could be wrong. */
export function correctPublication(notice: Notice): string[] {
  if (notice.mode === 'drill') return readPublication(notice);
  const [publication] = which(notice);
  const anything = said(
    'If anything in it is wrong: draft a correction, from a file',
    '内容有误的，拟更正（以文件提交）',
  );
  return [
    readIt(notice),
    line(notice, anything, 'publication draft', blank(notice, 'statement'), '--corrects', publication),
    line(
      notice,
      said('If it must not be out: withdraw it (whoever approves)', '不应发布的，撤回（由批准人办理）'),
      'publication withdraw',
      publication,
      reason(notice),
    ),
  ];
}
