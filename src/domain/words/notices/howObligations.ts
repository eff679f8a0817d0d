import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { Notice } from '../notice.js';
import { blank, line, reason } from './how.js';

export function seeObligations(notice: Notice): string[] {
  return [line(notice, said('See the legal reports', '查看法定报送'), 'obligations')];
}

export function fileObligations(notice: Notice): string[] {
  return [
    ...seeObligations(notice),
    draftObligation(notice),
    registerFiled(notice, said('Register it as filed', '登记已报送')),
    liftObligation(notice),
  ];
}

export function fileLate(notice: Notice): string[] {
  const inTime = said(
    'If it was filed in time: the same, with --at 2026-01-31T08:30:00+08:00 (when it was) instead of --late-reason',
    '已在时限内报送的：命令相同，以 --at 2026-01-31T08:30:00+08:00（实际报送时间）代替 --late-reason',
  );
  return [
    ...seeObligations(notice),
    draftObligation(notice),
    registerFiled(
      notice,
      said('Register it as filed, late', '登记已报送（逾期）'),
      '--late-reason',
      blank(notice, 'lateReason'),
    ),
    inTime[notice.lang],
    liftObligation(notice),
  ];
}

function draftObligation(notice: Notice): string {
  const what = said('Have it drafted from the record, to check and file', '按记录起草报送文书，核对后报送');
  return line(notice, what, 'obligation draft', obligationMeant(notice), '--out', blank(notice, 'draft'));
}

function registerFiled(notice: Notice, what: Said, ...more: string[]): string {
  const where = ['--to', blank(notice, 'takenBy'), '--channel', blank(notice, 'channel')];
  const shown = ['--reference', blank(notice, 'reference')];
  return line(notice, what, 'obligation file', obligationMeant(notice), ...where, ...shown, ...more);
}

function liftObligation(notice: Notice): string {
  return line(notice, said('It does not apply', '不适用'), 'obligation lift', obligationMeant(notice), reason(notice));
}

export function judgeObligations(notice: Notice): string[] {
  const applies = said('It applies after all', '仍须报送');
  return [
    ...seeObligations(notice),
    line(notice, applies, 'obligation confirm', obligationMeant(notice), reason(notice)),
  ];
}

/** Of several each has its id beside its name above. */
function obligationMeant(notice: Notice): string {
  const [first, ...others] = notice.recipient.obligations ?? [];
  return first === undefined || others.length > 0 ? blank(notice, 'obligation') : first.obligation;
}
