import { said } from '../lang.js';
import { text } from './fields.js';
import { issue } from './issues.js';
import type { PlanIssue } from './issues.js';
import { walk } from './references/walk.js';
import { planSchema } from './schema.js';
import type { PlanDocument, Section } from './schema.js';

/** Every text of a sound section that lacks one of the plan's languages. */
export function missingTexts(plan: PlanDocument, section: Section): PlanIssue[] {
  const issues: PlanIssue[] = [];
  walk(planSchema.shape[section], plan[section], [section], (schema, value, path) => {
    if (schema !== text || typeof value !== 'object' || value === null) return;
    for (const lang of plan.languages.filter((lang) => !Object.hasOwn(value, lang))) {
      const message = said(`the text is missing in ${lang}`, `缺少 ${lang} 文字`);
      const hint = said(
        `add "${lang}: …", or take ${lang} out of the languages of the plan`,
        `补上“${lang}: …”，或者把 ${lang} 从预案的 languages 中去掉`,
      );
      issues.push(issue(path, 'missing_text', message, hint));
    }
  });
  return issues;
}
