import { inUse } from '../../../domain/plan/compile/packs.js';
import type { Block } from '../../model.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say } from '../parts.js';
import { limitWords } from '../response/obligations.js';

/** 信息报告流程: who tells whom by when, from the first word to the last filing. */
export function reportingFlow(context: PlanContext): Block[] {
  const { t, table } = context;
  const rows = [...inside(context), ...situation(context), ...filings(context)];
  const others = (context.document.obligations ?? []).some(({ pack }) => !isOurs(context, pack));
  const body = table(
    WORDS.caption,
    [
      [WORDS.step, 26],
      [WORDS.from, 22],
      [WORDS.to, 30],
      [LABELS.limit, 22],
    ],
    rows.map(([step, from, to, limit]) => [t(step), from, to, limit]),
  );
  return [...body, ...(others ? say(context, WORDS.others) : [])];
}

/** Who looks for a deadline here must not find that of somebody else. */
function isOurs({ document: plan }: PlanContext, pack: string | undefined): boolean {
  return plan.operator === undefined || inUse(plan, pack);
}

type Row = [step: Bilingual, from: string, to: string, limit: string];

function inside({ document: plan, names, t, span, list }: PlanContext): Row[] {
  const { verification, notification, mobilisation } = plan;
  const { onTimeout } = verification;
  const teams = list([...new Set(mobilisation.map(({ team }) => names.team(team)))]);
  const late: Row[] =
    onTimeout?.escalateTo === undefined
      ? []
      : [
          [
            WORDS.late,
            t(WORDS.muster),
            names.posts(onTimeout.escalateTo),
            list((verification.timeBox ?? []).map(({ within }) => span(within))),
          ],
        ];
  return [
    [WORDS.report, t(WORDS.anybody), names.posts(verification.posts), t(WORDS.atOnce)],
    [
      WORDS.silence,
      t(WORDS.muster),
      names.posts(notification.alert.escalateTo),
      span(notification.alert.escalateAfter),
    ],
    ...late,
    [WORDS.call, t(WORDS.muster), teams, t(WORDS.onActivation)],
  ];
}

function situation({ document: { sitreps }, names, every: each, list }: PlanContext): Row[] {
  if (sitreps === undefined) return [];
  return sitreps.cadence.map(({ levels, every, to, partners = [] }): Row => [
    { 'zh-CN': `信息报送（${names.levels(levels)}）`, en: `Situation report (${names.levels(levels)})` },
    names.post(sitreps.drafter),
    list([...to.map(names.post), ...partners.map(names.partner)]),
    each(every),
  ]);
}

function filings(context: PlanContext): Row[] {
  const { document: plan, names, t } = context;
  return (plan.obligations ?? [])
    .filter(({ theirs, pack }) => theirs !== true && isOurs(context, pack))
    .map((obligation): Row => [
      {
        'zh-CN': `${names.obligation(obligation.id)}　${t(obligation.title)}`,
        en: `${names.obligation(obligation.id)}  ${t(obligation.title)}`,
      },
      names.post(obligation.owner),
      t(obligation.addressee),
      limitWords(context, obligation),
    ]);
}

const WORDS = {
  caption: { 'zh-CN': '信息报告流程', en: 'Who tells whom by when' },
  step: { 'zh-CN': '环节', en: 'Step' },
  from: { 'zh-CN': '报告方', en: 'From' },
  to: { 'zh-CN': '接收方', en: 'To' },
  report: { 'zh-CN': '事故报告', en: 'Report' },
  anybody: { 'zh-CN': '发现人', en: 'whoever finds it' },
  atOnce: { 'zh-CN': '立即', en: 'at once' },
  silence: { 'zh-CN': '接报后无人响应', en: 'Nobody answers the report' },
  late: { 'zh-CN': '逾期未核实', en: 'Nobody has verified it in time' },
  muster: { 'zh-CN': '系统自动', en: 'the system' },
  call: { 'zh-CN': '动员', en: 'Mobilisation' },
  others: {
    'zh-CN': '本表只列对本单位适用的法定报送；其余见第4章“法定报送”。',
    en: 'Only the filings that bind the organisation stand here; chapter 4 has the others.',
  },
  onActivation: { 'zh-CN': '启动响应时立即', en: 'at once on activation' },
} satisfies Record<string, Bilingual>;
