import { hmacSha256, sameBytes } from './hmac.js';

/**
 * HMAC-SHA256, hex, over `<timestamp>.<body>`: the body as the bytes that were received, the timestamp as it was written
 * in its header.
 */
export function signBody(secret: string, timestamp: string, body: string | Uint8Array): string {
  return hmacSha256(secret, `${timestamp}.`, body).toString('hex');
}

/** Says nothing about the age of the delivery: whoever knows the time compares the timestamp. */
export function verifyBody(secret: string, timestamp: string, body: string | Uint8Array, signature: string): boolean {
  return sameBytes(hmacSha256(secret, `${timestamp}.`, body), Buffer.from(signature, 'hex'));
}
