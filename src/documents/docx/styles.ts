import { AlignmentType } from 'docx';
import type { IStylesOptions } from 'docx';
import type { Lang } from '../../domain/lang.js';
import type { Form } from './form.js';
import { planStyles } from './planStyles.js';
import { STYLE } from './styleNames.js';
import { exactly, fontOf } from './typography.js';

export function stylesFor(form: Form, lang: Lang): IStylesOptions {
  const { sizes, line, boldHeadings, indent, tracking } = form;
  const zh = lang === 'zh-CN';
  const language = { value: zh ? 'en-US' : 'en-GB', eastAsia: 'zh-CN' };
  const firstLine =
    indent.twips === 0 ? {} : { indent: { firstLine: indent.twips, firstLineChars: indent.characters } };
  const heading = (level: 1 | 2 | 3): object => ({
    run: {
      font: fontOf(form, `heading${level}`),
      size: sizes[`heading${level}`],
      // Set in the face of the body, the third level has only its weight to stand out by.
      bold: boldHeadings || level === 3,
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
      heading3: heading(3),
    },
    paragraphStyles: [
      ...planStyles(form, zh),
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
        // Two tables without a paragraph between them become one; at the top of a page it should not be seen.
        id: STYLE.gap,
        name: 'Muster Gap',
        basedOn: 'Normal',
        run: { size: 8 },
        paragraph: { spacing: exactly(160) },
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
        name: 'Muster Mark',
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
