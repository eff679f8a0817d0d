import { setImmediate } from 'node:timers/promises';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import type { Figure } from './model.js';

interface RasterOptions {
  loadSystemFonts?: boolean;
  signal?: AbortSignal | undefined;
}

/** Dots per unit of the drawing: about 250 to the inch on paper. */
const ZOOM = 3;
/** No font has a picture for this one; it is drawn as whatever a font shows for what it lacks. */
const NOBODYS = '\u{10fffd}';
/** Side of the squares in which single characters are tried. */
const SQUARE = 40;

/** PNG by SVG. The pictures of a plan change with its version only, and a large Chinese font makes each take a second. */
const drawn = new Map<string, Buffer>();
const KEPT = 8;

/**
 * The figures as PNG, drawn with the fonts of this machine. `undefined` where these lack the characters of the figures:
 * a picture full of empty squares is worse than none. Drawn here, not among the threads that Node shares out: the names of
 * mail servers are looked up there as well.
 */
export async function rasterise(
  figures: readonly Figure[],
  { loadSystemFonts = true, signal }: RasterOptions = {},
): Promise<ReadonlyMap<Figure, Buffer> | undefined> {
  const { Resvg } = await import('@resvg/resvg-js');
  const draw = (svg: string, options: ResvgRenderOptions) => new Resvg(svg, options).render();
  const missing = figures.filter(({ svg }) => !drawn.has(svg));
  if (missing.length > 0 && !fontsHave(missing, (svg) => draw(svg, { font: { loadSystemFonts } }).pixels))
    return undefined;
  const pictures = new Map<Figure, Buffer>();
  for (const figure of figures) {
    // A second each: whoever wants to end must be heard in between.
    await setImmediate();
    signal?.throwIfAborted();
    const png = drawn.get(figure.svg) ?? draw(figure.svg, { fitTo: { mode: 'zoom', value: ZOOM } }).asPng();
    keep(figure.svg, png);
    pictures.set(figure, png);
  }
  return pictures;
}

function keep(svg: string, png: Buffer): void {
  drawn.delete(svg);
  drawn.set(svg, png);
  for (const oldest of [...drawn.keys()].slice(0, -KEPT)) drawn.delete(oldest);
}

function fontsHave(figures: readonly Figure[], pixelsOf: (svg: string) => Buffer): boolean {
  const chinese = figures.some(({ svg }) => /\p{Script=Han}/u.test(svg));
  const trial = ['', NOBODYS, 'A', ...(chinese ? ['应'] : [])];
  // One drawing for all of them: each begins with a search for fonts.
  const pixels = pixelsOf(inSquares(trial));
  const [blank, lacking, ...found] = trial.map((_, i) => squareAt(pixels, i));
  return !found.some((square) => square.equals(blank!) || square.equals(lacking!));
}

/** One below the other. */
function inSquares(characters: string[]): string {
  const texts = characters.map((text, i) => `<text x="4" y="${(i + 1) * SQUARE - 10}" font-size="24">${text}</text>`);
  const height = characters.length * SQUARE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SQUARE}" height="${height}">${texts.join('')}</svg>`;
}

/** Four bytes a pixel. */
function squareAt(pixels: Buffer, i: number): Buffer {
  const size = SQUARE * SQUARE * 4;
  return pixels.subarray(i * size, (i + 1) * size);
}
