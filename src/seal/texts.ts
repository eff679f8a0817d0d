import { randomBytes } from 'node:crypto';
import { sha256 } from './sha256.js';

/**
 * A free text beside its digest. To erase it, drop `text` and `salt` and keep `digest`: the chain stays verifiable, and
 * without the salt nobody can find a short text again by trying.
 */
export interface SealedText {
  digest: string;
  salt?: string;
  text?: string;
}

export type SealedTexts = Record<string, SealedText>;

/** By field name. */
export type Salts = Record<string, string>;

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

export function sealText(text: string, salt: string): SealedText {
  return { digest: sha256(salt + text), salt, text };
}

/** Of an erased text the digest alone is left, and nothing to compare. Half of one was not erased, but taken out. */
export function agreesWithDigest({ digest, salt, text, ...more }: SealedText): boolean {
  if (Object.keys(more).length > 0) return false;
  if (text === undefined) return salt === undefined;
  return salt !== undefined && sha256(salt + text) === digest;
}
