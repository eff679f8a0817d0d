import { said } from '../../lang.js';
import type { ANNEX_KINDS } from '../schema/control.js';
import { annex, article, PLAN_GUIDE, PLAN_MEASURES } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';

/** Cover and annexes of the printed plan. */
export const coverRules: Rule[] = [
  rule({
    id: 'V-06',
    title: said(
      'Annexes have upward report, contacts, supplies, overview, forms',
      '附件有上报内容、联系方式、物资清单、概况、格式文本',
    ),
    basis: { ...PLAN_MEASURES, clause: article(16), kind: 'direct' },
    run: ({ plan: { obligations, sitreps, annexes, resources, narrative, templates } }) => {
      const hasAnnex = (kind: (typeof ANNEX_KINDS)[number]) => annexes?.some((known) => known.kind === kind) ?? false;
      return [
        ...observeIf(
          obligations === undefined && sitreps === undefined,
          ['obligations'],
          said('nothing says what is reported upward', '没有写明向上级报告的内容'),
          said('list the obligations with their contents, or the SITREPs', '列出法定报送及其内容，或者信息报送要求'),
        ),
        ...observeIf(
          !hasAnnex('contacts'),
          ['annexes'],
          said('there is no annex with contacts', '附件中没有联系方式'),
          said('add an annex with "kind: contacts"', '加上“kind: contacts”的附件'),
        ),
        ...observeIf(
          resources === undefined || !hasAnnex('supplies'),
          [resources === undefined ? 'resources' : 'annexes'],
          said('there is no list of supplies', '没有应急物资储备清单'),
          said('list the resources, and add an annex with "kind: supplies"', '列出资源，并加上“kind: supplies”的附件'),
        ),
        // The guide alone asks for these two, and it binds nobody.
        ...observeIf(
          narrative?.unitOverview === undefined,
          ['narrative', 'unitOverview'],
          said('there is no overview of the unit (GB/T 29639, 9.1)', '没有单位概况（GB/T 29639 9.1）'),
          said('write it under "narrative.unitOverview"', '在“narrative.unitOverview”中写明'),
          'warning',
        ),
        ...observeIf(
          !templates?.some((template) => template.kind !== 'publication'),
          ['templates'],
          said('there are no forms to fill in (GB/T 29639, 9.6)', '没有格式化文本（GB/T 29639 9.6）'),
          said('add templates with "kind: form" or "kind: filing"', '加上“kind: form”或“kind: filing”的模板'),
          'warning',
        ),
      ];
    },
  }),
  rule({
    id: 'V-07',
    title: said('The cover has its date, and the plan is more than a sample', '封面有颁布日期，且已不是样例'),
    basis: { ...PLAN_GUIDE, clause: annex('C.1'), kind: 'configured' },
    run: ({ plan: { plan } }) => [
      ...observeIf(
        plan.issued === undefined,
        ['plan', 'issued'],
        said('the cover has no date of issue', '封面没有颁布日期'),
        said('add "issued: 2026-01-31"', '加上“issued: 2026-01-31”'),
      ),
      ...observeIf(
        plan.status === 'sample',
        ['plan', 'status'],
        said('the file calls itself a sample', '文件仍标为样例'),
        said('make it your own, then write "status: draft"', '按本单位情况修改后改为“status: draft”'),
      ),
    ],
  }),
];
