import type { RefusalSentencesOf } from './sentences.js';
import { listOf, textOf } from '../details.js';

export const mobilisationRefusals: RefusalSentencesOf<
  | 'not_called'
  | 'already_acknowledged'
  | 'already_declined'
  | 'already_arrived'
  | 'not_mobilised'
  | 'partner_not_asked'
  | 'no_shortage'
> = {
  'zh-CN': {
    not_called({ found }) {
      const notice = textOf(found, 'noticeId');
      return {
        title: '没有待答复的通知',
        detail: `${notice === undefined ? '未找到发给此人的通知' : `未找到发给此人的通知 ${notice}`}，或其动员已解除，无须答复。`,
      };
    },
    already_acknowledged: () => ({ title: '此前已经确认', detail: '此人的确认已在记录中，无须重复。' }),
    already_declined: () => ({
      title: '此前已答复不能参加',
      detail: '此人不能参加的答复已在记录中，无须重复。改为可以参加的，请确认收到通知。',
    }),
    already_arrived: () => ({ title: '此前已经到位', detail: '此人到位已在记录中，无须重复。' }),
    not_mobilised({ found }, say) {
      const team = textOf(found, 'team');
      const where = team === undefined ? '您可以准予离岗的各组' : say.target({ kind: 'team', id: team });
      return {
        title: '有人未参加响应',
        detail: `${say.list(listOf(found, 'people').map(say.person))}目前未在${where}中参加响应，本次未准予任何人离岗。请查看动员情况，去掉这些人后重新提交。`,
      };
    },
    partner_not_asked({ found, needed }, say) {
      const name = say.names.partner(textOf(found, 'partner') ?? '', 'zh-CN');
      const asked = listOf(needed, 'partners').map((partner) => say.names.partner(partner, 'zh-CN'));
      return {
        title: '未请该外部单位支援',
        detail: `${say.target({ kind: 'team', id: textOf(found, 'team') ?? '' })}目前未请${name}支援。已请的有：${say.list(asked) || '无'}。请核对组和单位后重新提交。`,
      };
    },
    no_shortage({ found, needed }, say) {
      const short = listOf(needed, 'teams').map((id) => say.target({ kind: 'team', id }));
      return {
        title: '该组没有人员不足',
        detail: `${say.target({ kind: 'team', id: textOf(found, 'team') ?? '' })}未动员、不统计人数、人员已齐，或者此前已接受不足。目前人员不足的组：${say.list(short) || '无'}。`,
      };
    },
  },
  en: {
    not_called({ found }) {
      const notice = textOf(found, 'noticeId');
      return {
        title: 'Nothing to answer',
        detail: `${notice === undefined ? 'No call' : `No call ${notice}`} to this person was found, or it has been stood down. Nothing needs to be answered.`,
      };
    },
    already_acknowledged: () => ({
      title: 'Already acknowledged',
      detail: "This person's acknowledgement is on the record. Nothing more needs to be done.",
    }),
    already_declined: () => ({
      title: 'Already declined',
      detail: 'That this person does not come is on the record. Whoever can come after all acknowledges the call.',
    }),
    already_arrived: () => ({
      title: 'Already there',
      detail: 'That this person is there is on the record. Nothing more needs to be done.',
    }),
    not_mobilised({ found }, say) {
      const team = textOf(found, 'team');
      const where = team === undefined ? 'any team that you may release from' : say.target({ kind: 'team', id: team });
      return {
        title: 'Somebody is not at work there',
        detail: `Not called in ${where} at present: ${say.list(listOf(found, 'people').map(say.person))}. Nobody was released. Look who is called, and send it again without them.`,
      };
    },
    partner_not_asked({ found, needed }, say) {
      const name = say.names.partner(textOf(found, 'partner') ?? '', 'en');
      const asked = listOf(needed, 'partners').map((partner) => say.names.partner(partner, 'en'));
      return {
        title: 'This partner was not asked',
        detail: `${name} was not asked to help ${say.target({ kind: 'team', id: textOf(found, 'team') ?? '' })}. Asked so far: ${say.list(asked) || 'none'}. Check team and partner, and send it again.`,
      };
    },
    no_shortage({ found, needed }, say) {
      const short = listOf(needed, 'teams').map((id) => say.target({ kind: 'team', id }));
      return {
        title: 'This team is not short',
        detail: `${say.target({ kind: 'team', id: textOf(found, 'team') ?? '' })} is not called, not counted, complete, or its shortage is accepted already. Short at present: ${say.list(short) || 'none'}.`,
      };
    },
  },
};
