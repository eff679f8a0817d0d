import type { Lang } from '../lang.js';
import type { PlanStatus } from '../plan/lifecycle/index.js';

const NAMES: Record<Lang, Record<PlanStatus, string>> = {
  'zh-CN': {
    draft: '草案',
    inReview: '评审中',
    approved: '已批准',
    effective: '生效中',
    superseded: '已被取代',
    withdrawn: '已撤回',
  },
  en: {
    draft: 'draft',
    inReview: 'in review',
    approved: 'approved',
    effective: 'effective',
    superseded: 'superseded',
    withdrawn: 'withdrawn',
  },
};

const UNAPPROVED: Record<Lang, string> = { 'zh-CN': '样例，未经批准', en: 'sample, not approved' };

export function planStatusWords(status: PlanStatus, lang: Lang): string {
  return NAMES[lang][status];
}

/** What the sample of the first start is marked with. */
export function unapprovedWords(lang: Lang): string {
  return UNAPPROVED[lang];
}
