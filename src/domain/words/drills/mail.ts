import type { DrillTemplate, WhyMissed } from '../../drill/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Instant } from '../../time.js';
import { oneLine, shorten } from '../text.js';
import { formatInstant } from '../time.js';
import type { Zone } from '../time.js';
import { whyMissedWords } from './labels.js';

export interface DrillMailInput {
  template: DrillTemplate;
  lang: Lang;
  zone: Zone;
  drill: string;
  organisation: string;
  /** What the plan calls its scenario. */
  scenario: string;
  incidentId: string;
  /** Their names. */
  controllers: string[];
  plannedAt?: Instant;
  /** When it was to be held, where that time was missed. */
  missedAt?: Instant;
  whyMissed?: WhyMissed;
  /** Of the plan: of the scheme, and as it is played. */
  versions?: { scheme: number; played: number };
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
  /** Of the plan, to be answered. */
  questions?: { texts: string[]; anonymous: boolean };
  /** Where this person fills in the sheet. */
  feedbackUrl?: string;
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
  /** Players do not know of it yet. */
  unannounced?: true;
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
    ...HOW[template](drill, input).map((line) => line[lang]),
    '',
    organisation,
  ];
  return { subject, text: lines.join('\n') };
}

const BANNER = said('This is a drill. Nothing in it is real.', '这是一次演练，内容均为虚构。');

