import { TextRun } from 'docx';
import { cleanText } from '../../domain/words/index.js';

/** Cleaned once more: a single control character makes the whole file unreadable. */
export function runs(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, i) => new TextRun(i === 0 ? { text: line } : { text: line, break: 1 }));
}
