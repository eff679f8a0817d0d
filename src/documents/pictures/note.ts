import { label } from './svg.js';
import type { Point } from './svg.js';
import { wrap } from './textWidth.js';

/** A bold title with lines below it, as it stands in a box of a given width. */
export interface Note {
  /** May be empty. */
  title: string;
  lines: string[];
}

const TITLE = 14;
const LINE = 12;
const LEADING = 1.35;
const PADDING = 7;

interface Row {
  text: string;
  size: number;
  bold: boolean;
}

function rowsOf({ title, lines }: Note, width: number): Row[] {
  const inner = width - 2 * PADDING;
  return [
    ...(title === '' ? [] : wrap(title, TITLE, inner)).map((text) => ({ text, size: TITLE, bold: true })),
    ...lines.flatMap((text) => wrap(text, LINE, inner)).map((text) => ({ text, size: LINE, bold: false })),
  ];
}

export function heightOf(note: Note, width: number): number {
  return rowsOf(note, width).reduce((sum, { size }) => sum + size * LEADING, 2 * PADDING);
}

/** Centred in a box whose upper left corner is `at`. */
export function noteText(note: Note, at: Point, width: number, height: number): string {
  let y = at.y + (height - heightOf(note, width)) / 2 + PADDING;
  return rowsOf(note, width)
    .map(({ text, size, bold }) => {
      y += size * LEADING;
      // The baseline lies above the foot of the line.
      return label(text, { x: at.x + width / 2, y: y - size * 0.35 }, { size, bold });
    })
    .join('');
}
