import { AlignmentType, Footer, Header, NumberFormat, PageNumber, Paragraph, SectionType, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import type { DocumentModel } from '../model.js';
import { PAGE } from './form.js';
import type { Form } from './form.js';
import { runs } from './runs.js';
import { STYLE } from './styleNames.js';

type Page = Omit<ISectionOptions, 'children'>;

/** Page, running head and page number; printed on both sides, so odd and even pages differ. */
export function bodyPage(model: DocumentModel, form: Form): Page {
  return numberedPage(model, form, {});
}

/** The pages before the text have numbers of their own, so that the text begins with page 1. */
export function frontPage(model: DocumentModel, form: Form): Page {
  return numberedPage(model, form, { pageNumbers: { start: 1, formatType: NumberFormat.LOWER_ROMAN } });
}

export function textPage(model: DocumentModel, form: Form): Page {
  return numberedPage(model, form, { pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } });
}

/** Neither head nor number. */
export function coverPage(form: Form): Page {
  return { properties: { page: { size: PAGE, margin: { ...form.margin, header: 850, footer: 700 } } } };
}

/** For what is taken out: it says where it belongs, but has no number that would be missed. */
export function loosePage(model: DocumentModel, form: Form): Page {
  const { margin } = form.card;
  const head = new Header({ children: headParagraphs(model) });
  const foot = new Footer({ children: footLine(model) });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: PAGE,
        margin: { top: margin + 400, right: margin, bottom: margin, left: margin, header: 600, footer: 500 },
      },
    },
    headers: { default: head, even: head },
    footers: { default: foot, even: foot },
  };
}

type PageSettings = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;

function numberedPage(model: DocumentModel, form: Form, numbers: Pick<PageSettings, 'pageNumbers'>): Page {
  const zh = model.lang === 'zh-CN';
  const head = new Header({ children: headParagraphs(model) });
  const whole = model.kind === 'report' || model.kind === 'bulletin';
  const number = (side: 'left' | 'right'): Paragraph => (zh ? dashed(side) : centred(whole));
  const footer = (side: 'left' | 'right'): Footer => new Footer({ children: [number(side), ...footLine(model)] });
  const bottom = footLine(model).length === 0 ? (zh ? 1400 : 700) : zh ? 1100 : 600;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: PAGE, margin: { ...form.margin, header: 850, footer: bottom }, ...numbers },
    },
    headers: { default: head, even: head },
    footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
  };
}

function headParagraphs({ mark, runningHead }: DocumentModel): Paragraph[] {
  const marked = mark === undefined ? [] : [new Paragraph({ style: STYLE.mark, children: runs(mark) })];
  return [...marked, new Paragraph({ style: STYLE.head, children: runs(runningHead) })];
}

function footLine(model: DocumentModel): Paragraph[] {
  if (model.kind !== 'plan') return [];
  return [new Paragraph({ style: STYLE.head, alignment: AlignmentType.CENTER, children: runs(model.foot) })];
}

/** GB/T 9704-2012, 7.5: a dash at each side, one character away from the edge, outside on both pages. */
function dashed(alignment: 'right' | 'left'): Paragraph {
  return new Paragraph({
    style: STYLE.pageNumber,
    alignment,
    indent: { left: 280, right: 280 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

/** A report says how many pages it has; a book has several counts, and of a filing one page is taken out. */
function centred(whole: boolean): Paragraph {
  return new Paragraph({
    style: STYLE.pageNumber,
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        children: whole ? [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] : ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  });
}
