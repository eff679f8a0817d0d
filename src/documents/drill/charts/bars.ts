import type { Figure } from '../../model.js';
import { label, line, picture, rect } from '../../pictures/svg.js';
import { widthOf, wrap } from '../../pictures/textWidth.js';

export interface Bar {
  /** At the left. */
  name: string;
  /** Of the length of the scale, from 0 on. */
  value: number;
  /** Light, behind it. */
  allowed?: number;
  fill: string;
  dashed?: boolean;
  /** At the right. */
  text: string;
}

interface Bars {
  id: string;
  caption: string;
  description: string;
  bars: Bar[];
  /** What a whole length stands for; a mark is drawn at 1. */
  longest: number;
  /** Room for the names. */
  nameWidth: number;
  /** By colour. */
  legend: { fill: string; dashed?: boolean; cut?: boolean; text: string }[];
}

/** About the width of the text of a page, at 8 points to 13 units. */
const WIDTH = 720;
const SIZE = 13;
const LEADING = 17;
const TEXT_WIDTH = 196;

/** One bar below the other. */
export function barChart({ id, caption, description, bars, longest, nameWidth, legend }: Bars): Figure {
  const left = nameWidth + 12;
  const scale = (WIDTH - left - TEXT_WIDTH) / longest;
  const key = keyOf(legend);
  const head = key.height;
  let y = head;
  const rows = bars.map(({ name, value, allowed, fill, dashed = false, text }) => {
    const names = wrap(name, SIZE, nameWidth);
    const texts = wrap(text, SIZE, TEXT_WIDTH - 12);
    const height = Math.max(24, Math.max(names.length, texts.length) * LEADING + 6);
    const middle = y + height / 2;
    const at = (lines: string[], x: number, anchor: 'start' | 'end') =>
      lines
        .map((one, i) =>
          label(one, { x, y: middle + SIZE * 0.35 + (i - (lines.length - 1) / 2) * LEADING }, { size: SIZE, anchor }),
        )
        .join('');
    const bar = (length: number, thick: number, colour: string, broken = false) =>
      length <= 0
        ? ''
        : rect(
            { x: left, y: middle - thick / 2, width: Math.min(length, longest) * scale, height: thick },
            { fill: colour, dashed: broken },
          );
    y += height;
    const end = left + Math.min(Math.max(value, allowed ?? 0), longest) * scale + 8;
    return [
      at(names, nameWidth, 'end'),
      allowed === undefined ? '' : bar(allowed, 16, '#e6e6e6'),
      bar(value, 10, fill, dashed),
      value > longest ? breakMark(left + longest * scale - 14, middle, 16) : '',
      at(texts, end, 'start'),
    ].join('');
  });
  const axis = line([
    { x: left, y: head - 4 },
    { x: left, y: y + 4 },
  ]);
  return {
    caption,
    ...picture({
      id,
      title: caption,
      description,
      width: WIDTH,
      height: y + 10,
      body: [key.drawn, ...rows, axis].join(''),
    }),
  };
}

/** Two strokes across a bar: it goes on. */
function breakMark(x: number, middle: number, height: number): string {
  return [0, 5]
    .map((shift) =>
      line([
        { x: x + shift, y: middle + height / 2 },
        { x: x + shift + 5, y: middle - height / 2 },
      ]),
    )
    .join('');
}

/** In as many lines as it takes. */
function keyOf(legend: Bars['legend']): { drawn: string; height: number } {
  let [x, y] = [12, 8];
  const drawn = legend.map(({ fill, dashed = false, cut = false, text }) => {
    const width = 24 + widthOf(text, SIZE) + 20;
    if (x > 12 && x + width > WIDTH) [x, y] = [12, y + 20];
    const one =
      rect({ x, y, width: 18, height: 12 }, { fill, dashed }) +
      (cut ? breakMark(x + 4, y + 6, 16) : '') +
      label(text, { x: x + 24, y: y + 11 }, { size: SIZE, anchor: 'start' });
    x += width;
    return one;
  });
  return { drawn: drawn.join(''), height: y + 26 };
}

/** Told apart on paper without colour as well: each bar says in words what it is. */
export const FILLS = {
  allowed: '#e6e6e6',
  good: '#3d7a4f',
  fair: '#8fae4a',
  late: '#d08a2e',
  bad: '#b3392f',
  none: '#ffffff',
  first: '#2f5d8a',
  second: '#7fa6c9',
  third: '#c2d3e2',
};