const SUBJECTS: Record<DrillTemplate, Said> = {
  scheduled: said('On the programme: ', '年度演练计划：'),
  notBegun: said('Not begun in time: ', '演练未按时开始：'),
  replanned: said('Held at another time: ', '演练改期：'),
  planChanged: said('The plan has changed: ', '预案已更新：'),
  schemeReminder: said('Scheme still to be handed in: ', '演练方案尚未提交：'),
  approvalReminder: said('Scheme still to approve: ', '演练方案仍待批准：'),
  dateReminder: said('Still without a date: ', '演练尚未确定时间：'),
  acceptanceReminder: said('Report still with you: ', '演练评估报告仍待审定：'),
  schemeToApprove: said('Scheme to approve: ', '演练方案待批准：'),
  schemeReturned: said('Scheme returned: ', '演练方案被退回：'),
  distributed: said('You take part in: ', '参演通知：'),
  schemeChanged: said('The scheme is being changed: ', '演练方案正在修改：'),
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
  replanned: said(
    'This drill was not held at its time, and is held at another one. Please be there.',
    '以下演练未在原定时间举行，现改期，请按时参加。',
  ),
  planChanged: said(
    'The plan has changed since the scheme of this drill was drafted. It is played by the version in force now, and the report says so.',
    '演练方案拟定后预案已更新。本次演练按现行版本进行，评估报告将注明。',
  ),
  schemeReminder: said(
    'The scheme of this drill has not been handed in yet. Hand it in, or call the drill off.',
    '以下演练的方案尚未提交审批。请提交，或者取消演练。',
  ),
  approvalReminder: said(
    'The scheme of this drill still waits for your approval. Approve it, or return it with remarks; nothing goes on until then.',
    '以下演练方案仍待您审批，在此之前演练无法进行。请批准，或者附意见退回。',
  ),
  dateReminder: said(
    'The scheme of this drill is approved, and it has no date. Begin it, or call it off.',
    '以下演练方案已批准，但没有开始时间。请开始演练，或者取消。',
  ),
  acceptanceReminder: said(
    'The evaluation report of this drill is still before you. Accept it, or return it with remarks.',
    '以下演练的评估报告仍待您审定。请审定，或者附意见退回。',
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
  schemeChanged: said(
    'The scheme that you were given is being changed and has to be approved anew. What it says holds no more: wait for the next one.',
    '此前发放的演练方案正在修改，须重新批准，原方案不再有效。请等待新的方案。',
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

const toBegin = (drill: string): Said[] => [
  ...one((id) => `muster drill start ${id}`, said('Begin', '开始'))(drill),
  ...one((id) => `muster drill call-off ${id} --reason …`, said('Call it off', '取消'))(drill),
];

const toApprove = (drill: string): Said[] => [
  ...one(
    (id) => `muster drill scheme ${id} --copy controllers --out scheme.docx`,
    said('Read it, with the injects', '查看方案（含情景事件清单）'),
  )(drill),
  ...one((id) => `muster drill approve ${id}`, said('Approve', '批准'))(drill),
  ...one((id) => `muster drill return ${id} --remarks …`, said('Return', '退回'))(drill),
];

const toAccept = (drill: string): Said[] => [
  ...one((id) => `muster drill report ${id} --out report.docx`, said('Read it', '查看报告'))(drill),
  ...one((id) => `muster drill accept ${id}`, said('Accept', '审定'))(drill),
  ...one((id) => `muster drill return ${id} --remarks …`, said('Return', '退回'))(drill),
];

const toAnswer = (drill: string, { feedbackUrl }: DrillMailInput): Said[] => [
  ...(feedbackUrl === undefined ? [] : [said(`Answer here: ${feedbackUrl}`, `点击填写：${feedbackUrl}`)]),
  ...one(
    (id) => `muster drill feedback ${id} --answer 1="…" --answer 2="…"`,
    said('Or with your token', '或者用本人的令牌填写'),
  )(drill),
  ...one((id) => `muster drill questionnaire ${id} --out questionnaire.docx`, said('On paper', '纸面填写'))(drill),
  said('A sheet on paper goes to the director, who enters it.', '纸面填写的交演练总指挥，由其代为录入。'),
];

/** A report by the usual way would open a real incident, and take the people out of the drill. */
function reporting(_: string, { incidentId, controllers }: DrillMailInput): Said[] {
  const [en, zh] = [controllers.join(', '), controllers.join('、')];
  return [
    said('How to report in this drill:', '演练中如何报告：'),
    said(
      `- What is found out or done: muster fact ${incidentId} --source "…" --confidence confirmed --statement "…"`,
      `- 情况和进展：muster fact ${incidentId} --source "…" --confidence confirmed --statement "…"`,
    ),
    said(`- How it stands: muster status ${incidentId}`, `- 查看进展：muster status ${incidentId}`),
    ...(controllers.length === 0
      ? []
      : [
          said(
            `- By word of mouth or telephone, and everything for outside: to the controllers (${en}), who receive it for the duty, authorities and the public.`,
            `- 口头和电话报告、一切对外报告：报控制人员（${zh}），由其代值班、主管部门和公众接收。`,
          ),
        ]),
    said(
      'The real channel (muster report, the duty telephone) is for real things only: say "this is real" first. What belongs to the drill is never reported there.',
      '真实报告渠道（muster report、值班电话）只报真实情况，先说“真实情况”再报告；演练内容一律不得经真实渠道报告。',
    ),
  ];
}

function real(_: string, { realIncident = '' }: DrillMailInput): Said[] {
  return [said(`Look at it: muster status ${realIncident}`, `查看：muster status ${realIncident}`)];
}

const HOW: Record<DrillTemplate, (drill: string, input: DrillMailInput) => Said[]> = {
  scheduled: one((id) => `muster drill show ${id}`, said('Look at it', '查看方案')),
  notBegun: toBegin,
  replanned: one((id) => `muster drill scheme ${id} --out scheme.docx`, said('The scheme', '查看方案')),
  planChanged: one((id) => `muster drill show ${id}`, said('Look at it', '查看演练')),
  schemeReminder: (drill) => [
    ...one((id) => `muster drill submit-scheme ${id}`, said('Hand it in', '提交'))(drill),
    ...one((id) => `muster drill call-off ${id} --reason …`, said('Call it off', '取消'))(drill),
  ],
  approvalReminder: toApprove,
  dateReminder: toBegin,
  acceptanceReminder: toAccept,
  schemeToApprove: toApprove,
  schemeReturned: (drill) => [
    ...one(
      (id) => `muster drill revise ${id} --at 14d --player …`,
      said('Change people, time or pace', '修改人员、时间、速度'),
    )(drill),
    ...one((id) => `muster drill submit-scheme ${id}`, said('Hand it in again', '重新提交'))(drill),
  ],
  distributed: one((id) => `muster drill scheme ${id} --out scheme.docx`, said('The scheme', '查看方案')),
  schemeChanged: none,
  calledOff: none,
  begins: reporting,
  inject: reporting,
  contingency: one((id) => `muster drill inject ${id} …`, said('Play it', '注入')),
  paused: none,
  goesOn: none,
  notADrill: real,
  realPauses: real,
  realEnds: real,
  standsStill: (drill) => [
    ...one((id) => `muster drill resume ${id}`, said('Let it go on', '恢复'))(drill),
    ...one((id) => `muster drill end ${id}`, said('End it', '结束'))(drill),
    ...one((id) => `muster drill stop ${id}`, said('Break it off', '中止'))(drill),
  ],
  stopped: none,
  ended: none,
  feedbackAsked: toAnswer,
  feedbackReminder: toAnswer,
  toRate: one(
    (id) => `muster drill rate ${id} E-… S --reason …`,
    said('Rate each with P, S, M or U', '逐项评定（P、S、M、U）'),
  ),
  reportOverdue: one((id) => `muster drill submit ${id} --problems … --suggestions …`, said('Hand it in', '提交')),
  reportToAccept: toAccept,
  reportReturned: one(
    (id) => `muster drill submit ${id} --problems … --suggestions …`,
    said('Hand it in again', '重新提交'),
  ),
  accepted: none,
};

/** Those that come before it begins. */
const BEFORE: readonly DrillTemplate[] = ['scheduled', 'schemeToApprove', 'distributed', 'schemeChanged', 'replanned'];
const NOT_ANNOUNCED = said(
  'It is not announced: players hear of it when it begins. Keep it to yourself.',
  '本次演练不预先通知参演人员，请勿对外透露。',
);

function about(input: DrillMailInput): string[] {
  const { lang, zone, drill, scenario, plannedAt, missedAt, whyMissed, dueAt, storyAt, inject, quoted } = input;
  const { realIncident, versions, taken, since, unimproved = [] } = input;
  const row = (label: Said, value: string | undefined) =>
    value === undefined ? [] : [`${label[lang]}${lang === 'en' ? ': ' : '：'}${value}`];
  const at = (instant: Instant | undefined) => (instant === undefined ? undefined : formatInstant(instant, lang, zone));
  return [
    ...(inject === undefined ? [] : ['', inject.event, '']),
    ...row(said('Incident', '事故'), realIncident),
    ...row(said('Taken by it', '参加处置人员'), taken?.join(lang === 'en' ? ', ' : '、')),
    ...row(said('Drill', '演练'), `${scenario} (${drill})`),
    ...row(said('Stands still since', '暂停时间'), at(since)),
    ...row(said('Begins', '开始时间'), at(input.template === 'schemeChanged' ? undefined : plannedAt)),
    ...(input.unannounced && BEFORE.includes(input.template) ? [NOT_ANNOUNCED[lang]] : []),
    ...row(said('Was to begin', '原定时间'), at(missedAt)),
    ...row(said('Why', '改期原因'), whyMissed && whyMissedWords(whyMissed)[lang]),
    ...row(said('Version of the scheme', '方案依据版本'), versions && String(versions.scheme)),
    ...row(said('Version that is played', '演练所用版本'), versions && String(versions.played)),
    ...row(said('Due', '期限'), at(dueAt)),
    ...row(said('Time in the story', '情景时间'), at(storyAt)),
    ...row(said('Inject', '注入编号'), inject?.id),
    ...row(said('How it is brought', '注入方式'), inject?.delivery),
    ...row(said('Expected', '预期行动'), inject?.expected),
    ...row(said('Judged by', '评估人'), inject?.evaluator),
    ...row(said('Contingency', '备用注入'), inject?.contingency),
    ...row(said('Words', '说明'), quoted),
    ...questionLines(input),
    ...row(
      said('Rated M or U, without an improvement yet', '评定为M、U且尚未制定改进措施'),
      unimproved.length === 0 ? undefined : unimproved.join(lang === 'en' ? ', ' : '、'),
    ),
  ];
}

function questionLines({ questions, lang }: DrillMailInput): string[] {
  if (questions === undefined) return [];
  const { texts, anonymous } = questions;
  const lead = anonymous
    ? said(
        'Questions (it is noted that you have answered, and not what you said):',
        '反馈问题（匿名：只登记是否已反馈，不登记谁写了什么）：',
      )
    : said('Questions:', '反馈问题：');
  return ['', lead[lang], ...texts.map((text, i) => `${i + 1}. ${text}`)];
}
