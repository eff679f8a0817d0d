import type { State } from './state.js';

/** As `reckon`, and not reckoned again as long as these parts of the state are the same. It can read no others. */
export function rememberedBy<Part extends keyof State, Found>(
  parts: readonly Part[],
  reckon: (of: Pick<State, Part>) => Found,
): (of: Pick<State, Part>) => Found {
  let last: { of: Pick<State, Part>; found: Found } | undefined;
  return (of) => {
    if (last !== undefined && isSame(parts, of, last.of)) return last.found;
    last = { of, found: reckon(of) };
    return last.found;
  };
}

function isSame<Part extends keyof State>(parts: readonly Part[], a: Pick<State, Part>, b: Pick<State, Part>): boolean {
  for (const part of parts) if (a[part] !== b[part]) return false;
  return true;
}
