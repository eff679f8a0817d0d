import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';

/** 培训与宣传材料. */
export function training({ document: plan, names, t, span, every, table }: PlanContext): Block[] {
  return table(
    WORDS.caption,
    [
      [LABELS.name, 18],
      [WORDS.audience, 24],
      [WORDS.form, 20],
      [LABELS.every, 11],
      [WORDS.material, 27],
    ],
    (plan.training ?? []).map(({ title, audience, form, every: often, material }) => [
      t(title),
      names.posts(audience),
      t(form),
      t({ 'zh-CN': every(often), en: span(often) }),
      material === undefined ? NONE : t(material),
    ]),
  );
}

const WORDS = {
  caption: { 'zh-CN': '培训与宣传材料', en: 'Training and publicity material' },
  audience: { 'zh-CN': '对象', en: 'For' },
  form: { 'zh-CN': '形式', en: 'Form' },
  material: { 'zh-CN': '材料', en: 'Material' },
} satisfies Record<string, Bilingual>;
