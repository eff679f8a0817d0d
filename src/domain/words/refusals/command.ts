import { listOf, textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const commandRefusals: RefusalSentencesOf<
  'handover_open' | 'no_handover' | 'handover_to_other' | 'brief_required' | 'cannot_command' | 'not_asked'
> = {
  'zh-CN': {
    handover_open: ({ found }, say) => ({
      title: '已有待接受的移交',
      detail: `已提出向${say.person(textOf(found, 'to') ?? '')}移交，尚待其答复。请等候答复，或先撤回。`,
    }),
    no_handover: () => ({
      title: '没有待接受的移交',
      detail: '没有提出移交，或已撤回、已答复，或指挥权已由他人接过。请查看现任指挥长。',
    }),
    handover_to_other: ({ needed }, say) => ({
      title: '不是移交给您的',
      detail: `该移交只能由${say.person(textOf(needed, 'person') ?? '')}答复。`,
    }),
    brief_required: () => ({
      title: '须有移交说明',
      detail: '移交说明缺少态势或目标。请写明两项后重新提出。',
    }),
    cannot_command: ({ found, needed }, say) => ({
      title: '此人不能担任指挥长',
      detail: `${say.person(textOf(found, 'person') ?? '')}在通讯录中不担任指挥长或副指挥长，或者正在指挥。可以接任的有：${say.list(listOf(needed, 'people').map(say.person)) || '无'}。`,
    }),
    not_asked: ({ needed }, say) => ({
      title: '未请您接替',
      detail: `只有在指挥长无应答时被请求接替的人员才能接过指挥权。目前被请求的有：${say.list(listOf(needed, 'people').map(say.person)) || '无'}。需要换人指挥的，请现任指挥长移交。`,
    }),
  },
  en: {
    handover_open: ({ found }, say) => ({
      title: 'A handover is open already',
      detail: `Command is offered to ${say.person(textOf(found, 'to') ?? '')}, who has not answered yet. Wait for the answer, or withdraw it first.`,
    }),
    no_handover: () => ({
      title: 'No handover is open',
      detail:
        'None was offered, or it was withdrawn or answered, or somebody else has taken command. Look who commands.',
    }),
    handover_to_other: ({ needed }, say) => ({
      title: 'It is offered to somebody else',
      detail: `Only ${say.person(textOf(needed, 'person') ?? '')} can answer this handover.`,
    }),
    brief_required: () => ({
      title: 'A brief is needed',
      detail: 'The brief lacks situation or objectives. Write both and offer it again.',
    }),
    cannot_command: ({ found, needed }, say) => ({
      title: 'This person cannot command',
      detail: `${say.person(textOf(found, 'person') ?? '')} holds no post of commander or deputy in the roster, or commands already. Able to take over: ${say.list(listOf(needed, 'people').map(say.person)) || 'nobody'}.`,
    }),
    not_asked: ({ needed }, say) => ({
      title: 'You were not asked to take over',
      detail: `Command is taken over only by those who are asked while whoever commands is silent. Asked now: ${say.list(listOf(needed, 'people').map(say.person)) || 'nobody'}. Otherwise ask whoever commands to hand over.`,
    }),
  },
};
