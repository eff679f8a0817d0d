import type { Lang } from '../../domain/lang.js';
import type { AckAsked } from './ackStanding.js';

export interface AckSaid {
  title: string;
  detail: string;
}

type ByAsked = Record<AckAsked, AckSaid>;

interface AckWords {
  open: ByAsked;
  button: string;
  /** Of whoever was released, or given up to another incident. */
  back: string;
  /** When whoever is called will be there; `change` where it was said before. */
  when: Record<'minutes' | 'change' | 'changeMinutes' | 'there', string>;
  decline: Record<'offer' | 'reason' | 'button', string>;
  notComing: AckSaid;
  declined: AckSaid;
  released: AckSaid;
  takenOff: AckSaid;
  preempted: AckSaid;
  whyNot: AckSaid;
  whenNot: AckSaid;
  there: AckSaid;
  recorded: ByAsked;
  already: ByAsked;
  superseded: AckSaid;
  stoodDown: AckSaid;
  moved: AckSaid;
  terminated: ByAsked;
  closed: AckSaid;
  rejected: AckSaid;
  merged: AckSaid;
  expired: AckSaid;
  invalid: AckSaid;
  failed: AckSaid;
  drill: string;
  rows: Record<'title' | 'phase' | 'into' | 'place' | 'level' | 'called' | 'others' | 'at' | 'eta' | 'person', string>;
}

