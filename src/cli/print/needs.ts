import type { Needs } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

type Resource = Needs['resources'][number];
type Partner = Needs['partners'][number];
type Field = [label: string, value: string | undefined];

/** The most urgent first; below each who holds what is missing, and where the lots are. */
export function needLines({ resources, partners }: Needs, voice: Voice): string[] {
  const { say } = voice;
  if (resources.length + partners.length === 0) return [say('Nothing has been asked for.', '没有资源申请。')];
  return [
    ...resources.flatMap((one) => [resourceLine(one, voice), ...labelled(details(one, voice), voice)]),
    ...partners.flatMap((one) => [partnerLine(one, voice), ...labelled(partnerFields(one, voice), voice)]),
  ];
}

function resourceLine(one: Resource, voice: Voice): string {
  const { say, style } = voice;
  const { resource, amount, id, missing, custodian } = one;
  const parts = [
    statusWords(one.status, voice),
    missing > 0 && one.ended === undefined && one.spending !== 'awaiting'
      ? style.bad(say(`missing: ${missing}`, `尚缺 ${missing}`))
      : '',
    ...marks(one, voice),
    custodian === undefined ? '' : withId(custodian.person ?? custodian.post, voice),
  ];
  return `  ${resource.name} ${amount} (${id})  ${parts.filter((part) => part !== '').join('  ')}`;
}

function partnerLine(one: Partner, voice: Voice): string {
  const { say, time } = voice;
  const { reply, eta } = one.reply ?? {};
  const helps =
    eta === undefined ? say('helps', '同意支援') : say(`helps, by ${time(eta)}`, `同意支援，预计 ${time(eta)} 到达`);
  const answer =
    one.ended !== undefined
      ? say('ended', '已了结')
      : reply === undefined
        ? say('no answer yet', '尚未答复')
        : reply === 'confirmed'
          ? helps
          : say('cannot help', '不能支援');
  return `  ${one.partner.name} (${one.id})  ${[answer, ...marks(one, voice)].join('  ')}`;
}

function partnerFields({ purpose, by, contact, agreement }: Partner, { say }: Voice): Field[] {
  return [
    [say('For', '用途'), purpose],
    [say('Asked for by', '申请人'), by?.name],
    [say('Contact', '联系方式'), contact],
    [say('Agreement', '协议'), agreement],
  ];
}

function marks({ priority, neededBy, late, waits }: Resource | Partner, { say, style, time }: Voice): string[] {
  const due = neededBy === undefined ? undefined : say(`needed by ${time(neededBy)}`, `需用时间 ${time(neededBy)}`);
  return [
    ...(priority === 'urgent' ? [say('urgent', '紧急')] : []),
    ...(due === undefined ? [] : [late ? style.bad(due) : due]),
    ...(waits === undefined
      ? []
      : [
          {
            approval: say('waits for approval', '待审批'),
            dispatch: say('waits to be sent out', '待出库'),
            return: say('waits to be returned', '待归还'),
            reply: say('waits for an answer', '待答复'),
          }[waits],
        ]),
  ];
}

function statusWords(status: Resource['status'], { say }: Voice): string {
  return {
    awaitingApproval: say('not approved yet', '尚未批准'),
    refused: say('not approved', '未获批准'),
    requested: say('asked for', '已申请'),
    partlyReady: say('ready in part', '部分备妥'),
    ready: say('ready', '已备妥'),
    sent: say('on the way', '在途'),
    there: say('there', '已到位'),
    returned: say('returned', '已归还'),
    used: say('used up or lost', '已消耗或损失'),
    ended: say('ended', '已了结'),
  }[status];
}

function details({ purpose, by, rules, heldBy, lots, spending, insteadOf }: Resource, { say }: Voice): Field[] {
  const where: [keyof Omit<Resource['lots'][number], 'item'>, string][] = [
    ['ready', say('ready', '备妥')],
    ['sent', say('on the way', '在途')],
    ['there', say('there', '到位')],
    ['returned', say('returned', '归还')],
    ['consumed', say('used', '消耗')],
    ['damaged', say('lost', '损失')],
  ];
  const of = (lot: Resource['lots'][number]) =>
    where.flatMap(([place, word]) => (lot[place] > 0 ? [`${word} ${lot[place]}`] : [])).join(', ');
  return [
    [say('For', '用途'), purpose],
    [
      say('Asked for by', '申请人'),
      by === undefined ? rules && say(`the plan (${rules.join(', ')})`, `预案（${rules.join('、')}）`) : by.name,
    ],
    [say('Instead of', '替代'), insteadOf],
    [
      say('Spending', '支出'),
      spending === 'setAside' ? say('set aside, to be approved before it is paid', '已预留，支付前须审批') : undefined,
    ],
    [
      say('Held by', '占用方'),
      heldBy.length === 0
        ? undefined
        : heldBy.map(({ incidentId, quantity }) => `${incidentId}: ${quantity}`).join(', '),
    ],
    ...lots.map((lot): Field => [lot.item, of(lot)]),
  ];
}

function labelled(fields: Field[], { say }: Voice): string[] {
  return fields.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [`      ${label}${say(': ', '：')}${value}`],
  );
}
