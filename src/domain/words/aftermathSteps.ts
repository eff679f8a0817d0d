import { said } from '../lang.js';
import type { Lang, Said } from '../lang.js';
import type { AftermathStep } from '../plan/compiled.js';

const NAMES: Record<AftermathStep, Said> = {
  analysis: said('complete the cause analysis', '完成原因分析'),
  report: said('approve the incident report', '批准事故报告书'),
  publication: said('publish the outcome, or decide not to', '发布处理结果，或决定不发布'),
  lessons: said('collect the lessons of all departments', '汇总各部门总结'),
  summary: said('hold the summary evaluation', '召开总结评估会'),
};

/** What is to be done; the id where a later release names another step. */
export function stepName(step: string | undefined, lang: Lang): string {
  const name: Said | undefined = NAMES[step as AftermathStep];
  return name?.[lang] ?? step ?? '';
}
