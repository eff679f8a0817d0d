import { randomBytes } from 'node:crypto';
import { sha256 } from './sha256.js';

/** The prefix lets secret scanners and people recognise a token that ended up where it should not be. */
export function newToken(): string {
  return `muster_${randomBytes(32).toString('base64url')}`;
}

/** 256 random bits need neither salt nor a slow hash. */
export function hashToken(token: string): string {
  return sha256(token);
}
