import type { Block } from './model.js';

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Each line of a free text as a paragraph of its own. */
export function paragraphs(text: string): Block[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph);
}
