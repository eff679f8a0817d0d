import { Bookmark, HeadingLevel, Paragraph } from 'docx';
import type { ISectionOptions } from 'docx';
import { listNumber } from '../numbering.js';
import type { Block, Section } from '../model.js';
import { figureBlocks } from './figure.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { STYLE } from './styleNames.js';
import { dataTable } from './table.js';

export type DocxBlock = ISectionOptions['children'][number];

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
type Depth = 0 | 1 | 2;

interface Place {
  depth?: Depth;
  ownPage?: boolean;
}

export function sectionBlocks(
  section: Section,
  setting: Setting,
  { depth = 0, ownPage = false }: Place = {},
): DocxBlock[] {
  return [
    heading(section, { depth, ownPage }),
    ...section.blocks.flatMap((block) => blockOf(block, setting)),
    ...section.sections.flatMap((sub) => sectionBlocks(sub, setting, { depth: depth === 0 ? 1 : 2 })),
  ];
}

export function heading({ heading: text, anchor }: Pick<Section, 'heading' | 'anchor'>, place: Place = {}): Paragraph {
  const { depth = 0, ownPage = false } = place;
  const children = anchor === undefined ? runs(text) : [new Bookmark({ id: anchor, children: runs(text) })];
  return new Paragraph({ heading: LEVELS[depth], pageBreakBefore: ownPage, children });
}

export function bodyParagraph(text: string): Paragraph {
  return new Paragraph({ style: STYLE.body, children: runs(text) });
}

export function blockOf(block: Block, setting: Setting): DocxBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [bodyParagraph(block.text)];
    case 'list':
      return block.items.map((item, i) => bodyParagraph(`${listNumber(i + 1, setting.lang)}${item}`));
    case 'table':
      return dataTable(block.table, setting.form);
    case 'figure':
      return figureBlocks(block.figure, setting);
  }
}
