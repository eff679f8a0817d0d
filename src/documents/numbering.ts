import type { Lang } from '../domain/lang.js';
import type { Section, Table } from './model.js';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals. */
function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = DIGITS[number % 10]!;
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}

/** 一、 and （一） as in official Chinese papers (GB/T 9704-2012, 7.3.3), 1 and 1.1 in English. */
export function numberSections(sections: Section[], lang: Lang): Section[] {
  return sections.map((section, i) => ({
    ...section,
    heading: lang === 'zh-CN' ? `${chineseNumber(i + 1)}、${section.heading}` : `${i + 1}  ${section.heading}`,
    sections: section.sections.map((sub, k) => ({
      ...sub,
      heading: lang === 'zh-CN' ? `（${chineseNumber(k + 1)}）${sub.heading}` : `${i + 1}.${k + 1}  ${sub.heading}`,
    })),
  }));
}

export function numberAnnexes(sections: Section[], lang: Lang): Section[] {
  return sections.map((section, i) => ({
    ...section,
    heading: lang === 'zh-CN' ? `附件${i + 1}　${section.heading}` : `Annex ${i + 1}  ${section.heading}`,
  }));
}

/** Tables are counted through the whole document, in reading order. */
export class TableNumbers {
  private last = 0;
  constructor(private readonly caption: (number: number, caption: string) => string) {}

  table(caption: string, columns: Table['columns'], rows: string[][]): { kind: 'table'; table: Table } {
    this.last += 1;
    return { kind: 'table', table: { caption: this.caption(this.last, caption), columns, rows } };
  }
}
