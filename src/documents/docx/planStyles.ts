import { AlignmentType } from 'docx';
import type { IParagraphStyleOptions } from 'docx';
import type { Form } from './form.js';
import { STYLE } from './styleNames.js';
import { exactly, fontOf } from './typography.js';

/** What only a plan has: cover, contents, pictures, cards. */
export function planStyles(form: Form, zh: boolean): IParagraphStyleOptions[] {
  const { sizes, line, boldHeadings } = form;
  const strong = { font: fontOf(form, 'heading1'), bold: boldHeadings };
  const contents = (level: 1 | 2): IParagraphStyleOptions => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    run: level === 1 ? { ...strong, size: sizes.contents } : { size: sizes.contents },
    paragraph: { indent: { left: level === 1 ? 0 : sizes.contents * 10 }, spacing: exactly(line.contents) },
  });
  return [
    contents(1),
    contents(2),
    {
      id: STYLE.frontHeading,
      name: 'Muster Front Heading',
      basedOn: 'Normal',
      run: { ...strong, size: sizes.heading1 + 4 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 120, after: 240, ...exactly(line.title) },
      },
    },
    {
      id: STYLE.cover,
      name: 'Muster Cover',
      basedOn: 'Normal',
      run: { size: zh ? sizes.body : sizes.body + 6 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(line.body) },
    },
    {
      id: STYLE.figure,
      name: 'Muster Figure',
      basedOn: 'Normal',
      // Not an exact pitch: that would cut the picture down to one line.
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 60 } },
    },
    {
      id: STYLE.figureCaption,
      name: 'Muster Figure Caption',
      basedOn: 'Normal',
      run: { ...strong, size: sizes.table + 3 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 200 } },
    },
    {
      id: STYLE.cardTitle,
      name: 'Muster Card Title',
      basedOn: 'Normal',
      run: { ...strong, size: sizes.cardTitle },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 160 } },
    },
    {
      id: STYLE.cardHeading,
      name: 'Muster Card Heading',
      basedOn: 'Normal',
      run: { ...strong, size: sizes.card },
      paragraph: { keepNext: true, spacing: { before: 200, after: 80, ...exactly(line.card) } },
    },
    {
      id: STYLE.card,
      name: 'Muster Card',
      basedOn: 'Normal',
      run: { size: sizes.card },
      paragraph: { alignment: AlignmentType.LEFT, spacing: exactly(line.card) },
    },
    {
      id: STYLE.sheet,
      name: 'Muster Sheet',
      basedOn: 'Normal',
      run: { size: sizes.sheet },
      paragraph: { alignment: AlignmentType.LEFT, spacing: exactly(line.sheet) },
    },
    {
      id: STYLE.cardStep,
      name: 'Muster Card Step',
      basedOn: 'Normal',
      run: { size: sizes.card },
      paragraph: {
        alignment: AlignmentType.LEFT,
        indent: { left: 560, hanging: 560 },
        spacing: { after: 140, ...exactly(line.card) },
      },
    },
  ];
}
