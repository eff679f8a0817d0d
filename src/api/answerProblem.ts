import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Details } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import { StoreError } from '../store/index.js';
import type { Problem } from './contract.js';
import { UnavailableError } from './incidents.js';
import { languageOf } from './language.js';
import { ProblemError, RefusedError, unavailable } from './problemError.js';
import { EDGE_PROBLEMS } from './problems.js';

type Body = Pick<Problem, 'title' | 'status' | 'code' | 'detail' | 'found' | 'needed'>;

/** Turns whatever a route threw into one answer; only what nobody foresaw is logged as an error. */
export function answerProblem(publicUrl: string, log: Logger): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    const problem = problemFrom(error);
    const requestId = requestIdOf(res);
    const lang = languageOf(req);
    const body = problemBody(problem, lang);
    if (body.code === 'internal_error') log.error({ err: error, requestId }, 'request failed');
    else if (body.status === 503) log.warn({ err: error, requestId }, body.code);
    // The status line is gone already: a broken connection is the only way left to say that the answer is incomplete.
    if (res.headersSent) return void res.destroy();
    const { headers = {}, members = {} } = problem.extras;
    res.status(body.status).set(headers).set('Content-Language', lang).vary('Accept-Language');
    const type = `${publicUrl}/docs/problems#${body.code}`;
    res.type('application/problem+json');
    res.send(JSON.stringify({ type, ...body, instance: requestId, ...members } satisfies Problem));
  };
}

export function requestIdOf(res: Response): string {
  return String(res.getHeader('X-Request-Id'));
}

function problemBody(problem: ProblemError | RefusedError, lang: Lang): Body {
  if (problem instanceof RefusedError) {
    const { status, code, found, needed } = problem.refusal;
    return { ...problem.words, status, code, found, needed };
  }
  const { code, found, needed } = problem;
  const { status, title, detail } = EDGE_PROBLEMS[code];
  return { title: title[lang], detail: fill(detail[lang], { ...needed, ...found }), status, code, found, needed };
}

function fill(template: string, values: Details): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    return value === undefined ? hole : Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** What somebody is told of whatever was thrown. */
export function problemFrom(error: unknown): ProblemError | RefusedError {
  if (error instanceof ProblemError || error instanceof RefusedError) return error;
  if (error instanceof UnavailableError) return unavailable('temporal_unavailable');
  if (error instanceof StoreError && error.code === 'database_failed') return unavailable('store_unavailable');
  if (error instanceof StoreError && error.code === 'register_changed') return new ProblemError('register_changed');
  if (error instanceof StoreError && error.code === 'bad_cursor') return new ProblemError('bad_cursor');
  return fromExpress(error) ?? new ProblemError('internal_error');
}

/** body-parser and the router name their errors by `type` and `status`. */
function fromExpress(error: unknown): ProblemError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: unknown };
  switch (type) {
    case 'entity.too.large':
      return new ProblemError('body_too_large', {}, typeof limit === 'number' ? { limit } : {});
    case 'entity.parse.failed':
      return new ProblemError('malformed_json');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new ProblemError('unsupported_media_type', { contentType: type });
    default:
      return status === 400 ? new ProblemError('malformed_request') : undefined;
  }
}
