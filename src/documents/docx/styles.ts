import { AlignmentType, LineRuleType } from 'docx';
import type { IFontAttributesProperties, IStylesOptions } from 'docx';
import type { Lang } from '../../domain/lang.js';
import type { Form } from './form.js';

export const STYLE = {
  body: 'MusterBody',
  caption: 'MusterCaption',
  cell: 'MusterCell',
  head: 'MusterHead',
  mark: 'MusterMark',
  pageNumber: 'MusterPageNumber',
} as const;

/** Fonts by name only: the Chinese ones are commercial, and every reader's system has its own. */
function fontOf(form: Form, font: keyof Form['fonts']): IFontAttributesProperties {
  const { latin } = form.fonts;
  const own = form.fonts[font];
  // A title's digits and quotation marks are set in the title's own face: beside it, others look thin.
  const western = font === 'title' || isLatin(own) ? own : latin;
  // The hint makes quotation marks and dashes, which both scripts share, take the Chinese font.
  return { ascii: western, hAnsi: western, cs: western, eastAsia: own, ...(isLatin(own) ? {} : { hint: 'eastAsia' }) };
}

function isLatin(font: string): boolean {
  return /^[\x20-\x7e]+$/.test(font);
}

export function stylesFor(form: Form, lang: Lang): IStylesOptions {
  const { sizes, line, boldHeadings, indent, tracking } = form;
  const exactly = (pitch: number): { line: number; lineRule: typeof LineRuleType.EXACT } => ({
    line: pitch,
    lineRule: LineRuleType.EXACT,
  });
  const zh = lang === 'zh-CN';
  const language = { value: zh ? 'en-US' : 'en-GB', eastAsia: 'zh-CN' };
  const firstLine =
    indent.twips === 0 ? {} : { indent: { firstLine: indent.twips, firstLineChars: indent.characters } };
  const heading = (level: 1 | 2): object => ({
    run: {
      font: fontOf(form, `heading${level}`),
      size: sizes[`heading${level}`],
      bold: boldHeadings,
      color: '000000',
    },
    paragraph: {
      keepNext: true,
      spacing: zh ? { before: 0, after: 0, ...exactly(line.body) } : { before: 240, after: 100 },
      ...firstLine,
    },
  });
  return {
    default: {
      document: { run: { font: fontOf(form, 'body'), size: sizes.body, language } },
      title: {
        run: { font: fontOf(form, 'title'), size: sizes.title, bold: boldHeadings, color: '000000' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 0, after: 0, ...exactly(line.title) },
        },
      },
      heading1: heading(1),
      heading2: heading(2),
    },
    paragraphStyles: [
      {
        id: STYLE.body,
        name: 'Muster Body',
        basedOn: 'Normal',
        quickFormat: true,
        run: { characterSpacing: tracking },
        paragraph: {
          // Not justified: LibreOffice 7.4 then loses a full stop or comma that closes a line.
          alignment: AlignmentType.LEFT,
          spacing: zh ? exactly(line.body) : { after: 120, ...exactly(line.body) },
          ...firstLine,
        },
      },
      {
        id: STYLE.caption,
        name: 'Muster Caption',
        basedOn: 'Normal',
        run: { font: fontOf(form, 'heading1'), size: sizes.table + 3, bold: boldHeadings },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 160, after: 80 } },
      },
      {
        id: STYLE.cell,
        name: 'Muster Cell',
        basedOn: 'Normal',
        run: { size: sizes.table },
        paragraph: { alignment: AlignmentType.LEFT, spacing: exactly(line.table) },
      },
      {
        id: STYLE.head,
        name: 'Muster Running Head',
        basedOn: 'Normal',
        run: { size: sizes.head, color: '555555' },
        paragraph: { alignment: AlignmentType.RIGHT },
      },
      {
        id: STYLE.mark,
        name: 'Muster Drill Mark',
        basedOn: 'Normal',
        run: { font: fontOf(form, 'heading1'), size: sizes.body, bold: true, color: 'AA0000' },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      {
        id: STYLE.pageNumber,
        name: 'Muster Page Number',
        basedOn: 'Normal',
        run: { font: fontOf(form, 'pageNumber'), size: sizes.pageNumber },
      },
    ],
  };
}
