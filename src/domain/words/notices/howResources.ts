import { said } from '../../lang.js';
import type { Notice } from '../notice.js';
import { blank, line, reason } from './how.js';

export function seeNeeds(notice: Notice): string[] {
  return [line(notice, said('See what was asked for and where it is', '查看资源申请及其去向'), 'needs')];
}

export function dispatchNeeds(notice: Notice): string[] {
  return [line(notice, said('Register that it was sent out', '登记出库'), 'need dispatch', needMeant(notice))];
}

export function askElsewhere(notice: Notice): string[] {
  const instead = said('Use something else for what is missing', '所缺部分改用其他资源');
  const partner = said('Ask a partner', '请外部单位支援');
  const what = ['--purpose', blank(notice, 'purpose')];
  return [
    ...seeNeeds(notice),
    line(notice, instead, 'need substitute', needMeant(notice), blank(notice, 'resource'), reason(notice)),
    line(notice, partner, 'need partner', blank(notice, 'partner'), ...what),
    line(notice, said('Do without', '不再需要'), 'need cancel', needMeant(notice), reason(notice)),
  ];
}

export function registerArrival(notice: Notice): string[] {
  return [line(notice, said('Once it is there', '收到后'), 'need arrive', needMeant(notice))];
}

export function returnNeeds(notice: Notice): string[] {
  const used = said(
    'What was used up (whoever keeps it; item and quantity as above)',
    '已消耗的（由保管责任人登记，物品和数量见上）',
  );
  const lot = ['--lot', '"item=1"', '--note', blank(notice, 'done')];
  return [
    ...seeNeeds(notice),
    line(notice, said('All of it is back', '已全部归还'), 'need return', needMeant(notice)),
    line(notice, used, 'need consume', needMeant(notice), ...lot),
  ];
}

export function approveSpending(notice: Notice): string[] {
  return [
    line(notice, said('Approve', '批准'), 'need approve', needMeant(notice), reason(notice)),
    line(notice, said('Refuse', '不批准'), 'need refuse', needMeant(notice), reason(notice)),
  ];
}

export function replyForPartner(notice: Notice): string[] {
  const note = ['--note', blank(notice, 'answer')];
  return [
    line(notice, said('They help', '同意支援'), 'need reply', needMeant(notice), 'confirmed', ...note),
    line(notice, said('They cannot', '不能支援'), 'need reply', needMeant(notice), 'declined', ...note),
  ];
}

/** Each by what it waits for; what is only late is looked at first. */
export function pressForNeeds(notice: Notice): string[] {
  const waits = new Set((notice.recipient.requests ?? []).map((told) => told.waits));
  return [
    ...seeNeeds(notice),
    ...(waits.has('dispatch') ? dispatchNeeds(notice) : []),
    ...(waits.has('approval') ? approveSpending(notice) : []),
    ...(waits.has('return') ? returnNeeds(notice).slice(1) : []),
    ...(waits.has('reply') ? replyForPartner(notice) : []),
  ];
}

/** Of several each has its id behind its name above. */
function needMeant(notice: Notice): string {
  const [first, ...others] = notice.recipient.requests ?? [];
  return first === undefined || others.length > 0 ? blank(notice, 'need') : first.request;
}
