import type { DrillTemplate } from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Instant } from '../../time.js';
import { oneLine, shorten } from '../text.js';
import { formatInstant } from '../time.js';
import type { Zone } from '../time.js';

export interface DrillMailInput {
  template: DrillTemplate;
  lang: Lang;
  zone: Zone;
  drill: string;
  organisation: string;
  /** What the plan calls its scenario. */
  scenario: string;
  incidentId: string;
  plannedAt?: Instant;
  /** When it was to be held, where that time was missed. */
  missedAt?: Instant;
  dueAt?: Instant;
  /** Time of the story. */
  storyAt?: Instant;
  /** What is played: for players without, for those who run the drill with what is expected. */
  inject?: {
    id: string;
    event: string;
    delivery?: string;
    expected?: string;
    contingency?: string;
    /** Who is to judge it, where somebody has added it. */
    evaluator?: string;
  };
  /** Remarks, a reason, why it was broken off. */
  quoted?: string;
  /** A real incident that needs this person, or others. */
  realIncident?: string;
  /** Whom it has taken out of the drill. */
  taken?: string[];
  /** Rated M or U, without an improvement yet. */
  unimproved?: readonly string[];
  /** It stands still since then. */
  since?: Instant;
}

const SUBJECT_CHARACTERS = 60;

/** Whoever sees it must never take it for real. */
const MARK = said('[DRILL 演练] ', '【演练 DRILL】');

/** The one thing about a drill that is real. */
const REAL = said('REAL INCIDENT, NOT A DRILL: ', '【真实事故，不是演练】');

const OF_SOMETHING_REAL: readonly DrillTemplate[] = ['notADrill', 'realPauses', 'realEnds'];

/** The mail that tells one person of a drill. All are marked as drill but those that say that something real has happened. */
export function drillMailWords(input: DrillMailInput): { subject: string; text: string } {
  const { template, lang, organisation, scenario, drill } = input;
  const isReal = OF_SOMETHING_REAL.includes(template);
  const name = shorten(oneLine(scenario), SUBJECT_CHARACTERS);
  const subject = `${(isReal ? REAL : MARK)[lang]}${SUBJECTS[template][lang]}${name}`;
  const lines = [
    ...(isReal ? [] : [BANNER[lang], '']),
    FIRST[template][lang],
    ...about(input),
    '',
    ...HOW[template](drill, input.realIncident ?? '').map((line) => line[lang]),
    '',
    organisation,
  ];
  return { subject, text: lines.join('\n') };
}

const BANNER = said('This is a drill. Nothing in it is real.', '这是一次演练，内容均为虚构。');

const SUBJECTS: Record<DrillTemplate, Said> = {
  scheduled: said('On the programme: ', '年度演练计划：'),
  notBegun: said('Not begun in time: ', '演练未按时开始：'),
  schemeToApprove: said('Scheme to approve: ', '演练方案待批准：'),
  schemeReturned: said('Scheme returned: ', '演练方案被退回：'),
  distributed: said('You take part in: ', '参演通知：'),
  calledOff: said('Called off: ', '演练取消：'),
  begins: said('Begins now: ', '演练开始：'),
  inject: said('', '情景：'),
  contingency: said('Play the contingency: ', '请使用备用注入：'),
  paused: said('Stands still: ', '演练暂停：'),
  goesOn: said('Goes on: ', '演练恢复：'),
  notADrill: said('you are released from ', '请立即退出演练：'),
  realPauses: said('drill stands still: ', '演练暂停：'),
  realEnds: said('drill is over: ', '演练终止：'),
  standsStill: said('Still stands still: ', '演练仍在暂停：'),
  stopped: said('Broken off: ', '演练中止：'),
  ended: said('Over: ', '演练结束：'),
  feedbackAsked: said('Your feedback: ', '请填写演练反馈：'),
  feedbackReminder: said('Your feedback is still missing: ', '尚未收到您的演练反馈：'),
  toRate: said('To rate: ', '请评定：'),
  reportOverdue: said('Report overdue: ', '演练评估报告逾期：'),
  reportToAccept: said('Report for command: ', '演练评估报告待审定：'),
  reportReturned: said('Report returned: ', '演练评估报告被退回：'),
  accepted: said('Report accepted: ', '演练评估报告已审定：'),
};

