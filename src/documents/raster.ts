import type { Figure } from './model.js';

/** Dots per unit of the drawing: about 250 to the inch on paper. */
const ZOOM = 3;
/** No font has a picture for this one; it is drawn as whatever a font shows for what it lacks. */
const NOBODYS = '\u{10fffd}';
/** Side of the squares in which single characters are tried. */
const SQUARE = 40;

/**
 * The figures as PNG, drawn with the fonts of this machine. `undefined` where these lack the characters of the figures:
 * a picture full of empty squares is worse than none.
 */
export async function rasterise(figures: readonly Figure[]): Promise<ReadonlyMap<Figure, Buffer> | undefined> {
  if (figures.length === 0) return new Map();
  const { Resvg } = await import('@resvg/resvg-js');
  const chinese = figures.some(({ svg }) => /\p{Script=Han}/u.test(svg));
  const trial = ['', NOBODYS, 'A', ...(chinese ? ['应'] : [])];
  // One drawing for all of them: each begins with a search for fonts, which takes most of the time.
  const { pixels } = new Resvg(inSquares(trial)).render();
  const [blank, lacking, ...found] = trial.map((_, i) => squareAt(pixels, i));
  if (found.some((square) => square.equals(blank!) || square.equals(lacking!))) return undefined;
  return new Map(
    figures.map((figure) => {
      const drawn = new Resvg(figure.svg, { fitTo: { mode: 'zoom', value: ZOOM } }).render();
      return [figure, drawn.asPng()];
    }),
  );
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
