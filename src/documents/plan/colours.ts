import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Bilingual } from './labels.js';

type Colour = PlanDocument['incidentLevels'][number]['colour'];

/** Light enough for black text (contrast above 7 : 1), and told apart in print by the word beside it. */
export const FILLS: Record<Colour, string> = {
  red: 'F4A9A3',
  orange: 'F8C79A',
  amber: 'F9D98B',
  yellow: 'FBF2A0',
  green: 'BFE3BD',
  blue: 'B7D4F1',
  purple: 'D8C7EA',
  grey: 'DADADA',
};

export const COLOUR_WORDS: Record<Colour, Bilingual> = {
  red: { 'zh-CN': '红色', en: 'red' },
  orange: { 'zh-CN': '橙色', en: 'orange' },
  amber: { 'zh-CN': '琥珀色', en: 'amber' },
  yellow: { 'zh-CN': '黄色', en: 'yellow' },
  green: { 'zh-CN': '绿色', en: 'green' },
  blue: { 'zh-CN': '蓝色', en: 'blue' },
  purple: { 'zh-CN': '紫色', en: 'purple' },
  grey: { 'zh-CN': '灰色', en: 'grey' },
};
