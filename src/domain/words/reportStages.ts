import type { ReportStage } from '../incident/index.js';
import type { Lang } from '../lang.js';

export const REPORT_STAGE_WORDS: Record<Lang, Record<ReportStage, string>> = {
  'zh-CN': { draft: '编写中', review: '待审核', approval: '待批准', approved: '已批准' },
  en: { draft: 'draft', review: 'to be reviewed', approval: 'to be approved', approved: 'approved' },
};
