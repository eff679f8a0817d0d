import type { NoticeSentencesOf } from './sentences.js';

export const verificationNotices: NoticeSentencesOf<'alert' | 'verificationReminder' | 'standby' | 'rejected'> = {
  'zh-CN': {
    alert: {
      name: '核实通知',
      subject: '请立即核实',
      todo: '请立即核实下述事故报告，并确认收到本通知。',
      why: '预案规定由您核实事故报告',
      level: 'unverified',
    },
    verificationReminder: {
      name: '核实催促',
      subject: '核实逾时，请立即决定',
      todo: '下述事故报告仍未核实，请立即作出决定：核实确认、预警启动，或予以否定。',
      why: '预案规定由您核实事故报告',
      level: 'unverified',
    },
    standby: {
      name: '预警启动通知',
      subject: '预警启动，请待命',
      todo: '请待命并保持联系畅通：已决定预警启动，下述报告尚未核实确认。',
      why: '您此前已因这一报告接到通知',
      level: 'unverified',
    },
    rejected: {
      name: '报告否定通知',
      subject: '不是事故，无须行动',
      todo: '无须行动：经核实，下述报告不是事故。',
      why: '您此前已因这一报告接到通知，或您是报告人',
      level: 'none',
    },
  },
  en: {
    alert: {
      name: 'Verify the report',
      subject: 'Verify now',
      todo: 'Verify the report below at once, and acknowledge this notice.',
      why: 'the plan asks you to verify reports',
      level: 'unverified',
    },
    verificationReminder: {
      name: 'Verification is due',
      subject: 'Verification is overdue, decide now',
      todo: 'The report below is still not verified. Decide now: confirm it, declare standby, or reject it.',
      why: 'the plan asks you to verify reports',
      level: 'unverified',
    },
    standby: {
      name: 'Standby',
      subject: 'Stand by',
      todo: 'Stand by and stay reachable: standby has been declared, the report below is not confirmed.',
      why: 'you were notified of this report before',
      level: 'unverified',
    },
    rejected: {
      name: 'Report rejected',
      subject: 'No incident, nothing to do',
      todo: 'Nothing to do: the report below was verified and is no incident.',
      why: 'you were notified of this report before, or you made it',
      level: 'none',
    },
  },
};