export const ACK_WORDS: Record<Lang, AckWords> = {
  'zh-CN': {
    open: {
      verify: {
        title: '请核实事故报告，并确认收到通知',
        detail: '下面的按钮只表示您已收到通知，不代表核实结论。',
      },
      alert: {
        title: '请确认收到核实通知',
        detail: '对这一报告已经作出决定，见“当前阶段”。下面的按钮只表示您已收到通知。',
      },
      call: {
        title: '您已被动员，请确认收到并立即到岗',
        detail: '请先按下面的按钮确认收到，然后到岗参加处置。路上需要时间的，请一并填写还要多少分钟到位。',
      },
      notice: {
        title: '请确认收到通知',
        detail: '这次通知尚未见于事故记录，请以通知内容为准。下面的按钮表示您已收到通知。',
      },
    },
    button: '确认收到',
    back: '我可以返回岗位',
    when: {
      minutes: '预计多少分钟后到位（可不填）',
      change: '更改到位时间',
      changeMinutes: '预计多少分钟后到位',
      there: '我已到位',
    },
    decline: { offer: '不能参加？', reason: '不能参加的理由（必填）', button: '答复不能参加' },
    notComing: { title: '已记录您不能参加', detail: '您的答复已记录，将转给指挥部，以便另行安排人员。' },
    declined: {
      title: '您此前答复不能参加',
      detail: '无须到岗。如果现在可以参加，请按下面的按钮确认收到，然后到岗。',
    },
    released: {
      title: '您已离岗休息',
      detail: '现在无须到岗。休息期满，或者愿意提前返回的，请按下面的按钮答复，然后到岗。',
    },
    takenOff: {
      title: '您已调往另一起事故',
      detail: '本次事故无须您到岗。可以返回的，请按下面的按钮答复；另一起事故仍需要您的，由指挥部决定您参加哪一起。',
    },
    preempted: {
      title: '真实事故需要您，请退出演练',
      detail: '演练不再等待您，此处无须答复。请按真实事故的通知办理。',
    },
    whyNot: { title: '请写明不能参加的理由', detail: '答复尚未记录：请写明理由后再次提交；可以参加的，请确认收到。' },
    whenNot: {
      title: '请填写整数分钟',
      detail: '答复尚未记录：还要多少分钟到位，请填写0至1440的整数；也可不填。填好后再次提交。',
    },
    there: { title: '已记录您到位', detail: '您已到位，这一情况已记录，将转给指挥部。' },
    recorded: eachAsked('已确认收到', '您的确认已记录，将转给指挥部。', {
      verify: '请尽快核实这一报告。',
      alert: '',
      call: '请立即到岗。',
      notice: '请按通知内容行动。',
    }),
    already: eachAsked('此前已经确认', '您的确认此前已记录，不必重复确认。', {
      verify: '这一报告尚待核实。',
      alert: '',
      call: '如尚未到岗，请立即到岗。',
      notice: '请按通知内容行动。',
    }),
    superseded: { title: '这次通知已不再有效', detail: '您此后已被重新通知，请使用最近一次通知中的链接。' },
    stoodDown: {
      title: '您已解除动员，无须到岗',
      detail: '您所在的组已解除动员。如已到岗，可以停止该组的工作。',
    },
    moved: {
      title: '这次动员已解除，您的其他职责不变',
      detail: '该组的工作可以停止；您在本次事故中的其他岗位或组见下，请继续履行。',
    },
    terminated: eachAsked('应急响应已终止，无须到岗', '动员已随之解除，无须再确认这次通知。', {
      verify: '',
      alert: '',
      call: '如已到岗，可以停止处置工作。',
      notice: '',
    }),
    closed: { title: '事故已结案，无须行动', detail: '无须再确认这次通知，也无须到岗。' },
    rejected: { title: '不是事故，无须行动', detail: '经核实，这一报告已被否定。无须再确认这次通知，也无须到岗。' },
    merged: {
      title: '已并入另一起事故，继续处置',
      detail: '处置在另一起事故中继续，编号见下。如需要您，将在那起事故中另行通知；这次通知无须再答复。',
    },
    expired: { title: '链接已过期', detail: '请使用最近一次通知中的链接，或直接联系指挥部。' },
    invalid: {
      title: '链接无效',
      detail: '链接不完整或已被改动。请从通知中完整复制链接，或直接联系指挥部。',
    },
    failed: { title: '暂时无法处理', detail: '请稍后重新打开通知中的链接并确认；紧急时请直接联系指挥部。' },
    drill: '演练',
    rows: {
      title: '事故',
      phase: '当前阶段',
      into: '并入的事故',
      place: '地点',
      level: '响应级别',
      called: '通知对象',
      others: '您的其他职责',
      at: '报告时间',
      eta: '预计到位',
      person: '收件人',
    },
  },
  en: {
    open: {
      verify: {
        title: 'Verify the report, and acknowledge this notice',
        detail: 'The button below only says that you have got the notice; it is no verdict on the report.',
      },
      alert: {
        title: 'Acknowledge the notice to verify',
        detail:
          'The report has been decided on: see its phase. The button below only says that you have got the notice.',
      },
      call: {
        title: 'You are mobilised: acknowledge and report for duty',
        detail:
          'Press the button below to say that you have got the notice, then report for duty. If you need time to get there, say how many minutes.',
      },
      notice: {
        title: 'Acknowledge the notice',
        detail:
          'The record does not show this notice yet: go by what it says. The button below says that you have got it.',
      },
    },
    button: 'Acknowledge',
    back: 'I am coming back',
    when: {
      minutes: 'In how many minutes you will be there (optional)',
      change: 'Change the time',
      changeMinutes: 'In how many minutes you will be there',
      there: 'I am there',
    },
    decline: { offer: 'Cannot come?', reason: 'Why you cannot come (required)', button: 'I do not come' },
    notComing: {
      title: 'You do not come: recorded',
      detail: 'Your answer is recorded and passed on to command, so that others can be found.',
    },
    declined: {
      title: 'You said that you do not come',
      detail: 'You need not come. If you can after all, press the button below and report for duty.',
    },
    released: {
      title: 'You were released to rest',
      detail:
        'You need not be there now. When you have rested, or want to come back earlier, press the button below and report for duty.',
    },
    takenOff: {
      title: 'You were given to another incident',
      detail:
        'You need not come here. If you can come back, press the button below; if the other incident still needs you, command decides where you work.',
    },
    preempted: {
      title: 'A real incident needs you: leave the drill',
      detail:
        'The drill waits for you no more, and nothing is to be answered here. Go by the notices of the real incident.',
    },
    whyNot: {
      title: 'Say why you cannot come',
      detail: 'Nothing is recorded yet: write the reason and send it again, or acknowledge if you can come.',
    },
    whenNot: {
      title: 'Write the minutes as a whole number',
      detail:
        'Nothing is recorded yet: say in how many minutes you will be there, from 0 to 1440, or leave it empty, and send it again.',
    },
    there: { title: 'You are there: recorded', detail: 'It is recorded that you are there, and passed on to command.' },
    recorded: eachAsked('Acknowledged', 'Your acknowledgement is recorded and passed on to command. ', {
      verify: 'Now verify the report.',
      alert: '',
      call: 'Now report for duty.',
      notice: 'Now do what the notice says.',
    }),
    already: eachAsked('Already acknowledged', 'Your acknowledgement was recorded before; once is enough. ', {
      verify: 'The report still waits for verification.',
      alert: '',
      call: 'If you have not reported for duty yet, do so now.',
      notice: 'Do what the notice says.',
    }),
    superseded: {
      title: 'This notice no longer holds',
      detail: 'You were called anew: use the link in your latest notice.',
    },
    stoodDown: {
      title: 'You are stood down: you need not come any more',
      detail: 'Your team is stood down. If you are at work already, you may stop.',
    },
    moved: {
      title: 'This call no longer holds; your other duties do',
      detail: 'You may stop the work of this team. Your other posts and teams in this incident are below: go on there.',
    },
    terminated: eachAsked(
      'The response is over: you need not come any more',
      'It was terminated, and everybody is stood down. There is nothing to acknowledge. ',
      { verify: '', alert: '', call: 'If you are at work already, you may stop.', notice: '' },
    ),
    closed: {
      title: 'The incident is closed: nothing to do',
      detail: 'There is nothing to acknowledge, and you need not come.',
    },
    rejected: {
      title: 'No incident: nothing to do',
      detail: 'The report was verified and rejected. There is nothing to acknowledge, and you need not come.',
    },
    merged: {
      title: 'Merged into another incident, which continues',
      detail:
        'The work goes on in the other incident, named below. If you are needed you will be called there; nothing is to be answered here.',
    },
    expired: {
      title: 'This link has expired',
      detail: 'Use the link in your latest notice, or contact command directly.',
    },
    invalid: {
      title: 'This link is not valid',
      detail: 'It is incomplete or was changed. Copy the whole link from the notice, or contact command directly.',
    },
    failed: {
      title: 'Not possible right now',
      detail:
        'Open the link in your notice again in a moment and acknowledge; if it is urgent, contact command directly.',
    },
    drill: 'DRILL',
    rows: {
      title: 'Incident',
      phase: 'Phase',
      into: 'Continues as incident',
      place: 'Place',
      level: 'Response level',
      called: 'Notified as',
      others: 'Your other duties',
      at: 'Reported',
      eta: 'Expected',
      person: 'You',
    },
  },
};

function eachAsked(title: string, detail: string, next: Record<AckAsked, string>): ByAsked {
  const said = (asked: AckAsked): AckSaid => ({ title, detail: `${detail}${next[asked]}`.trimEnd() });
  return { verify: said('verify'), alert: said('alert'), call: said('call'), notice: said('notice') };
}
