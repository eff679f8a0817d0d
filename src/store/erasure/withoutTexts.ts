import type { SealedTexts } from '../../seal/index.js';

/** The digest stays. Without the salt nobody can find a short text again by trying. */
export function withoutTexts(sealed: SealedTexts, fields: readonly string[]): SealedTexts {
  return Object.fromEntries(
    Object.entries(sealed).map(([field, text]) => [field, fields.includes(field) ? { digest: text.digest } : text]),
  );
}
