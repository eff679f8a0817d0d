import type { Figure } from './model.js';

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
 * a picture full of empty squares is worse than none.
 */
export async function rasterise(
  figures: readonly Figure[],
  loadSystemFonts = true,
): Promise<ReadonlyMap<Figure, Buffer> | undefined> {
  const missing = figures.filter(({ svg }) => !drawn.has(svg));
  if (missing.length > 0 && !(await fontsHave(missing, loadSystemFonts))) return undefined;
  const { renderAsync } = await import('@resvg/resvg-js');
  const pictures = await Promise.all(
    figures.map(async ({ svg }) => {
      // In another thread: this one answers requests.
      return drawn.get(svg) ?? (await renderAsync(svg, { fitTo: { mode: 'zoom', value: ZOOM } })).asPng();
    }),
  );
  figures.forEach(({ svg }, i) => keep(svg, pictures[i]!));
  return new Map(figures.map((figure, i) => [figure, pictures[i]!]));
}

function keep(svg: string, png: Buffer): void {
  drawn.delete(svg);
  drawn.set(svg, png);
  for (const oldest of [...drawn.keys()].slice(0, -KEPT)) drawn.delete(oldest);
}

async function fontsHave(figures: readonly Figure[], loadSystemFonts: boolean): Promise<boolean> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const chinese = figures.some(({ svg }) => /\p{Script=Han}/u.test(svg));
  const trial = ['', NOBODYS, 'A', ...(chinese ? ['应'] : [])];
  // One drawing for all of them: each begins with a search for fonts.
  const { pixels } = await renderAsync(inSquares(trial), { font: { loadSystemFonts } });
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
