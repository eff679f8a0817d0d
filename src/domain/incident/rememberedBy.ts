import type { State } from './state.js';

/** As `reckon`, and not reckoned again as long as these parts of the state are the same. It can read no others. */
export function rememberedBy<Part extends keyof State, Found>(
  parts: readonly Part[],
  reckon: (of: Pick<State, Part>) => Found,
): (of: Pick<State, Part>) => Found {
  let last: { of: Pick<State, Part>; found: Found } | undefined;
  return (of) => {
    const before = last?.of;
    const isSame = before !== undefined && parts.every((part) => of[part] === before[part]);
    if (!isSame) last = { of, found: reckon(of) };
    return last!.found;
  };
}
