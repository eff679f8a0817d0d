import { inUse } from '../../domain/plan/compile/packs.js';
import type { Block, Section } from '../model.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { chapter, listed, listedTexts, say, section } from './parts.js';
import { REGIME_WORDS } from './regimes.js';
import { citation } from './sources.js';

/** Chapter 1 总则. */
export function general(context: PlanContext): Section {
  const { document: plan } = context;
  const { narrative = {} } = plan;
  return chapter(
    context,
    WORDS.chapter,
    [],
    [
      section(context, WORDS.purpose, say(context, plan.purpose)),
      section(context, WORDS.basis, basis(context)),
      section(context, WORDS.scope, [...say(context, plan.scope), ...categories(context)]),
      section(
        context,
        WORDS.principles,
        listedTexts(
          context,
          WORDS.principlesLead,
          plan.principles?.map(({ text }) => text),
        ),
      ),
      section(context, WORDS.system, say(context, narrative.planSystem)),
      section(context, WORDS.unit, [...say(context, plan.operator?.description, narrative.unitOverview)]),
      section(context, WORDS.risk, [...say(context, narrative.riskAssessment), ...risks(context)]),
    ],
  );
}

function basis(context: PlanContext): Block[] {
  const { document: plan, t } = context;
  const bound = plan.operator?.boundBy;
  const laws = plan.sources.filter(({ kind }) => kind === 'law' || kind === 'regulation');
  const elsewhere = laws.length > 0 && (plan.annexes ?? []).some((annex) => annex.kind === 'norms');
  const cited = elsewhere ? laws : plan.sources;
  const idle = idleSources(plan);
  const cite = (source: (typeof cited)[number]): string => citation(context, source);
  return [
    ...listed(context, WORDS.basisLead, cited.filter(({ id }) => !idle.has(id)).map(cite)),
    ...listed(context, WORDS.idleLead, cited.filter(({ id }) => idle.has(id)).map(cite)),
    ...(elsewhere
      ? say(context, {
          'zh-CN': `相关标准、指南和本单位文件见${context.annex('norms')}。`,
          en: `Standards, guidance and documents of the organisation itself stand in ${context.annex('norms')}.`,
        })
      : []),
    ...(bound === undefined || bound.length === 0
      ? []
      : listed(
          context,
          WORDS.bound,
          bound.map((regime) => t(REGIME_WORDS[regime])),
        )),
    ...(bound?.length === 0 ? say(context, WORDS.unbound) : []),
  ];
}

/** What nothing but packs refer to that bind somebody else. */
function idleSources(plan: PlanContext['document']): ReadonlySet<string> {
  if (plan.operator === undefined) return new Set();
  const used = (pack: { id: string }): boolean => inUse(plan, pack.id);
  const packs = plan.packs ?? [];
  const sources = packs.map(({ source }) => source).filter((source) => source !== undefined);
  return new Set(sources.filter((source) => !packs.some((pack) => pack.source === source && used(pack))));
}

function categories({ document: plan, table, t }: PlanContext): Block[] {
  const rows = plan.categories.map(({ name, description, class: kindOf }) => [
    t(name),
    t(description),
    kindOf === undefined ? NONE : t(kindOf),
  ]);
  return table(
    WORDS.categories,
    [
      [LABELS.category, 22],
      [LABELS.description, 56],
      [WORDS.class, 22],
    ],
    rows,
  );
}

function risks({ document: plan, table, t }: PlanContext): Block[] {
  const rows = plan.categories.flatMap(({ name, risk }) => (risk === undefined ? [] : [[t(name), t(risk)]]));
  return table(
    WORDS.risks,
    [
      [LABELS.category, 22],
      [WORDS.riskOf, 78],
    ],
    rows,
  );
}

const WORDS = {
  chapter: { 'zh-CN': '总则', en: 'General provisions' },
  purpose: { 'zh-CN': '编制目的', en: 'Purpose' },
  basis: { 'zh-CN': '编制依据', en: 'Basis' },
  basisLead: { 'zh-CN': '本预案依据下列文件编制：', en: 'This plan is based on:' },
  idleLead: {
    'zh-CN': '下列文件目前对本单位无约束力，情况变化时依其执行：',
    en: 'These do not bind the organisation at present and count once they do:',
  },
  bound: {
    'zh-CN': '本单位属于下列情形，与之对应的定级标准和报送义务适用：',
    en: 'The organisation belongs to these, and the criteria and obligations that bind them apply:',
  },
  unbound: {
    'zh-CN': '本单位未声明受特定法定制度约束，有关法定要求作为参照执行。',
    en: 'The organisation states that none of the legal regimes which this plan knows binds it; their requirements serve as guidance.',
  },
  scope: { 'zh-CN': '适用范围', en: 'Scope' },
  categories: { 'zh-CN': '事故类别', en: 'Categories of incidents' },
  class: { 'zh-CN': '国家标准分类', en: 'Class by national standard' },
  principles: { 'zh-CN': '工作原则', en: 'Principles' },
  principlesLead: { 'zh-CN': '应急工作遵循下列原则：', en: 'The response follows these principles:' },
  system: { 'zh-CN': '预案体系', en: 'Place among other plans' },
  unit: { 'zh-CN': '单位概况', en: 'The organisation' },
  risk: { 'zh-CN': '风险分析', en: 'Risks' },
  risks: { 'zh-CN': '各类事故的风险', en: 'Risks by category' },
  riskOf: { 'zh-CN': '成因与后果', en: 'How it comes about and what it does' },
} satisfies Record<string, Bilingual>;
