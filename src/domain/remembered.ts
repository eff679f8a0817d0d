/** As `reckon`, and not reckoned again as long as it is asked of the same thing, which nobody changes. */
export function remembered<Of extends object, Found>(reckon: (of: Of) => Found): (of: Of) => Found {
  let last: { of: Of; found: Found } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, found: reckon(of) };
    return last.found;
  };
}
