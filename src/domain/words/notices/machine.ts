import type { NoticeSentencesOf } from './sentences.js';

export const machineNotices: NoticeSentencesOf<'machineFailed'> = {
  'zh-CN': {
    machineFailed: {
      name: '程序故障通知',
      subject: '系统出错，请立即人工处置',
      todo: '系统未能执行本次事故的一个步骤，事故状态保持不变。请按纸质预案人工决定和处置，并告知系统管理员。',
      why: '您参与指挥，或此前因这一报告接到核实通知',
      level: 'none',
      how: 'look',
    },
  },
  en: {
    machineFailed: {
      name: 'Program failure',
      subject: 'Muster failed, act by hand now',
      todo: 'Muster could not carry out a step of this incident. The incident goes on as it was. Decide by hand, by the paper plan, and tell the operator.',
      why: 'you are in command, or you were alerted to this report',
      level: 'none',
      how: 'look',
    },
  },
};
