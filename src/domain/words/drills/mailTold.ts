import type { DrillTemplate } from '../../drill/index.js';
import type { Said } from '../../lang.js';
import { said } from '../../lang.js';

/** In front of the name of the scenario, or of the form of the drill. */
export const MAIL_SUBJECTS: Record<DrillTemplate, Said> = {
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

/** What a mail begins with. */
export const MAIL_FIRST: Record<DrillTemplate, Said> = {
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
    'Something real has happened: this message is real. It has taken the people named here out of the drill. The drill stands still: do nothing more for it until you are told that it goes on. Unless you are called for the real incident, it does not need you so far.',
    '发生真实事故，本通知所述为真实情况。下列人员已退出演练参加处置，演练暂停：在收到恢复通知之前，请停止一切演练动作。未另行通知您参加真实事故处置的，请原地待命。',
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

/** Instead of it, for whoever has a part in the drill and does not play. */
export const MAIL_FIRST_ASIDE: Partial<Record<DrillTemplate, Said>> = {
  distributed: said(
    'You have a part in this drill: run, guard, judge or watch it as its scheme says. You do not act in your post, and send nothing outside.',
    '您将承担以下演练的组织、安全、评估或者观摩任务，请按演练方案执行。您不以本人应急岗位身份参加处置，不得对外发送任何信息。',
  ),
  begins: said(
    'The drill begins. Do your part in it as its scheme says; you do not act in your post.',
    '演练现在开始，请按演练方案承担您的任务，不以本人应急岗位身份参加处置。',
  ),
};
