import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';

/** 案例分析: a table for each case. */
export function cases({ document: plan, names, t, day, table }: PlanContext): Block[] {
  return (plan.cases ?? []).flatMap(({ title, date, category, course, cause, lesson, change }) =>
    table(
      title,
      [
        [LABELS.item, 18],
        [LABELS.content, 82],
      ],
      [
        [t(LABELS.date), date === undefined ? NONE : day(date)],
        [t(LABELS.category), names.category(category)],
        [t(WORDS.course), t(course)],
        [t(WORDS.cause), t(cause)],
        [t(WORDS.lesson), t(lesson)],
        [t(WORDS.change), t(change)],
      ],
    ),
  );
}

const WORDS = {
  course: { 'zh-CN': '经过', en: 'Course' },
  cause: { 'zh-CN': '原因', en: 'Cause' },
  lesson: { 'zh-CN': '教训', en: 'Lesson' },
  change: { 'zh-CN': '改进', en: 'What changed' },
} satisfies Record<string, Bilingual>;
