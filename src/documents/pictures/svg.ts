import { escapeHtml } from '../html/escape.js';
import type { Figure } from '../model.js';

/** Faces that at least one of the usual systems has; the reader's own sans-serif when none is there. */
const CHINESE = `'Noto Sans CJK SC', 'Source Han Sans SC', SimHei, 'Microsoft YaHei', 'PingFang SC'`;
const LATIN = `'Liberation Sans', Arial, Helvetica`;
const LINE = '#333333';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export interface Drawing {
  /** Unique among the pictures of one document. */
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  body: string;
}

/** Complete in itself, so that it can also be a file of its own. */
export function picture({ id, title, description, width, height, body }: Drawing): Omit<Figure, 'caption'> {
  // Latin words alone do without the Chinese font, which takes long to load.
  const fonts = /\p{Script=Han}/u.test(body) ? `${CHINESE}, ${LATIN}` : LATIN;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc"`,
    ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}, sans-serif">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    body,
    `</svg>`,
  ].join('');
  return { svg, description, width, height };
}

export interface BoxLook {
  fill?: string;
  round?: number;
  dashed?: boolean;
}

export function rect(
  { x, y, width, height }: Box,
  { fill = '#ffffff', round = 0, dashed = false }: BoxLook = {},
): string {
  const dash = dashed ? ' stroke-dasharray="5 4"' : '';
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${round}" fill="${fill}" stroke="${LINE}"${dash}/>`;
}

/** The point of a diamond at each side's middle. */
export function diamond({ x, y, width, height }: Box, fill = '#ffffff'): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const points = [`${n(cx)},${n(y)}`, `${n(x + width)},${n(cy)}`, `${n(cx)},${n(y + height)}`, `${n(x)},${n(cy)}`];
  return `<polygon points="${points.join(' ')}" fill="${fill}" stroke="${LINE}"/>`;
}

export function line(points: Point[]): string {
  return `<polyline points="${points.map(({ x, y }) => `${n(x)},${n(y)}`).join(' ')}" fill="none" stroke="${LINE}"/>`;
}

/** With a head at its end; drawn as a shape, because not every program knows markers. */
export function arrow(points: Point[]): string {
  const [from, to] = points.slice(-2) as [Point, Point];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const wing = (side: number): string => `${n(to.x - 8 * dx + side * 4 * dy)},${n(to.y - 8 * dy - side * 4 * dx)}`;
  return `${line(points)}<polygon points="${n(to.x)},${n(to.y)} ${wing(1)} ${wing(-1)}" fill="${LINE}"/>`;
}

export interface TextLook {
  size: number;
  bold?: boolean;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line; `y` is its baseline. */
export function label(
  text: string,
  { x, y }: Point,
  { size, bold = false, fill = '#111111', anchor = 'middle' }: TextLook,
): string {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${weight}>${escapeHtml(text)}</text>`;
}

/** A tenth of a unit is less than anybody sees. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
