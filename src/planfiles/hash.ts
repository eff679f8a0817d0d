import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

// The package is CommonJS and exports the function itself; its types describe an ES module.
const canonical = canonicalize as unknown as (value: unknown) => string;

/** SHA-256, hex, over the document as RFC 8785 writes it: layout, comments, order of keys and of files do not count. */
export function contentHash(document: object): string {
  return createHash('sha256').update(canonical(document)).digest('hex');
}
