import { parseDuration } from '../../domain/plan/duration.js';
import type { Block } from '../model.js';
import { flowChart } from '../pictures/flowChart.js';
import type { Branch, FlowRow } from '../pictures/flowChart.js';
import type { PlanContext } from './context.js';
import type { Bilingual } from './labels.js';

/** The course of a response as this plan lays it down, from its own posts and times. */
export function processFlow(context: PlanContext): Block {
  const { t } = context;
  const rows = [reported(context), verified(context), activated(context), mobilised(context), ...worked(context)];
  const responding = rows.length - 1;
  const all = [...rows, ended(context), ...watched(context, responding), ...followed(context)];
  const description = all
    .map(({ notes }) => notes.map(({ title, lines }) => [title, ...lines].join(' ')).join(', '))
    .join('; ');
  const flow = { id: 'process-flow', title: t(WORDS.caption), description: `${description}.`, rows: all };
  return { kind: 'figure', figure: { caption: t(WORDS.caption), ...flowChart(flow) } };
}

function reported({ document: { verification }, names, t }: PlanContext): FlowRow {
  const line = t({
    'zh-CN': `即时告知${names.posts(verification.posts)}`,
    en: `goes at once to: ${names.posts(verification.posts)}`,
  });
  return { kind: 'step', notes: [{ title: t(WORDS.report), lines: [line] }], fill: '#ffffff' };
}

function verified({ document: { verification }, names, span, t, list }: PlanContext): FlowRow {
  const { standby, timeBox, onTimeout } = verification;
  const times = (timeBox ?? []).map(({ within }) => within).toSorted((a, b) => parseDuration(a) - parseDuration(b));
  const [shortest, longest] = [times[0], times.at(-1)];
  const lines =
    shortest === undefined || longest === undefined
      ? []
      : shortest === longest
        ? [t({ 'zh-CN': `接报后${span(shortest)}内`, en: `within ${span(shortest)} of the report` })]
        : [
            t({
              'zh-CN': `接报后${span(shortest)}至${span(longest)}内`,
              en: `within ${span(shortest)} to ${span(longest)}`,
            }),
          ];
  const right: Branch =
    standby === undefined
      ? { on: t(WORDS.no), title: t(WORDS.rejected), lines: [], ends: true }
      : {
          on: t(WORDS.unclear),
          title: t(WORDS.standby),
          lines: [
            list(standby.teams.map(names.team)),
            t({
              'zh-CN': `${span(standby.reverifyAfter)}内再次核实`,
              en: `decided again within ${span(standby.reverifyAfter)}`,
            }),
          ],
          backTo: 1,
        };
  const left: Branch | undefined =
    standby === undefined
      ? undefined
      : { on: t(WORDS.no), title: t(WORDS.rejected), lines: [t(WORDS.recorded)], ends: true };
  return {
    kind: 'decision',
    notes: [{ title: t(WORDS.verify), lines }],
    on: t(onTimeout?.do === 'treatAsReal' ? WORDS.yesOrLate : WORDS.yes),
    right,
    ...(left === undefined ? {} : { left }),
  };
}

function activated({ document: plan, t, names }: PlanContext): FlowRow {
  const lines = plan.levels.map(({ name, decidedBy }) =>
    t({ 'zh-CN': `${t(name)}：${names.posts(decidedBy)}`, en: `${t(name)}: ${names.posts(decidedBy)}` }),
  );
  return { kind: 'step', notes: [{ title: t(WORDS.activate), lines }] };
}

function mobilised({ document: plan, names, t, list }: PlanContext): FlowRow {
  const teams = [...new Set(plan.mobilisation.map(({ team }) => team))];
  return {
    kind: 'step',
    notes: [{ title: t(WORDS.mobilise), lines: [list(teams.map(names.team))] }],
    right: { on: t(WORDS.silent), title: t(WORDS.escalate), lines: [t(WORDS.escalateHow)], backTo: 3 },
  };
}

/** What goes on at the same time while the response lasts. */
function worked({ document: plan, t, names }: PlanContext): FlowRow[] {
  const notes = [
    { title: t(WORDS.handle), lines: [t(WORDS.handleHow)] },
    ...(plan.sitreps === undefined ? [] : [{ title: t(WORDS.sitreps), lines: [names.post(plan.sitreps.drafter)] }]),
    ...(plan.obligations === undefined ? [] : [{ title: t(WORDS.obligations), lines: [t(WORDS.obligationsHow)] }]),
    ...(plan.aftermath?.publication === undefined
      ? []
      : [{ title: t(WORDS.publish), lines: [names.post(plan.aftermath.publication.drafter)] }]),
    { title: t(WORDS.regrade), lines: [t(WORDS.regradeHow)] },
  ];
  return [{ kind: 'parallel', notes }];
}

