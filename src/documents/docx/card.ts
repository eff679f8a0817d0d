import { AlignmentType, Paragraph, Tab, TextRun } from 'docx';
import type { Card } from '../model.js';
import type { DocxBlock } from './blocks.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { STYLE } from './styleNames.js';
import { dataTable, factsTable } from './table.js';

export function cardBlocks(card: Card, { form }: Setting, ownPage: boolean): DocxBlock[] {
  const look = { style: STYLE.card, captionStyle: STYLE.cardHeading, width: form.card.textWidth };
  return [
    new Paragraph({
      style: STYLE.cardHeading,
      alignment: AlignmentType.CENTER,
      pageBreakBefore: ownPage,
      children: runs(card.label),
    }),
    new Paragraph({ style: STYLE.cardTitle, children: runs(card.heading) }),
    factsTable(card.facts, form, look),
    new Paragraph({ style: STYLE.cardHeading, children: runs(card.stepsHeading) }),
    ...card.steps.map(
      (step, i) =>
        new Paragraph({
          style: STYLE.cardStep,
          children: [new TextRun({ children: [`${i + 1}.`, new Tab()] }), ...runs(step)],
        }),
    ),
    ...dataTable(card.calls, form, look),
    new Paragraph({ style: STYLE.head, children: runs(card.origin) }),
  ];
}
