import canonicalize from 'canonicalize';

// The package is CommonJS and exports the function itself; its types describe an ES module.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/** JSON as RFC 8785 (JCS) writes it: the same value always gives the same bytes. Throws for NaN and Infinity. */
export function canonical(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('undefined has no JSON form');
  return text;
}
