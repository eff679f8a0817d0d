import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Minted here, never taken from the client: it goes into the log unescaped and must be unique. */
export const requestId: RequestHandler = (_req, res, next) => {
  res.set('X-Request-Id', randomUUID());
  next();
};
