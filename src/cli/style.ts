import type { World } from './world.js';

/** Colour only for people: not in files and pipes, and not where NO_COLOR asks for none (no-color.org). */
export interface Style {
  bold: (text: string) => string;
  dim: (text: string) => string;
  good: (text: string) => string;
  bad: (text: string) => string;
}

export function styleFor(output: World['stdout'], env: World['env']): Style {
  const colour = output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const sgr = (code: number) => (text: string) => (colour && text !== '' ? `\x1b[${code}m${text}\x1b[0m` : text);
  return { bold: sgr(1), dim: sgr(2), good: sgr(32), bad: sgr(31) };
}
