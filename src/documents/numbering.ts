import type { Lang } from '../domain/lang.js';
import type { Block, Section, Table } from './model.js';

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

export function numberAnnexes(sections: Section[], lang: Lang, first = 1): Section[] {
  return sections.map((section, i) => ({
    ...section,
    heading: lang === 'zh-CN' ? `附件${i + first}　${section.heading}` : `Annex ${i + first}  ${section.heading}`,
  }));
}

/** 1, 1.1, 1.1.1 in both languages, as the texts of plans are numbered. */
export function numberDecimally(sections: Section[], lang: Lang, prefix = ''): Section[] {
  const gap = lang === 'zh-CN' ? '　' : '  ';
  return sections.map((section, i) => {
    const number = `${prefix}${i + 1}`;
    const inner = numberDecimally(section.sections, lang, `${number}.`);
    return { ...section, heading: `${number}${gap}${section.heading}`, sections: inner };
  });
}

/** Names for the headings of the first two levels, which the table of contents lists: `s4`, `s4_2`. */
export function withAnchors(sections: Section[], prefix: string): Section[] {
  return sections.map((section, i) => {
    const anchor = `${prefix}${i + 1}`;
    return {
      ...section,
      anchor,
      sections: section.sections.map((sub, k) => ({ ...sub, anchor: `${anchor}_${k + 1}` })),
    };
  });
}

/** Of an item in a list. */
export function listNumber(number: number, lang: Lang): string {
  return lang === 'zh-CN' ? `（${number}）` : `(${number}) `;
}

/** Tables and figures of plans, each counted through all of the sections in the order in which they are read. */
export function numberCaptions(sections: Section[], lang: Lang): Section[] {
  const zh = lang === 'zh-CN';
  let tables = 0;
  let figures = 0;
  const numbered = (block: Block): Block => {
    if (block.kind === 'table') {
      tables += 1;
      const { caption } = block.table;
      return {
        ...block,
        table: { ...block.table, caption: zh ? `表${tables}　${caption}` : `Table ${tables}  ${caption}` },
      };
    }
    if (block.kind === 'figure') {
      figures += 1;
      const { caption } = block.figure;
      return {
        ...block,
        figure: { ...block.figure, caption: zh ? `图${figures}　${caption}` : `Figure ${figures}  ${caption}` },
      };
    }
    return block;
  };
  const inside = (section: Section): Section => {
    const blocks = section.blocks.map(numbered);
    return { ...section, blocks, sections: section.sections.map(inside) };
  };
  return sections.map(inside);
}

/** Tables of reports are counted as they are made, so they are made in reading order. */
export class TableNumbers {
  private last = 0;
  constructor(private readonly caption: (number: number, caption: string) => string) {}

  table(caption: string, columns: Table['columns'], rows: string[][]): { kind: 'table'; table: Table } {
    this.last += 1;
    return { kind: 'table', table: { caption: this.caption(this.last, caption), columns, rows } };
  }
}