const FIRST: Record<DrillTemplate, Said> = {
  scheduled: said(
    'This drill is due. Its scheme has been drafted from the plan, with you as director, and is before command for approval.',
    '以下演练即将到期。系统已按预案拟定方案，由您担任总指挥，现已提交指挥部审批。',
  ),
  notBegun: said(
    'This drill did not begin when it was due: nothing ran then, or the scheme was not approved yet. Agree on another time and begin it by hand, or call it off.',
    '以下演练到期未开始：当时系统停止运行，或者方案尚未批准。请另定时间后手动开始，或者取消。',
  ),
  schemeToApprove: said('The scheme of this drill waits for your approval.', '以下演练方案请您审批。'),
  schemeReturned: said(
    'The scheme was returned with remarks. Change it and hand it in again.',
    '演练方案已退回，请按意见修改后重新提交。',
  ),
  distributed: said(
    'You take part in this drill. Act in your post as the plan says, and send nothing outside.',
    '您将参加以下演练。请以本人应急岗位身份按预案行动，不得对外发送任何信息。',
  ),
  calledOff: said('This drill does not take place.', '以下演练取消，不再举行。'),
  begins: said('The drill begins. Act as the plan says.', '演练现在开始，请按预案行动。'),
  inject: said('This has happened in the story:', '情景进展：'),
  contingency: said(
    'The expected action has not come. Play the contingency, and give no answers away.',
    '预期行动没有出现。请使用备用注入，不要提示答案。',
  ),
  paused: said(
    'The drill stands still. Wait for word; nothing falls due meanwhile.',
    '演练暂停，请原地等待；暂停期间各项时限停止计算。',
  ),
  goesOn: said('The drill goes on.', '演练恢复，请继续。'),
  notADrill: said(
    'Something real has happened and needs you. Leave the drill at once: whatever you get from now on about the incident named here is real.',
    '发生真实事故，需要您立即参加处置。请马上退出演练；此后收到的有关下列事故的信息均为真实情况。',
  ),
  realPauses: said(
    'Something real has happened: this message is real. It has taken the people named here out of the drill. The drill stands still: do nothing more for it until its director says that it goes on. Unless you are called for the real incident, it does not need you so far.',
    '发生真实事故，本通知所述为真实情况。下列人员已退出演练参加处置，演练暂停：在总指挥宣布恢复之前，请停止一切演练动作。未另行通知您参加真实事故处置的，请原地待命。',
  ),
  realEnds: said(
    'Something real has happened: this message is real. It has taken the people named here, and the drill is over: do nothing more for it. Unless you are called for the real incident, it does not need you so far.',
    '发生真实事故，本通知所述为真实情况。下列人员须参加处置，演练就此终止：请停止一切演练动作。未另行通知您参加真实事故处置的，请原地待命。',
  ),
  standsStill: said(
    'The drill still stands still, and nobody has said how it goes on. Let it go on, end it, or break it off.',
    '演练仍处于暂停状态，尚无人决定如何进行。请恢复、结束或者中止演练。',
  ),
  stopped: said(
    'The drill is broken off. Stop what you are doing for it, and see to safety first.',
    '演练中止。请停止一切演练动作，首先保证安全。',
  ),
  ended: said('The drill is over. Nothing of it is to be done any more.', '演练结束，不再执行任何演练任务。'),
  feedbackAsked: said('Please answer the questions on this drill.', '请回答本次演练的反馈问题。'),
  feedbackReminder: said(
    'Your answers are still missing. Whoever does not answer is listed in the report.',
    '尚未收到您的反馈；到期未反馈的，将在评估报告中列出。',
  ),
  toRate: said('The drill is over: please rate it by the criteria.', '演练已结束，请按评估标准评定。'),
  reportOverdue: said('The evaluation report of this drill is overdue.', '本次演练的评估报告已逾期，请尽快提交。'),
  reportToAccept: said(
    'The evaluation report is before you. Accept it, or return it with remarks.',
    '演练评估报告已提交，请审定；需要修改的，请附意见退回。',
  ),
  reportReturned: said('The evaluation report was returned with remarks.', '演练评估报告已退回，请按意见修改。'),
  accepted: said('Command has accepted the evaluation report.', '指挥部已审定演练评估报告。'),
};

const none = (): Said[] => [];
const one = (command: (drill: string) => string, what: Said) => (drill: string) => [
  said(`${what.en}: ${command(drill)}`, `${what['zh-CN']}：${command(drill)}`),
];

