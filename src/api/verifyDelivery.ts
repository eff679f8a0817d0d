import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { SECOND } from '../domain/time.js';
import { sha256, verifyBody } from '../seal/index.js';
import type { ApiSettings } from './deps.js';
import { ProblemError } from './problemError.js';

/** How far the clocks of sender and server may be apart, and how long a delivery may travel. */
export const WINDOW_S = 300;

/** Signed with when a source is unknown, so that the answer takes as long as for a known one. */
const NOBODYS_SECRET = randomBytes(32).toString('hex');

export interface Delivery {
  source: string;
  body: Buffer;
  /** The same for the same signed delivery. */
  id: string;
}

/** The signature is checked over the bytes as they came, before anything reads them. */
export function verifyDelivery(settings: ApiSettings, req: Request): Delivery {
  const { hookSecrets } = settings;
  const source = req.get('X-Muster-Source') ?? '';
  const timestamp = req.get('X-Muster-Timestamp') ?? '';
  // Exactly 64 digits: what follows them would not be part of the signature.
  const [, signature = ''] = /^sha256=([0-9a-f]{64})$/i.exec(req.get('X-Muster-Signature') ?? '') ?? [];
  const body: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  const secret = Object.hasOwn(hookSecrets, source) ? hookSecrets[source] : undefined;
  const fits = verifyBody(secret ?? NOBODYS_SECRET, timestamp, body, signature);
  if (secret === undefined || !fits || !/^\d{1,12}$/.test(timestamp)) throw new ProblemError('bad_signature');
  const seconds = Math.round(Math.abs(settings.now() / SECOND - Number(timestamp)));
  if (seconds > WINDOW_S) throw new ProblemError('stale_signature', { seconds }, { atMost: WINDOW_S });
  return { source, body, id: sha256(`${source} ${signature.toLowerCase()}`) };
}

export function jsonFrom(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ProblemError('malformed_json');
  }
}
