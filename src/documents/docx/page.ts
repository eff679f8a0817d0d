import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import type { DocumentModel } from '../model.js';
import { runs } from './blocks.js';
import { PAGE } from './form.js';
import type { Form } from './form.js';
import { STYLE } from './styles.js';

/** Page, running head and page number; printed on both sides, so odd and even pages differ. */
export function pageOf(model: DocumentModel, form: Form): Omit<ISectionOptions, 'children'> {
  const zh = model.lang === 'zh-CN';
  const head = new Header({ children: headParagraphs(model) });
  const odd = new Footer({ children: [zh ? dashed(AlignmentType.RIGHT) : pageOfPages()] });
  const even = new Footer({ children: [zh ? dashed(AlignmentType.LEFT) : pageOfPages()] });
  return {
    properties: {
      page: { size: PAGE, margin: { ...form.margin, header: 850, footer: zh ? 1400 : 700 } },
    },
    headers: { default: head, even: head },
    footers: { default: odd, even },
  };
}

function headParagraphs({ mark, runningHead }: DocumentModel): Paragraph[] {
  const drill = mark === undefined ? [] : [new Paragraph({ style: STYLE.mark, children: runs(mark) })];
  return [...drill, new Paragraph({ style: STYLE.head, children: runs(runningHead) })];
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

function pageOfPages(): Paragraph {
  return new Paragraph({
    style: STYLE.pageNumber,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}
