import { formatDuration } from '../../domain/words/index.js';
import type { Voice } from '../session.js';

interface Unknown {
  why?: string | undefined;
}

/** A number first, padded to one width: names are of any width, and some are Chinese. */
const WIDTH = 18;

/** One line: the figure, then what it is of, then more about it. */
export function row(figure: string, name: string, more: string[], { style }: Voice): string {
  const rest = more.filter((part) => part !== '').join('  ');
  return `  ${padded(figure)}${name}${rest === '' ? '' : `  ${style.dim(rest)}`}`;
}

function padded(figure: string): string {
  // Han characters are two cells wide.
  const cells = [...figure].reduce((sum, char) => sum + (/[⺀-￯]/u.test(char) ? 2 : 1), 0);
  return figure + ' '.repeat(Math.max(2, WIDTH - cells));
}

export function duration(value: number | undefined, { lang }: Voice): string {
  return value === undefined ? '–' : formatDuration(value, lang);
}

export function fraction({ met, of }: { met?: number | undefined; of?: number | undefined }): string {
  if (met === undefined || of === undefined) return '–';
  return `${met}/${of} ${Math.round((100 * met) / of)}%`;
}

export function whyNot({ why }: Unknown, { say }: Voice): string {
  return why === undefined ? '' : say(`unknown: ${why}`, `不明：${why}`);
}
