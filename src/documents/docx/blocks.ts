import { Bookmark, HeadingLevel, Paragraph } from 'docx';
import type { ISectionOptions } from 'docx';
import { listNumber } from '../numbering.js';
import type { Block, Section } from '../model.js';
import { figureBlocks } from './figure.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { STYLE } from './styleNames.js';
import { dataTable, gap } from './table.js';
import type { TableLook } from './table.js';

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
    ...blocksOf(section.blocks, setting),
    ...section.sections.flatMap((sub) => sectionBlocks(sub, setting, { depth: depth === 0 ? 1 : 2 })),
  ];
}

export function heading({ heading: text, anchor }: Pick<Section, 'heading' | 'anchor'>, place: Place = {}): Paragraph {
  const { depth = 0, ownPage = false } = place;
  const children = anchor === undefined ? runs(text) : [new Bookmark({ id: anchor, children: runs(text) })];
  return new Paragraph({ heading: LEVELS[depth], pageBreakBefore: ownPage, children });
}

export function bodyParagraph(text: string, keepNext = false): Paragraph {
  return new Paragraph({ style: STYLE.body, keepNext, children: runs(text) });
}

/** A sentence stays with what it introduces, and text keeps a distance from a table above it. */
export function blocksOf(blocks: Block[], setting: Setting, look: TableLook = {}): DocxBlock[] {
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1];
    switch (block.kind) {
      case 'paragraph':
        return [bodyParagraph(block.text, next !== undefined && next.kind !== 'paragraph')];
      case 'list':
        return block.items.map((item, k) => bodyParagraph(`${listNumber(k + 1, setting.lang)}${item}`));
      case 'table':
        return [
          ...dataTable(block.table, setting.form, look),
          ...(next === undefined || next.kind === 'table' ? [] : [gap()]),
        ];
      case 'figure':
        return figureBlocks(block.figure, setting);
    }
  });
}
