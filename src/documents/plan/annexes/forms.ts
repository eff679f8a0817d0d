import type { PlanDocument } from '../../../domain/plan/schema.js';
import type { Section } from '../../model.js';
import type { PlanContext } from '../context.js';
import { withBlanks } from './blanks.js';
import type { Bilingual } from '../labels.js';
import { chapter, say } from '../parts.js';

type Template = NonNullable<PlanDocument['templates']>[number];

/** 格式化文本 (GB/T 29639-2020, 9.5): to be filled in, on paper when the system is down. */
export function forms(context: PlanContext): Section[] {
  const all = context.document.templates;
  if (all === undefined) return [];
  const { t, table, lang } = context;
  const known = { organisation: t(context.document.plan.organisation) };
  const printed = all.flatMap(({ title, kind, body, internal }) =>
    table(
      title,
      [[KIND_WORDS[kind], 1]],
      [
        [withBlanks(t(body), lang, known)],
        ...(internal === undefined ? [] : [[`${t(WORDS.internal)}\n${withBlanks(t(internal), lang, known)}`]]),
      ],
    ),
  );
  return [chapter(context, WORDS.heading, [...say(context, WORDS.note), ...printed])];
}

const KIND_WORDS: Record<Template['kind'], Bilingual> = {
  publication: { 'zh-CN': '对外发布文本', en: 'For publication' },
  filing: { 'zh-CN': '报送文本', en: 'For a filing' },
  form: { 'zh-CN': '内部表单', en: 'Form' },
};

const WORDS = {
  heading: { 'zh-CN': '格式化文本', en: 'Forms and templates' },
  note: {
    'zh-CN': '横线处和〔　〕内的内容在使用时填写。系统不可用时，可以复印本附件手工填写。',
    en: 'Lines, and what stands in square brackets, are filled in. When the system is down, copy these pages and fill them in by hand.',
  },
  internal: { 'zh-CN': '仅供本单位核对留存，不报送：', en: 'For our own check and file, not to be filed:' },
} satisfies Record<string, Bilingual>;
