import type { Refusal } from '../../incident/index.js';
import { listOf, textOf } from '../details.js';
import type { Speaker } from '../speaker.js';
import type { RefusalSentencesOf } from './sentences.js';

type Code =
  | 'post_required'
  | 'unknown_resource'
  | 'unknown_partner'
  | 'unknown_budget'
  | 'unknown_request'
  | 'request_ended'
  | 'request_stands'
  | 'needed_by_passed'
  | 'too_many_requests'
  | 'nothing_missing'
  | 'no_substitute'
  | 'not_awaiting_approval'
  | 'requester_cannot_approve'
  | 'payer_cannot_approve'
  | 'spending_not_approved'
  | 'not_ready'
  | 'nothing_on_the_way'
  | 'nothing_out'
  | 'not_out'
  | 'resources_out';

export const resourceRefusals: RefusalSentencesOf<Code> = {
  'zh-CN': {
    post_required: () => ({
      title: '须由预案岗位人员申请',
      detail: '只有在本事故所用预案中任职的人员可以申请资源。请由任职人员提出。',
    }),
    unknown_resource: ({ found, needed }, say) => ({
      title: '预案中没有此项资源',
      detail: `收到的编号：${textOf(found, 'resource') ?? '（无）'}；预案中的资源：${resources(needed, say) || '无'}。请核对编号后重新提交。`,
    }),
    unknown_partner: ({ found, needed }, say) => ({
      title: '预案中没有此外部单位',
      detail: `收到的编号：${textOf(found, 'partner') ?? '（无）'}；预案中的外部单位：${partners(needed, say) || '无'}。请核对编号后重新提交。`,
    }),
    unknown_budget: ({ found, needed }, say) => ({
      title: '没有此项预算',
      detail: `收到的编号：${textOf(found, 'budget') ?? '（无）'}；可用的预算：${say.list(listOf(needed, 'budgets')) || '无（只有资金可以注明预算）'}。请核对后重新提交。`,
    }),
    unknown_request: ({ found, needed }, say) => ({
      title: '没有此项申请',
      detail: `收到的编号：${textOf(found, 'request') ?? '（无）'}；未了结的申请：${say.list(listOf(needed, 'requests')) || '无'}。请用 muster needs 查看后重新提交。`,
    }),
    request_ended: ({ found }) => ({
      title: '此项申请已经了结',
      detail: `${textOf(found, 'request') ?? '此项申请'}已撤销、退回、未获批准或已用完。如仍需要，请重新申请。`,
    }),
    request_stands: () => ({ title: '没有变化', detail: '优先级和需用时间已是如此。请核对后再提交。' }),
    needed_by_passed: () => ({ title: '需用时间已过', detail: '需用时间须晚于现在。请重新填写。' }),
    too_many_requests: ({ found }) => ({
      title: '申请过多',
      detail: `本事故已有${textOf(found, 'requests') ?? '许多'}项申请，不能再增加。请另行登记，并告知指挥人员。`,
    }),
    nothing_missing: () => ({ title: '没有短缺', detail: '此项申请没有缺少的部分，不需要替代。' }),
    no_substitute: () => ({
      title: '不能这样替代',
      detail: '替代的须是另一项资源；资金不能替代，也不能被替代。请另行申请。',
    }),
    not_awaiting_approval: () => ({ title: '不在待审批状态', detail: '此项申请不需要审批，或已经审批。请核对编号。' }),
    requester_cannot_approve: () => ({
      title: '申请人不能审批',
      detail: '谁申请的，谁就不能审批。请由另一名有权人员审批。',
    }),
    payer_cannot_approve: () => ({
      title: '付款人不能审批',
      detail: '保管并支付资金的人员不能审批。请由另一名有权人员审批。',
    }),
    spending_not_approved: () => ({ title: '支出尚未批准', detail: '资金须先获批准才能支付。请先由有权人员审批。' }),
    not_ready: ({ found, needed }, say) => ({
      title: '没有备妥这么多',
      detail: `不足的：${items(found, say) || '全部'}；现已备妥：${items(needed, say) || '无'}。请核对数量后重新提交。`,
    }),
    nothing_on_the_way: () => ({ title: '没有在途的资源', detail: '此项申请没有已出库而未到位的资源。请先登记出库。' }),
    nothing_out: () => ({ title: '没有须归还的资源', detail: '没有已出库而未归还的资源。' }),
    not_out: ({ found, needed }, say) => ({
      title: '没有出库这么多',
      detail: `超出的：${items(found, say) || '全部'}；现在库外：${items(needed, say) || '无'}。请核对数量后重新提交。`,
    }),
    resources_out: ({ found }, say) => ({
      title: '资源尚未归还',
      detail: `以下申请的资源尚在库外：${say.list(listOf(found, 'requests')) || '（未注明）'}。请先登记归还、消耗或损坏。`,
    }),
  },
  en: {
    post_required: () => ({
      title: 'Only who holds a post may ask',
      detail: 'Resources are asked for by people who hold a post under the plan of this incident. Let one of them ask.',
    }),
    unknown_resource: ({ found, needed }, say) => ({
      title: 'The plan does not have this resource',
      detail: `Received: ${textOf(found, 'resource') ?? '(none)'}. The plan has: ${resources(needed, say) || 'none'}. Check the id and send it again.`,
    }),
    unknown_partner: ({ found, needed }, say) => ({
      title: 'The plan does not have this partner',
      detail: `Received: ${textOf(found, 'partner') ?? '(none)'}. The plan has: ${partners(needed, say) || 'none'}. Check the id and send it again.`,
    }),
    unknown_budget: ({ found, needed }, say) => ({
      title: 'There is no such budget',
      detail: `Received: ${textOf(found, 'budget') ?? '(none)'}. Possible: ${say.list(listOf(needed, 'budgets')) || 'none; only money has a budget'}. Check it and send it again.`,
    }),
    unknown_request: ({ found, needed }, say) => ({
      title: 'There is no such request',
      detail: `Received: ${textOf(found, 'request') ?? '(none)'}. Not ended: ${say.list(listOf(needed, 'requests')) || 'none'}. Look with \`muster needs\` and send it again.`,
    }),
    request_ended: ({ found }) => ({
      title: 'This request has ended',
      detail: `${textOf(found, 'request') ?? 'It'} was cancelled, taken back, refused or used up. If it is still needed, ask anew.`,
    }),
    request_stands: () => ({
      title: 'That would change nothing',
      detail: 'Priority and time are so already. Check what you meant to change.',
    }),
    needed_by_passed: () => ({
      title: 'That time has passed',
      detail: 'The time by which it is needed must lie in the future. Enter another one.',
    }),
    too_many_requests: ({ found }) => ({
      title: 'Too many requests',
      detail: `The incident has ${textOf(found, 'requests') ?? 'very many'} requests and takes no more. Keep a list beside it, and tell command.`,
    }),
    nothing_missing: () => ({
      title: 'Nothing is missing',
      detail: 'Nothing of this request is missing, so nothing has to stand in for it.',
    }),
    no_substitute: () => ({
      title: 'This cannot stand in for it',
      detail:
        'It must be another resource, and money neither stands in nor is stood in for. Make a request of its own.',
    }),
    not_awaiting_approval: () => ({
      title: 'It does not wait for approval',
      detail: 'It needs no approval, or has been decided on. Check the id.',
    }),
    requester_cannot_approve: () => ({
      title: 'Whoever asks does not approve',
      detail: 'Somebody else with the authority must decide on this request.',
    }),
    payer_cannot_approve: () => ({
      title: 'Whoever pays does not approve',
      detail: 'Whoever keeps the money and pays it out has no say here. Somebody else with the authority must decide.',
    }),
    spending_not_approved: () => ({
      title: 'The spending is not approved',
      detail: 'Money is paid once somebody with the authority has approved it. Ask for that first.',
    }),
    not_ready: ({ found, needed }, say) => ({
      title: 'So much is not ready',
      detail: `Too much: ${items(found, say) || 'all of it'}. Ready: ${items(needed, say) || 'nothing'}. Check the quantity and send it again.`,
    }),
    nothing_on_the_way: () => ({
      title: 'Nothing is on the way',
      detail: 'Nothing of this request has been sent out and not arrived. Register first that it was sent.',
    }),
    nothing_out: () => ({ title: 'Nothing is out', detail: 'There is nothing that was sent out and not returned.' }),
    not_out: ({ found, needed }, say) => ({
      title: 'So much is not out',
      detail: `Too much: ${items(found, say) || 'all of it'}. Out: ${items(needed, say) || 'nothing'}. Check the quantity and send it again.`,
    }),
    resources_out: ({ found }, say) => ({
      title: 'Resources are still out',
      detail: `Out for these requests: ${say.list(listOf(found, 'requests')) || '(not named)'}. Register first what was returned, used up or damaged.`,
    }),
  },
};

function resources(needed: Refusal['needed'], { names, lang, list }: Speaker): string {
  return list(listOf(needed, 'resources').map((id) => withId(names.resource(id, lang), id, lang)));
}

function partners(needed: Refusal['needed'], { names, lang, list }: Speaker): string {
  return list(listOf(needed, 'partners').map((id) => withId(names.partner(id, lang), id, lang)));
}

function withId(name: string, id: string, lang: Speaker['lang']): string {
  if (name === id) return id;
  return lang === 'en' ? `${name} (${id})` : `${name}（${id}）`;
}

function items(details: Refusal['found'], { list, lang }: Speaker): string {
  return list(listOf(details, 'items').map((item) => item.replace('=', lang === 'en' ? ': ' : '：')));
}
