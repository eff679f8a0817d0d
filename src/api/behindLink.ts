import type { Request, RequestHandler, Response } from 'express';
import type { Lang } from '../domain/lang.js';
import type { Instant } from '../domain/time.js';
import type { LinkRefusal } from '../seal/index.js';
import { problemFrom, requestIdOf } from './answerProblem.js';
import type { ApiParts } from './deps.js';
import { languageOf } from './language.js';
import { sendPage } from './pages/html.js';
import type { Page } from './pages/html.js';

interface LinkKind<L> {
  /** What the log calls it. */
  name: string;
  read: (key: string, token: string, now: Instant) => L | LinkRefusal;
  /** Of a link that leads nowhere, or that cannot be served now. */
  failurePage: (why: 'expired' | 'invalid' | 'failed', lang: Lang) => Page;
}

/** Behind a signed link (`:token`) people see a page whatever happens, never JSON. */
export function behindLink<L extends object>({ settings, log }: ApiParts, { name, read, failurePage }: LinkKind<L>) {
  return (serve: (link: L, req: Request, res: Response) => Promise<void>): RequestHandler =>
    async (req, res) => {
      const link = read(settings.signingKey, String(req.params['token']), settings.now());
      if (typeof link === 'string') {
        return sendPage(res, failurePage(link === 'expired' ? 'expired' : 'invalid', languageOf(req)));
      }
      try {
        await serve(link, req, res);
      } catch (error) {
        const wait = retryAfter(error);
        const said = { err: error, link, requestId: requestIdOf(res) };
        if (wait === undefined) log.error(said, `${name} could not be served`);
        else log.warn(said, `${name} could not be served now`);
        sendPage(res.set('Retry-After', wait ?? '2'), failurePage('failed', languageOf(req)));
      }
    };
}

/** In how many seconds trying again makes sense; absent where it makes none. */
export function retryAfter(error: unknown): string | undefined {
  return problemFrom(error).extras.headers?.['Retry-After'];
}
