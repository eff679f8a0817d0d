import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { Path } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { article, PLAN_GUIDE, PLAN_MEASURES } from './documents.js';
import { observe, observeIf, rule, undecided } from './rule.js';
import type { Rule } from './rule.js';

/** What a formal plan consists of. Scope, organisation and levels are not asked for: no plan can be read without them. */
interface Element {
  name: Said;
  path: Path;
  isThere(plan: PlanDocument): boolean;
}

const reception = prose('informationReception', said('how information is received', '信息接报'));
const earlyWarning = prose('earlyWarning', said('early warning', '预警'));
const planSystem = prose('planSystem', said('the system of plans', '应急预案体系'));
const cautions = prose('cautions', said('cautions', '注意事项'));
const support: Element = {
  name: said('support: people, supplies, funds', '应急保障措施'),
  path: ['resources'],
  isThere: (plan) => plan.resources !== undefined || plan.narrative?.support !== undefined,
};
const measures: Element = {
  name: said('the measures of the response, as tasks', '应急处置措施（任务）'),
  path: ['tasks'],
  isThere: (plan) => plan.tasks !== undefined,
};
const aftermath: Element = {
  name: said('what follows the end', '后期处置'),
  path: ['aftermath'],
  isThere: (plan) => plan.aftermath !== undefined,
};
const start: Element = {
  name: said('when each level is started', '响应启动条件'),
  path: ['levels'],
  isThere: (plan) => plan.levels.every((level) => level.start !== undefined),
};
const management: Element = {
  name: said('how the plan is reviewed, approved and kept', '应急预案管理'),
  path: ['control'],
  isThere: (plan) => plan.control !== undefined,
};
const risks: Element = {
  name: said('a description of the risks', '事故风险描述'),
  path: ['narrative', 'riskAssessment'],
  isThere: ({ narrative, categories }) =>
    narrative?.riskAssessment !== undefined || categories.every((category) => category.risk !== undefined),
};

export const contentRules: Rule[] = [
  rule({
    id: 'V-01',
    title: said('The plan says of which kind it is', '写明预案类型'),
    basis: { ...PLAN_MEASURES, clause: article(6), kind: 'direct' },
    run: ({ plan }) =>
      observeIf(
        plan.plan.kind === undefined,
        ['plan', 'kind'],
        said('the plan does not say of which kind it is', '没有写明是综合应急预案、专项应急预案还是现场处置方案'),
        said(
          'add "kind: comprehensive", "special" or "on-site"',
          '加上“kind: comprehensive”（综合）、“special”（专项）或“on-site”（现场）',
        ),
      ),
  }),
  elementsOf('comprehensive', {
    id: 'V-02',
    title: said('A comprehensive plan has the five elements', '综合应急预案五大要素齐全'),
    basis: { ...PLAN_GUIDE, clause: said('ch. 6', '第6章'), kind: 'direct' },
    elements: [reception, earlyWarning, measures, aftermath, support],
  }),
  elementsOf('comprehensive', {
    id: 'V-03',
    title: said('A comprehensive plan has the seven items', '综合应急预案规定的七项内容齐全'),
    basis: { ...PLAN_MEASURES, clause: article(13), kind: 'direct' },
    elements: [planSystem, risks, earlyWarning, reception, measures, support, management],
  }),
  elementsOf('special', {
    id: 'V-04',
    title: said('A special plan says how it starts and what is done', '专项应急预案写明响应启动和处置措施'),
    basis: { ...PLAN_MEASURES, clause: article(14), kind: 'direct' },
    elements: [start, measures],
  }),
  elementsOf('on-site', {
    id: 'V-05',
    title: said('An on-site plan has risks, measures and cautions', '现场处置方案写明风险、措施和注意事项'),
    basis: { ...PLAN_MEASURES, clause: article(15), kind: 'direct' },
    elements: [risks, measures, cautions],
  }),
];

function prose(key: keyof NonNullable<PlanDocument['narrative']>, name: Said): Element {
  return { name, path: ['narrative', key], isThere: (plan) => plan.narrative?.[key] !== undefined };
}

function elementsOf(
  kind: NonNullable<PlanDocument['plan']['kind']>,
  { elements, ...written }: Pick<Rule, 'id' | 'title' | 'basis'> & { elements: Element[] },
): Rule {
  return rule({
    ...written,
    run: ({ plan }) => {
      if (plan.plan.kind === undefined)
        return undecided('the plan does not say of which kind it is', '预案没有写明类型');
      if (plan.plan.kind !== kind) return undecided('the plan is of another kind', '不是这一类预案');
      return elements
        .filter((element) => !element.isThere(plan))
        .map(({ name, path }) =>
          observe(
            path,
            said(`the plan lacks ${name.en}`, `缺少${name['zh-CN']}`),
            said(`write it under "${path.join('.')}"`, `在“${path.join('.')}”中写明`),
          ),
        );
    },
  });
}
