import { HighlightColor, TextRun } from 'docx';
import { cleanText } from '../../domain/words/index.js';
import { splitAtUnfilled } from '../unfilled.js';

/** Cleaned once more: a single control character makes the whole file unreadable. */
export function runs(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .flatMap((line, i) => runsOf(line, i === 0 ? {} : { break: 1 }));
}

function runsOf(line: string, begin: { break?: number }): TextRun[] {
  return splitAtUnfilled(line).map(
    (piece, i) =>
      new TextRun({
        text: piece,
        ...(i === 0 ? begin : {}),
        ...(i % 2 === 0 ? {} : { highlight: HighlightColor.YELLOW }),
      }),
  );
}
