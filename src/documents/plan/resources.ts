import { RESOURCE_CLASSES } from '../../domain/plan/compiled.js';
import type { Block, Section } from '../model.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { atHead, LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { chapter, say, section } from './parts.js';

/** Chapter 7 应急保障. What must be there in detail stands in the annex of supplies. */
export function resources(context: PlanContext): Section {
  const { narrative = {} } = context.document;
  return chapter(context, WORDS.chapter, say(context, narrative.support), [
    section(context, WORDS.survey, say(context, narrative.resourceSurvey)),
    section(context, WORDS.resources, ledger(context)),
    section(context, WORDS.allocation, allocation(context)),
    section(context, WORDS.funds, funds(context)),
    section(context, WORDS.partners, partners(context)),
  ]);
}

function ledger(context: PlanContext): Block[] {
  const { document: plan, names, t, table, list, choice } = context;
  const all = plan.resources ?? [];
  const rows = RESOURCE_CLASSES.flatMap((kind) => {
    const own = all.filter((resource) => resource.class === kind);
    if (own.length === 0) return [];
    const custodians = [...new Set(own.map(({ custodian }) => names.post(custodian)))];
    return [[atHead(t(choice(kind))), list(own.map(({ name }) => t(name))), list(custodians)]];
  });
  if (rows.length === 0) return [];
  const body = table(
    WORDS.classes,
    [
      [WORDS.class, 18],
      [WORDS.resources, 56],
      [WORDS.custodian, 26],
    ],
    rows,
  );
  const where = context.annex('supplies');
  const note = {
    'zh-CN': `应急资源分类如下，每项均有专人负责；储备要求、存放地点和检查周期见${where}。`,
    en: `The resources by class; every one has a custodian. What must be in reserve, where it is kept and how often it is inspected stands in ${where}.`,
  };
  return [...say(context, note), ...body];
}

function allocation(context: PlanContext): Block[] {
  const { document: plan, names, table, quantity: amount, lang } = context;
  const colon = lang === 'zh-CN' ? '：' : ': ';
  const rows = (plan.allocation ?? []).map(({ when, resources: given }) => [
    context.when(when),
    given
      .map(({ resource, quantity }) => [names.resource(resource), amount(quantity, resource)].join(colon))
      .join('\n'),
  ]);
  if (rows.length === 0) return [];
  const body = table(
    WORDS.allocationTable,
    [
      [LABELS.when, 45],
      [WORDS.allocated, 55],
    ],
    rows,
  );
  return [...say(context, WORDS.allocationNote), ...body];
}

function funds(context: PlanContext): Block[] {
  const { document: plan, names, t, table, money } = context;
  if (plan.funds === undefined) return [];
  const { budgets, authority } = plan.funds;
  return [
    ...table(
      WORDS.budgets,
      [
        [LABELS.name, 24],
        [WORDS.amount, 18],
        [LABELS.purpose, 38],
        [WORDS.custodian, 20],
      ],
      budgets.map(({ name, amount: sum, purpose, custodian }) => [
        t(name),
        money(sum),
        t(purpose),
        names.post(custodian),
      ]),
    ),
    ...table(
      WORDS.spending,
      [
        [WORDS.upTo, 32],
        [WORDS.approvedBy, 38],
        [LABELS.level, 30],
      ],
      authority.map(({ upTo, posts, levels }) => [
        upTo === undefined ? t(WORDS.anyAmount) : money(upTo),
        names.posts(posts),
        names.levels(levels),
      ]),
    ),
  ];
}

function partners(context: PlanContext): Block[] {
  const { document: plan, names, t, table, choice } = context;
  return table(
    WORDS.partnerTable,
    [
      [WORDS.partner, 18],
      [WORDS.kind, 12],
      [WORDS.service, 27],
      [WORDS.agreement, 29],
      [LABELS.owner, 14],
    ],
    (plan.partners ?? []).map(({ name, kind, service, agreement, reportClause, owner }) => [
      t(name),
      t(choice(kind)),
      t(service),
      [
        agreement === undefined ? NONE : t(agreement),
        ...(reportClause === undefined ? [] : [t(reportClause ? WORDS.clause : WORDS.noClause)]),
      ].join('\n'),
      names.post(owner),
    ]),
  );
}

const WORDS = {
  chapter: { 'zh-CN': '应急保障', en: 'Resources and support' },
  survey: { 'zh-CN': '应急资源调查', en: 'Survey of resources' },
  resources: { 'zh-CN': '应急资源', en: 'Resources' },
  classes: { 'zh-CN': '应急资源分类', en: 'Resources by class' },
  class: { 'zh-CN': '类别', en: 'Class' },
  custodian: { 'zh-CN': '保管责任岗位', en: 'Custodian' },
  allocation: { 'zh-CN': '资源调配', en: 'Allocation' },
  allocationNote: {
    'zh-CN': '符合下列条件的，按事故类型和规模自动调配资源。',
    en: 'By kind and scale of the incident these resources are allocated without being asked for.',
  },
  allocationTable: { 'zh-CN': '资源调配表', en: 'Allocation by kind and scale' },
  allocated: { 'zh-CN': '调配资源', en: 'Allocated' },
  funds: { 'zh-CN': '应急资金', en: 'Funds' },
  budgets: { 'zh-CN': '应急资金', en: 'Emergency funds' },
  amount: { 'zh-CN': '金额', en: 'Amount' },
  spending: { 'zh-CN': '资金审批权限', en: 'Who may approve spending' },
  upTo: { 'zh-CN': '每笔金额不超过', en: 'Up to, each' },
  anyAmount: { 'zh-CN': '不限', en: 'any amount' },
  approvedBy: { 'zh-CN': '审批岗位', en: 'Approved by' },
  partners: { 'zh-CN': '外部支援', en: 'Partners' },
  partnerTable: { 'zh-CN': '外部支援单位', en: 'External partners' },
  partner: { 'zh-CN': '单位', en: 'Partner' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  service: { 'zh-CN': '支援内容', en: 'Service' },
  agreement: { 'zh-CN': '协议', en: 'Agreement' },
  clause: { 'zh-CN': '合同约定了事故报告义务', en: 'contract obliges them to report incidents' },
  noClause: { 'zh-CN': '合同未约定事故报告义务', en: 'contract has no duty to report incidents' },
} satisfies Record<string, Bilingual>;
