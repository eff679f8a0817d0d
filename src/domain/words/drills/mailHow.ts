import type { DrillTemplate } from '../../drill/index.js';
import type { Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { DrillMailInput } from './mailInput.js';

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

/** What whoever gets a mail can do, and how. */
export const MAIL_HOW: Record<DrillTemplate, (drill: string, input: DrillMailInput) => Said[]> = {
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
