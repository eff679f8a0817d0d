import type { Voice } from '../session.js';

/** Nothing at all where there is nothing to list. */
export function section(title: string, lines: string[], { style }: Voice): string[] {
  return lines.length === 0 ? [] : [style.bold(title), ...lines];
}
