import { splitAtUnfilled } from '../unfilled.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

export function withBreaks(text: string): string {
  return splitAtUnfilled(escapeHtml(text).replaceAll('\n', '<br>'))
    .map((piece, i) => (i % 2 === 0 ? piece : `<mark>${piece}</mark>`))
    .join('');
}
