import { said } from '../../lang.js';
import { parseDuration } from '../duration.js';
import { article, CYBER_REPORTING, LEGAL_LIMITS, RESPONSE_LAW } from './documents.js';
import { observeIf, rule, undecided } from './rule.js';
import type { Rule } from './rule.js';

const CONCLUDING_REPORT = '30d';

/** What the law wants besides reports in time. */
export const legalDutyRules: Rule[] = [
  rule({
    id: 'V-25',
    title: said('Contracts oblige suppliers to report incidents', '合同约定供应商报告网络安全事件'),
    basis: { ...CYBER_REPORTING, kind: 'direct' },
    about: ['partners'],
    run: ({ plan: { partners } }) =>
      partners.flatMap(({ id, kind, reportClause }, i) =>
        observeIf(
          kind === 'supplier' && reportClause !== true,
          ['partners', i],
          reportClause === false
            ? said(`the contract with "${id}" obliges it to report nothing`, `与“${id}”的合同没有约定报告义务`)
            : said(`nothing says whether "${id}" must report to us`, `没有写明“${id}”是否有报告义务`),
          said('agree on it, then write "reportClause: true"', '在合同中约定后写“reportClause: true”'),
        ),
      ),
  }),
  rule({
    id: 'V-75',
    title: said('Each law that binds the operator has its reports in the plan', '适用的每部法规都有相应的法定报送'),
    basis: { ...LEGAL_LIMITS, kind: 'derived' },
    about: ['operator'],
    run: ({ plan }) => {
      const { boundBy } = plan.operator;
      if (boundBy.length === 0) return undecided('no law of the list binds the operator', '没有适用的法规');
      const packs = (plan.packs ?? []).filter((pack) => plan.obligations?.some((known) => known.pack === pack.id));
      return boundBy.flatMap((regime, i) =>
        observeIf(
          !packs.some((pack) => pack.regimes?.includes(regime)),
          ['operator', 'boundBy', i],
          said(
            `"${regime}" binds the operator, and no obligation is of a pack for it`,
            `适用“${regime}”，但没有属于该规则包的法定报送`,
          ),
          said('add its obligations, in a pack with "regimes"', '在带“regimes”的规则包中补充相应报送'),
        ),
      );
    },
  }),
  rule({
    id: 'V-76',
    title: said(
      'The incident report is ready for the concluding report after 30 days',
      '事故报告书先于三十日处置总结报告完成',
    ),
    basis: { ...CYBER_REPORTING, kind: 'derived' },
    about: ['aftermath'],
    run: ({ plan: { aftermath, operator } }) => {
      const bound = CYBER_REPORTING.regimes?.some((law) => operator?.boundBy.includes(law)) ?? false;
      if (!bound) return undecided('the operator owes no concluding report', '无须提交处置总结报告');
      return observeIf(
        parseDuration(aftermath.report.within) > parseDuration(CONCLUDING_REPORT),
        ['aftermath', 'report', 'within'],
        said(
          `the incident report takes ${aftermath.report.within}, the authority wants a concluding one after 30 days`,
          `事故报告书期限为${aftermath.report.within}，而处置总结报告应在三十日内提交`,
        ),
        said('allow 30 days at most', '不超过三十日'),
      );
    },
  }),
  rule({
    id: 'V-77',
    title: said('Personal data gathered for the response is destroyed afterwards', '应急处置中收集的个人信息按期销毁'),
    basis: { ...RESPONSE_LAW, clause: article(85), kind: 'direct' },
    run: ({ plan }) =>
      observeIf(
        plan.aftermath?.personalData === undefined,
        ['aftermath', 'personalData'],
        said('nothing says when it is destroyed, and by whom', '没有规定销毁期限和负责人'),
        said(
          'add "personalData: { destroyAfter: 180d, owner: … }"',
          '加上“personalData: { destroyAfter: 180d, owner: … }”',
        ),
      ),
  }),
];
