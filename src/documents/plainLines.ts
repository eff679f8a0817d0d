import type { Lang } from '../domain/lang.js';
import type { Block } from './model.js';
import { listNumber } from './numbering.js';

/** For terminals and editors: a line for each paragraph, item and row. */
export function plainLines(blocks: readonly Block[], lang: Lang): string[] {
  return blocks.flatMap((block) => linesOf(block, lang));
}

function linesOf(block: Block, lang: Lang): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map((item, i) => `${listNumber(i + 1, lang)}${item}`);
    case 'table':
      return block.table.rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')).join(' | '));
    case 'figure':
      return [block.figure.description];
  }
}
