/** Chinese characters, kana and full-width forms take a whole square. */
const SQUARE = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f“”‘’…—]/u;
/** May not begin a line (GB/T 15834-2011, 5.1). */
const CLOSING = /^[，。、；：？！）》」』”’%.,;:?!)\]]/u;

/**
 * About how wide a text is, in the unit of `size`. Pictures are laid out before any font is known, so this is on the safe
 * side of the wide faces that machines fall back on where those that pictures name are not there.
 */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + widthOfOne(character), 0) * size;
}

function widthOfOne(character: string): number {
  if (SQUARE.test(character)) return 1;
  if (/[mwMW@%&]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 0.8;
  if (/[ijlI.,:;'|! ]/.test(character)) return 0.36;
  return /[tfr()[\]-]/.test(character) ? 0.46 : 0.64;
}

/** In lines no wider than `width`: between words, and between any two Chinese characters. */
export function wrap(text: string, size: number, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, size, width));
}

function wrapLine(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trim());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trim()];
}

/** The smallest parts that a line may be broken between. */
function pieces(text: string): string[] {
  const parts =
    text.match(/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]|[^\u2e80-\u9fff\uff00-\uff60\u3000-\u303f\s]+\s*|\s+/gu) ??
    [];
  return parts.reduce<string[]>((all, part) => {
    if (CLOSING.test(part) && all.length > 0) all.push(`${all.pop()!}${part}`);
    else all.push(part);
    return all;
  }, []);
}
