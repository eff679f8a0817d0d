import type { Figure } from '../model.js';
import { heightOf, noteText } from './note.js';
import type { Note } from './note.js';
import { arrow, diamond, label, picture, rect } from './svg.js';
import type { Box, Drawing, Point } from './svg.js';

/** A way out of a step, in a box beside it. */
export interface Branch extends Note {
  /** Along the arrow. */
  on: string;
  /** What happens there leads back: to this row, or to the step itself. */
  backTo?: number;
  /** Nothing follows. */
  ends?: boolean;
}

/** From the top down; what stands side by side in one row happens at the same time. */
export interface FlowRow {
  kind: 'step' | 'decision' | 'parallel';
  notes: Note[];
  fill?: string;
  left?: Branch;
  right?: Branch;
  /** Along the arrow to the next row. */
  on?: string;
}

export interface Flow extends Pick<Drawing, 'id' | 'title' | 'description'> {
  rows: FlowRow[];
}

const WIDTH = 660;
const MAIN = 250;
const SIDE = 150;
const GAP = 10;
const ARROW = 30;
/** A diamond has room for text in its middle only. */
const DIAMOND = { width: 290, slack: 34 };
const STEP_FILL = '#e3ebf6';
const DECISION_FILL = '#fdf3d7';
const END_FILL = '#eeeeee';

export function flowChart({ id, title, description, rows }: Flow): Omit<Figure, 'caption'> {
  const boxes: Box[] = [];
  let y = 2;
  for (const row of rows) {
    const box = boxOf(row, y);
    boxes.push(box);
    y = box.y + Math.max(box.height, sideHeight(row)) + ARROW;
  }
  const body = rows.map((row, i) => {
    const box = boxes[i]!;
    const next = boxes[i + 1];
    return [
      next === undefined ? '' : down(row, box, next),
      rowBody(row, box),
      row.left === undefined ? '' : branch(row.left, 'left', box, boxes),
      row.right === undefined ? '' : branch(row.right, 'right', box, boxes),
    ].join('');
  });
  return picture({ id, title, description, width: WIDTH, height: y - ARROW + 2, body: body.join('') });
}

function boxOf(row: FlowRow, top: number): Box {
  const side = sideHeight(row);
  const width = row.kind === 'parallel' ? WIDTH - 4 : row.kind === 'decision' ? DIAMOND.width : MAIN;
  const height =
    row.kind === 'decision'
      ? heightOf(row.notes[0]!, MAIN - 50) + DIAMOND.slack
      : Math.max(...row.notes.map((note) => heightOf(note, partWidth(row))));
  return { x: (WIDTH - width) / 2, y: top + Math.max(0, (side - height) / 2), width, height };
}

function partWidth({ kind, notes }: FlowRow): number {
  return kind === 'parallel' ? (WIDTH - 4 - GAP * (notes.length - 1)) / notes.length : MAIN;
}

function sideHeight({ left, right }: FlowRow): number {
  const heights = [left, right].flatMap((side) => (side === undefined ? [] : [heightOf(side, SIDE)]));
  return Math.max(0, ...heights);
}

function rowBody(row: FlowRow, box: Box): string {
  if (row.kind === 'decision') {
    return diamond(box, DECISION_FILL) + noteText(row.notes[0]!, box, box.width, box.height);
  }
  const width = partWidth(row);
  return row.notes
    .map((note, i) => {
      const part = { ...box, x: box.x + i * (width + GAP), width };
      return rect(part, { fill: row.fill ?? STEP_FILL, round: 4 }) + noteText(note, part, width, box.height);
    })
    .join('');
}

function down({ on }: FlowRow, from: Box, to: Box): string {
  const start = { x: WIDTH / 2, y: from.y + from.height };
  const words = on === undefined ? '' : along(on, { x: start.x + 6, y: to.y - 10 }, 'start');
  return arrow([start, { x: WIDTH / 2, y: to.y }]) + words;
}

function branch(side: Branch, where: 'left' | 'right', from: Box, boxes: Box[]): string {
  const height = heightOf(side, SIDE);
  const middle = from.y + from.height / 2;
  const box = { x: where === 'left' ? 1 : WIDTH - SIDE - 1, y: middle - height / 2, width: SIDE, height };
  const near: Point = { x: where === 'left' ? from.x : from.x + from.width, y: middle };
  const far: Point = { x: where === 'left' ? box.x + SIDE : box.x, y: middle };
  const target = side.backTo === undefined ? undefined : boxes[side.backTo];
  const itself = target === from;
  const back = target === undefined ? '' : itself ? arrow([far, near]) : returning(box, target, where);
  const words = along(side.on, { x: (near.x + far.x) / 2, y: middle - 5 }, 'middle');
  const look = { fill: side.ends === true ? END_FILL : '#ffffff', round: 12 };
  return arrow([near, far]) + back + rect(box, look) + noteText(side, box, SIDE, height) + words;
}

/** Up from the box, and into the row that it leads back to: from below where that is wide, else from the side. */
function returning(box: Box, to: Box, where: 'left' | 'right'): string {
  const x = box.x + SIDE / 2;
  if (to.x <= x && x <= to.x + to.width)
    return arrow([
      { x, y: box.y },
      { x, y: to.y + to.height },
    ]);
  const y = to.y + to.height / 2;
  return arrow([
    { x, y: box.y },
    { x, y },
    { x: where === 'left' ? to.x : to.x + to.width, y },
  ]);
}

function along(words: string, at: Point, anchor: 'start' | 'middle'): string {
  return label(words, at, { size: 11, anchor, fill: '#444444' });
}
