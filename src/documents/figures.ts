import type { Block, DocumentModel, Figure, Section } from './model.js';

/** In reading order. */
export function figuresIn({ sections, annexes }: DocumentModel): Figure[] {
  const blocks = (section: Section): Block[] => [...section.blocks, ...section.sections.flatMap(blocks)];
  return [...sections, ...annexes].flatMap(blocks).flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
}