const HOW: Record<DrillTemplate, (drill: string, realIncident: string) => Said[]> = {
  scheduled: one((id) => `muster drill show ${id}`, said('Look at it', '查看方案')),
  notBegun: (drill) => [
    ...one((id) => `muster drill start ${id}`, said('Begin', '开始'))(drill),
    ...one((id) => `muster drill call-off ${id} --reason …`, said('Call it off', '取消'))(drill),
  ],
  schemeToApprove: (drill) => [
    ...one((id) => `muster drill scheme ${id} --out scheme.docx`, said('Read it', '查看方案'))(drill),
    ...one((id) => `muster drill approve ${id}`, said('Approve', '批准'))(drill),
    ...one((id) => `muster drill return ${id} --remarks …`, said('Return', '退回'))(drill),
  ],
  schemeReturned: one((id) => `muster drill submit-scheme ${id}`, said('Hand it in again', '重新提交')),
  distributed: one((id) => `muster drill scheme ${id} --out scheme.docx`, said('The scheme', '查看方案')),
  calledOff: none,
  begins: one((id) => `muster drill show ${id}`, said('Where it stands', '查看进展')),
  inject: none,
  contingency: one((id) => `muster drill inject ${id} …`, said('Play it', '注入')),
  paused: none,
  goesOn: none,
  notADrill: (_, realIncident) => [
    said(`Look at it: muster status ${realIncident}`, `查看：muster status ${realIncident}`),
  ],
  realPauses: (_, realIncident) => [
    said(`Look at it: muster status ${realIncident}`, `查看：muster status ${realIncident}`),
  ],
  realEnds: (_, realIncident) => [
    said(`Look at it: muster status ${realIncident}`, `查看：muster status ${realIncident}`),
  ],
  standsStill: (drill) => [
    ...one((id) => `muster drill resume ${id}`, said('Let it go on', '恢复'))(drill),
    ...one((id) => `muster drill end ${id}`, said('End it', '结束'))(drill),
    ...one((id) => `muster drill stop ${id}`, said('Break it off', '中止'))(drill),
  ],
  stopped: none,
  ended: none,
  feedbackAsked: one((id) => `muster drill feedback ${id}`, said('Answer', '填写')),
  feedbackReminder: one((id) => `muster drill feedback ${id}`, said('Answer', '填写')),
  toRate: one((id) => `muster drill rate ${id} <criterion> <P|S|M|U> --reason …`, said('Rate', '评定')),
  reportOverdue: one((id) => `muster drill submit ${id} --problems … --suggestions …`, said('Hand it in', '提交')),
  reportToAccept: (drill) => [
    ...one((id) => `muster drill report ${id} --out report.docx`, said('Read it', '查看报告'))(drill),
    ...one((id) => `muster drill accept ${id}`, said('Accept', '审定'))(drill),
    ...one((id) => `muster drill return ${id} --remarks …`, said('Return', '退回'))(drill),
  ],
  reportReturned: one(
    (id) => `muster drill submit ${id} --problems … --suggestions …`,
    said('Hand it in again', '重新提交'),
  ),
  accepted: none,
};

function about(input: DrillMailInput): string[] {
  const { lang, zone, drill, scenario, plannedAt, missedAt, dueAt, storyAt, inject, quoted, realIncident } = input;
  const { taken, since, unimproved = [] } = input;
  const row = (label: Said, value: string | undefined) =>
    value === undefined ? [] : [`${label[lang]}${lang === 'en' ? ': ' : '：'}${value}`];
  const at = (instant: Instant | undefined) => (instant === undefined ? undefined : formatInstant(instant, lang, zone));
  return [
    ...(inject === undefined ? [] : ['', inject.event, '']),
    ...row(said('Incident', '事故'), realIncident),
    ...row(said('Taken by it', '参加处置人员'), taken?.join(lang === 'en' ? ', ' : '、')),
    ...row(said('Drill', '演练'), `${scenario} (${drill})`),
    ...row(said('Stands still since', '暂停时间'), at(since)),
    ...row(said('Begins', '开始时间'), at(plannedAt)),
    ...row(said('Was to begin', '原定时间'), at(missedAt)),
    ...row(said('Due', '期限'), at(dueAt)),
    ...row(said('Time in the story', '情景时间'), at(storyAt)),
    ...row(said('Inject', '注入编号'), inject?.id),
    ...row(said('How it is brought', '注入方式'), inject?.delivery),
    ...row(said('Expected', '预期行动'), inject?.expected),
    ...row(said('Judged by', '评估人'), inject?.evaluator),
    ...row(said('Contingency', '备用注入'), inject?.contingency),
    ...row(said('Words', '说明'), quoted),
    ...row(
      said('Rated M or U, without an improvement yet', '评定为M、U且尚未制定改进措施'),
      unimproved.length === 0 ? undefined : unimproved.join(lang === 'en' ? ', ' : '、'),
    ),
  ];
}
