import express, { type Request, type RequestHandler } from 'express';
import { ProblemError } from './problemError.js';

/** Reports are text; attachments have no place here. */
const MAX_BODY_BYTES = 256 * 1024;

/** A complete plan in two languages is about half a megabyte. */
const MAX_PLAN_BYTES = 2 * 1024 * 1024;

/** The roster of an organisation of thousands is one or two megabytes. */
const MAX_REGISTER_BYTES = 4 * 1024 * 1024;

/** Compressed bodies are refused: nothing here is large enough to need them, and the limit then means what it says. */
const upTo = (limit: number) => ({ limit, type: () => true, inflate: false });

/** Any JSON value; what it must look like is the contract's business. An absent body is read as `{}`. */
export const readJson = jsonUpTo(MAX_BODY_BYTES);
export const readPlanJson = jsonUpTo(MAX_PLAN_BYTES);
export const readRegisterJson = jsonUpTo(MAX_REGISTER_BYTES);

/** A screenshot, a log, a signed list: what shows that a task was done. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Any file; `req.body` is then a Buffer. */
export const readFileBytes: RequestHandler = express.raw(upTo(MAX_FILE_BYTES));

/** The bytes as they came, for a signature over them; `req.body` is then a Buffer. */
export const readRaw: RequestHandler[] = [requireJson, express.raw(upTo(MAX_BODY_BYTES))];

/** A form of a page of ours, of a few fields. Any other body is left alone. */
export const readForm: RequestHandler = express.urlencoded({ extended: false, limit: '32kb', inflate: false });

/** A sheet of some twenty answers; written as a form, a Chinese character is nine bytes. */
export const readSheetForm: RequestHandler = express.urlencoded({ extended: false, limit: '512kb', inflate: false });

function jsonUpTo(limit: number): RequestHandler[] {
  return [requireJson, express.json({ ...upTo(limit), strict: false }), emptyAsObject];
}

function requireJson(req: Request, _res: unknown, next: (error?: unknown) => void): void {
  const contentType = req.get('content-type');
  if (!hasBody(req) || req.is('application/json') !== false) return next();
  next(new ProblemError('unsupported_media_type', { contentType: contentType?.slice(0, 100) ?? 'none' }));
}

function hasBody(req: Request): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

function emptyAsObject(req: Request, _res: unknown, next: () => void): void {
  if (req.body === undefined) req.body = {};
  next();
}
