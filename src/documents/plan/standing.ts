import type { PlanDocument } from '../../domain/plan/schema.js';
import type { PlanDocumentInput, PlanStanding } from './input.js';
import type { Bilingual } from './labels.js';

type Standing = PlanStanding | PlanDocument['plan']['status'];

/**
 * Muster's own record counts; what the file says of itself only where there is none, and where a version is in effect that
 * nobody approved, as the sample is after the first start.
 */
export function standingOf({ document, lifecycle }: PlanDocumentInput): Standing {
  const { status } = document.plan;
  if (lifecycle === undefined) return status;
  const unapproved = lifecycle.standing === 'effective' && lifecycle.approval === undefined && status !== 'approved';
  return unapproved ? status : lifecycle.standing;
}

export const STANDING_WORDS: Record<Standing, Bilingual> = {
  sample: { 'zh-CN': '样本', en: 'sample' },
  draft: { 'zh-CN': '草案', en: 'draft' },
  inReview: { 'zh-CN': '评审中', en: 'in review' },
  approved: { 'zh-CN': '已批准', en: 'approved' },
  effective: { 'zh-CN': '现行有效', en: 'in effect' },
  superseded: { 'zh-CN': '已被新版本替代', en: 'superseded' },
  withdrawn: { 'zh-CN': '已废止', en: 'withdrawn' },
};

/** On every page of what nobody may follow; nothing on a plan that is approved or in effect. */
export const MARKS: Partial<Record<Standing, Bilingual>> = {
  sample: { 'zh-CN': '样本，未经批准', en: 'SAMPLE, NOT APPROVED' },
  draft: { 'zh-CN': '草案，未经批准', en: 'DRAFT, NOT APPROVED' },
  inReview: { 'zh-CN': '送审稿，未经批准', en: 'IN REVIEW, NOT APPROVED' },
  superseded: { 'zh-CN': '已被新版本替代，不得使用', en: 'SUPERSEDED, NOT TO BE USED' },
  withdrawn: { 'zh-CN': '已废止，不得使用', en: 'WITHDRAWN, NOT TO BE USED' },
};
