import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../domain/incident/index.js';
import { hashToken } from '../seal/index.js';
import type { ApiDeps } from './deps.js';
import { ProblemError } from './problemError.js';

/** Whom a token stands for. */
export type Caller = Extract<Actor, { kind: 'person' | 'operator' }> & { tokenId: string };

const callers = new WeakMap<Request, Caller>();

/** Undefined before `authenticate` and on addresses without it. */
export function callerOf(req: Request): Caller | undefined {
  return callers.get(req);
}

/** The actor that the machine is told; only ever derived from the token. */
export function actorOf(req: Request): Extract<Actor, { kind: 'person' | 'operator' }> {
  const caller = callers.get(req);
  if (caller === undefined) throw new Error('this route lacks `authenticate`');
  return caller.kind === 'person' ? { kind: 'person', id: caller.id } : { kind: 'operator' };
}

/** The token that the request came with. */
export function tokenOf(req: Request): string {
  const caller = callers.get(req);
  if (caller === undefined) throw new Error('this route lacks `authenticate`');
  return caller.tokenId;
}

/**
 * Every request looks its token up, so that a revocation holds from the next request on: the store remembers tokens, and
 * forgets them when one is revoked. Whoever has left the roster, or is not active in it, is refused from the next request
 * on as well. `failing` counts and slows down those who guess.
 */
export function authenticate({ store, directory, settings }: ApiDeps, failing: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    const [, token] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(req.get('authorization') ?? '') ?? [];
    const caller = token === undefined ? undefined : await findCaller(token);
    if (caller === undefined) return refuse(token === undefined ? 'token_required' : 'token_invalid', req, res, next);
    if (caller.kind === 'person' && !(await directory.lists(caller.id))) {
      return next(new ProblemError('person_not_in_roster', { person: caller.id }));
    }
    callers.set(req, caller);
    next();
  };

  async function findCaller(token: string): Promise<Caller | undefined> {
    const known = await store.findToken(hashToken(token), settings.now());
    return known && { ...known.holder, tokenId: known.id };
  }

  function refuse(code: 'token_required' | 'token_invalid', req: Request, res: Response, next: (e?: unknown) => void) {
    const headers = { 'WWW-Authenticate': 'Bearer realm="muster"' };
    return failing(req, res, (error: unknown) => next(error ?? new ProblemError(code, {}, {}, { headers })));
  }
}

export const operatorOnly: RequestHandler = (req, _res, next) => {
  next(callerOf(req)?.kind === 'operator' ? undefined : new ProblemError('operator_required'));
};
