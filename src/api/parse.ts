import type { Request } from 'express';
import type { z } from 'zod';
import type { Lang } from '../domain/lang.js';
import { issueWords } from './issueWords.js';
import { languageOf } from './language.js';
import { ProblemError } from './problemError.js';

/** Enough to repair a request; a body made to collect errors gets no longer an answer for it. */
const MOST_ERRORS = 50;

export function parseBody<S extends z.ZodType>(schema: S, req: Request): z.infer<S> {
  return parse(schema, req.body, languageOf(req));
}

export function parseQuery<S extends z.ZodType>(schema: S, req: Request): z.infer<S> {
  return parse(schema, { ...req.query }, languageOf(req));
}

export function parse<S extends z.ZodType>(schema: S, value: unknown, lang: Lang): z.infer<S> {
  const read = schema.safeParse(value, { error: issueWords(lang) });
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  const fields = [...new Set(errors.map((e) => e.path))];
  throw new ProblemError('invalid_request', { fields }, {}, { members: { errors } });
}

/** A query field that came twice is an array, which no schema here accepts. */
export function headerId(req: Request, header: string): string | undefined {
  const value = req.get(header);
  if (value === undefined) return undefined;
  // No slash: the server's own request ids (`ack/…`) have one, and a client must not be able to take them first.
  if (!/^[A-Za-z0-9._:~+=-]{1,200}$/.test(value)) {
    throw new ProblemError('bad_header', { header }, { form: '[A-Za-z0-9._:~+=-]{1,200}' });
  }
  return value;
}
