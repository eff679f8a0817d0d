import type { z } from 'zod';

type ZodIssue = z.core.$ZodIssue;

/**
 * Of the ways in which a value may be written, the one whose types fit furthest down and then misses least: what is wrong
 * there was meant. None, when two are equally near.
 */
export function optionMeant(options: ZodIssue[][]): ZodIssue[] | undefined {
  const ranked = options
    .map((issues) => {
      const depths = issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.length);
      const depth = Math.min(Infinity, ...depths);
      return { issues, depth, misfits: depths.filter((d) => d === depth).length };
    })
    .sort((a, b) => (a.depth === b.depth ? a.misfits - b.misfits : b.depth - a.depth));
  const [best, next] = ranked;
  return best?.depth === next?.depth && best?.misfits === next?.misfits ? undefined : best?.issues;
}

/** The only entry of a list that fits no way of writing it. */
export function entryAtFault(options: ZodIssue[][]): number | undefined {
  const entries = new Set(options.flat().map(({ path }) => path[0]));
  const [entry] = entries;
  return entries.size === 1 && typeof entry === 'number' ? entry : undefined;
}
