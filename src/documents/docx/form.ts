import type { Lang } from '../../domain/lang.js';

/** Twips are twentieths of a point; sizes are half points, as OOXML counts them. */
export interface Form {
  margin: { top: number; right: number; bottom: number; left: number };
  textWidth: number;
  /** The highest that a figure may be and still stand on one page with its heading and its caption. */
  figureHeight: number;
  /** Of pages that are taken out and hung up, where every line counts. */
  card: { margin: number; textWidth: number };
  fonts: Record<'latin' | 'body' | 'heading1' | 'heading2' | 'heading3' | 'title' | 'pageNumber', string>;
  sizes: Record<
    | 'body'
    | 'heading1'
    | 'heading2'
    | 'heading3'
    | 'title'
    | 'table'
    | 'pageNumber'
    | 'head'
    | 'contents'
    | 'cardTitle'
    | 'card'
    | 'sheet',
    number
  >;
  boldHeadings: boolean;
  /** Exact line pitch, so that a substituted font cannot stretch the page. */
  line: Record<'body' | 'title' | 'table' | 'contents' | 'card' | 'sheet', number>;
  /**
   * Added to every character of the body, in twips: 28 characters of 16 pt have to fit into 156 mm. Not by a document
   * grid, because LibreOffice 7.4 stretches the lines of tables to it as well.
   */
  tracking: number;
  /** Characters by which a paragraph is indented, and the same in twips for programs that only know those. */
  indent: { characters: number; twips: number };
}

/** A4, in twips. */
export const PAGE = { width: 11906, height: 16838 };

export const FORMS: Record<Lang, Form> = {
  // GB/T 9704-2012: 37 mm above, 28 mm at the binding, a text block of 156 by 225 mm; 三号 body, 二号 title, 五号 tables.
  'zh-CN': {
    margin: { top: 2098, right: 1474, bottom: 1984, left: 1588 },
    textWidth: 8844,
    figureHeight: 9_900,
    card: { margin: 1134, textWidth: 9638 },
    fonts: {
      latin: 'Times New Roman',
      body: '仿宋',
      heading1: '黑体',
      heading2: '楷体',
      heading3: '仿宋',
      title: '方正小标宋简体',
      pageNumber: '宋体',
    },
    sizes: {
      body: 32,
      heading1: 32,
      heading2: 32,
      heading3: 32,
      title: 44,
      table: 21,
      pageNumber: 28,
      head: 18,
      contents: 28,
      cardTitle: 52,
      card: 32,
      sheet: 22,
    },
    // Where 黑体 and 楷体 are missing, nothing else would tell a heading from the text.
    boldHeadings: true,
    line: { body: 580, title: 680, table: 320, contents: 460, card: 500, sheet: 330 },
    tracking: -5,
    indent: { characters: 200, twips: 640 },
  },
  en: {
    margin: { top: 1417, right: 1417, bottom: 1417, left: 1417 },
    textWidth: 9072,
    figureHeight: 11_800,
    card: { margin: 1134, textWidth: 9638 },
    fonts: {
      latin: 'Liberation Serif',
      body: 'Liberation Serif',
      heading1: 'Liberation Sans',
      heading2: 'Liberation Sans',
      heading3: 'Liberation Sans',
      title: 'Liberation Sans',
      pageNumber: 'Liberation Sans',
    },
    sizes: {
      body: 22,
      heading1: 28,
      heading2: 24,
      heading3: 22,
      title: 40,
      table: 18,
      pageNumber: 18,
      head: 18,
      contents: 22,
      cardTitle: 48,
      card: 30,
      sheet: 22,
    },
    boldHeadings: true,
    line: { body: 290, title: 520, table: 250, contents: 320, card: 440, sheet: 300 },
    tracking: 0,
    indent: { characters: 0, twips: 0 },
  },
};
