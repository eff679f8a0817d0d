import type { NoticeTemplate } from '../incident/index.js';
import type { Lang } from '../lang.js';

/** What lists and the timeline call each notice. */
export const noticeNames: Record<Lang, Record<NoticeTemplate, string>> = {
  'zh-CN': {
    alert: '核实通知',
    verificationReminder: '核实催促',
    standby: '预警启动通知',
    rejected: '报告否定通知',
    call: '动员通知',
    reminder: '再次通知',
    silence: '逾时未确认通知',
    standDown: '解除动员通知',
    terminationProposed: '应急终止签署通知',
    terminated: '应急终止通知',
    machineFailed: '程序故障通知',
  },
  en: {
    alert: 'Verify the report',
    verificationReminder: 'Verification is due',
    standby: 'Standby',
    rejected: 'Report rejected',
    call: 'Mobilisation',
    reminder: 'Reminder to acknowledge',
    silence: 'No answer',
    standDown: 'Stand down',
    terminationProposed: 'Second signature needed',
    terminated: 'Termination',
    machineFailed: 'Program failure',
  },
};