function ended({ document: { termination }, t, names }: PlanContext): FlowRow {
  const { secondSignature } = termination;
  const lines =
    secondSignature.length === 0
      ? []
      : [
          t({
            'zh-CN': `${names.levels(secondSignature)}由两人签署`,
            en: `two signatures at: ${names.levels(secondSignature)}`,
          }),
        ];
  return {
    kind: 'decision',
    notes: [{ title: t(WORDS.end), lines }],
    on: t(WORDS.yes),
    left: { on: t(WORDS.no), title: t(WORDS.goOn), lines: [], backTo: 4 },
  };
}

function watched({ document: { termination }, t }: PlanContext, responding: number): FlowRow[] {
  if (termination.watch === undefined) return [{ kind: 'step', notes: [{ title: t(WORDS.ended), lines: [] }] }];
  return [
    {
      kind: 'step',
      notes: [{ title: t(WORDS.watch), lines: [] }],
      right: { on: t(WORDS.again), title: t(WORDS.reopen), lines: [], backTo: responding },
    },
  ];
}

function followed({ document: { aftermath, control }, t }: PlanContext): FlowRow[] {
  const steps = aftermath === undefined ? [] : [WORDS.analysis, WORDS.incidentReport, WORDS.lessons, WORDS.summary];
  const plan = aftermath?.improvements ?? control;
  const notes = [
    { title: t(WORDS.aftermath), lines: steps.map((step) => t(step)) },
    ...(plan === undefined ? [] : [{ title: t(WORDS.improve), lines: [t(WORDS.improveHow)] }]),
  ];
  return notes.map((note) => ({ kind: 'step', notes: [note], fill: '#eaf3e6' }));
}

const WORDS = {
  caption: { 'zh-CN': '应急处置流程图', en: 'Course of a response' },
  report: { 'zh-CN': '事故报告', en: 'Report' },
  verify: { 'zh-CN': '核实、定级', en: 'Is it an incident, how bad is it?' },
  yes: { 'zh-CN': '是', en: 'yes' },
  yesOrLate: { 'zh-CN': '属实，或者逾期未决', en: 'yes, or nobody decided in time' },
  no: { 'zh-CN': '否', en: 'no' },
  unclear: { 'zh-CN': '不明', en: 'unclear' },
  rejected: { 'zh-CN': '不是事故', en: 'No incident' },
  recorded: { 'zh-CN': '说明理由并记录', en: 'recorded with a reason' },
  standby: { 'zh-CN': '预警启动', en: 'Standby' },
  activate: { 'zh-CN': '启动响应', en: 'Activation' },
  mobilise: { 'zh-CN': '人员动员', en: 'Mobilisation' },
  silent: { 'zh-CN': '未确认', en: 'silence' },
  escalate: { 'zh-CN': '催办、升级、替补', en: 'Reminder, escalation' },
  escalateHow: { 'zh-CN': '直至人员到位', en: 'until enough have come' },
  handle: { 'zh-CN': '排查修复与警戒', en: 'Repair and cordon' },
  handleHow: { 'zh-CN': '各组按任务表', en: 'each team by its tasks' },
  sitreps: { 'zh-CN': '信息报送', en: 'Situation reports' },
  obligations: { 'zh-CN': '法定报送', en: 'Legal filings' },
  obligationsHow: { 'zh-CN': '在时限内', en: 'within their limits' },
  publish: { 'zh-CN': '信息发布', en: 'Publication' },
  regrade: { 'zh-CN': '级别调整', en: 'Change of level' },
  regradeHow: { 'zh-CN': '情况变化时', en: 'when things change' },
  end: { 'zh-CN': '终止条件是否满足', en: 'Criteria for the end met?' },
  goOn: { 'zh-CN': '继续处置', en: 'Go on' },
  ended: { 'zh-CN': '应急终止', en: 'End of the response' },
  watch: { 'zh-CN': '应急终止，进入观察期', en: 'End of the response; watch' },
  again: { 'zh-CN': '复发', en: 'recurs' },
  reopen: { 'zh-CN': '恢复响应', en: 'Reopened' },
  aftermath: { 'zh-CN': '后期处置', en: 'Aftermath' },
  analysis: { 'zh-CN': '原因分析', en: 'analysis of the cause' },
  incidentReport: { 'zh-CN': '事故报告书', en: 'incident report' },
  lessons: { 'zh-CN': '经验教训', en: 'lessons' },
  summary: { 'zh-CN': '总结评估', en: 'summary evaluation' },
  improve: { 'zh-CN': '改进与修订预案', en: 'Improvement of the plan' },
  improveHow: { 'zh-CN': '以演练检验', en: 'proven by a drill' },
} satisfies Record<string, Bilingual>;
