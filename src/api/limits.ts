import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { callerOf } from './auth.js';
import { ProblemError } from './problemError.js';

/**
 * Requests a minute. They stop a client that runs wild, not an emergency: an organisation mostly comes from one address,
 * and 3,000 people may open and answer their links within the same minute.
 */
export interface Limits {
  /** By token: everything under `/api/v1`. */
  api: number;
  /** By token, within `api`: new incidents. */
  reports: number;
  /** By token, within `api`: proofs and exports of records. */
  records: number;
  /** By address: `/ack`, two requests for each answer. */
  links: number;
  /** By address: `/public`. */
  public: number;
  /** By address: `/hooks`. */
  hooks: number;
  /** By address: `/mailbox`, `/docs`. */
  pages: number;
  /** By address: requests with a missing or wrong token, signature or key. */
  failures: number;
}

export const USUAL_LIMITS: Limits = {
  api: 30_000,
  reports: 6_000,
  records: 3_000,
  links: 60_000,
  public: 60_000,
  hooks: 6_000,
  pages: 1_200,
  failures: 300,
};

const WINDOW_MS = 60_000;

/** Counts in this process only: with several API processes each grants the limit. */
export function limit(perMinute: number, key: (req: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: key,
    handler: (req, _res, next) => next(tooMany(req)),
  });
}

export function byCaller(req: Request): string {
  return callerOf(req)?.tokenId ?? byAddress(req);
}

/** One key for a whole IPv6 subnet, since a single client owns all of it. */
export function byAddress(req: Request): string {
  return ipKeyGenerator(req.ip ?? 'unknown');
}

function tooMany(req: Request): ProblemError {
  const { resetTime } = (req as Request & { rateLimit?: { resetTime?: Date } }).rateLimit ?? {};
  const left = resetTime === undefined ? WINDOW_MS : resetTime.getTime() - Date.now();
  const retryAfter = Math.max(1, Math.ceil(left / 1000));
  return new ProblemError('rate_limited', {}, { retryAfter }, { headers: { 'Retry-After': String(retryAfter) } });
}
