import { numberOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const clockRefusals: RefusalSentencesOf<
  'operator_only' | 'not_a_drill' | 'simulated_only_in_drills' | 'not_simulated' | 'pace_out_of_range'
> = {
  'zh-CN': {
    operator_only: () => ({
      title: '须由系统管理员办理',
      detail: '此项操作须使用系统管理员令牌，预案中没有岗位有此权限。请联系系统管理员。',
    }),
    not_a_drill: () => ({
      title: '这不是演练',
      detail: '本事故是真实事故，时间与实际时间一致，不能加快，也不能暂停。请核对编号。',
    }),
    simulated_only_in_drills: () => ({
      title: '真实事故不接受模拟操作',
      detail: '模拟参演人员只能在演练中使用，真实事故须由本人办理。请由本人登录后重新提交。',
    }),
    not_simulated: () => ({
      title: '此人未由系统模拟',
      detail: '本次演练中此人由本人参加，不接受模拟操作。请由本人登录后重新提交。',
    }),
    pace_out_of_range: ({ found, needed }) => ({
      title: '演练时钟速度超出范围',
      detail: `收到的速度：${numberOf(found, 'pace') ?? '（无）'}；可设为${numberOf(needed, 'from') ?? 0}至${numberOf(needed, 'to') ?? ''}倍，0为暂停。请改正后重新提交。`,
    }),
  },
  en: {
    operator_only: () => ({
      title: 'Only the operator may do this',
      detail: 'It takes the operator token; no post in the plan gives this right. Ask the operator.',
    }),
    not_a_drill: () => ({
      title: 'This is not a drill',
      detail: 'The incident is real: its time is the time of day and can be neither hurried nor paused. Check the id.',
    }),
    simulated_only_in_drills: () => ({
      title: 'Nobody is simulated in a real incident',
      detail:
        'The simulator plays people in drills only. Whoever has to decide here must do it in person: log in and send it again.',
    }),
    not_simulated: () => ({
      title: 'This person is not simulated',
      detail:
        'In this drill this person takes part in person, and nobody acts in their place: log in and send it again.',
    }),
    pace_out_of_range: ({ found, needed }) => ({
      title: 'The pace is out of range',
      detail: `Received: ${numberOf(found, 'pace') ?? '(none)'}. The clock of a drill can go ${numberOf(needed, 'from') ?? 0} to ${numberOf(needed, 'to') ?? 'so many'} times as fast as the wall clock; 0 pauses it. Correct the pace and send it again.`,
    }),
  },
};
