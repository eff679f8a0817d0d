import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { sendPage } from '../pages/html.js';
import { mailboxLockedPage, mailListPage, mailPage, noMailPage } from '../pages/mailboxPage.js';
import { parseQuery } from '../parse.js';
import { MailboxQuery } from '../contract.js';
import type { Routes } from './router.js';

const COOKIE = 'muster_mailbox';
const PAGE = 100;

/** Shows what the embedded mailbox received; there only when mail really goes there. */
export const mailboxRoutes: Routes = (router, { store, settings }) => {
  const { mailboxKey, publicUrl, zone } = settings;
  if (mailboxKey === undefined) return;
  const atMost = limit(settings.limits?.pages ?? USUAL_LIMITS.pages, byAddress);
  // Made from the key but not the key, so that the cookie opens nothing but these pages.
  const pass = hmac(mailboxKey, 'mailbox cookie').toString('base64url');

  router.get('/mailbox', atMost, takeKey, withPass, async (req, res) => {
    const { before } = parseQuery(MailboxQuery, req);
    const mails = await store.listMails(PAGE, before);
    const older = mails.length === PAGE ? mails.at(-1)?.id : undefined;
    sendPage(res, mailListPage(mails, languageOf(req), zone, older));
  });

  router.get('/mailbox/:mailId', atMost, withPass, async (req, res) => {
    const id = String(req.params['mailId']);
    const mail = /^\d{1,15}$/.test(id) ? await store.readMail(Number(id)) : undefined;
    sendPage(res, mail ? mailPage(mail, languageOf(req), zone) : noMailPage(languageOf(req)));
  });

  /** The key leaves the address bar at once: addresses end up in histories, on screens and in copied links. */
  function takeKey(req: Request, res: Response, next: () => void): void {
    const { key } = req.query;
    if (typeof key !== 'string' || !same(hmac(mailboxKey!, key), hmac(mailboxKey!, mailboxKey!))) return next();
    const secure = publicUrl.startsWith('https:');
    res.cookie(COOKIE, pass, { httpOnly: true, sameSite: 'strict', secure, path: '/mailbox' });
    res.set('Cache-Control', 'no-store').redirect(303, '/mailbox');
  }

  function withPass(req: Request, res: Response, next: () => void): void {
    const found = new RegExp(`(?:^|; *)${COOKIE}=([A-Za-z0-9_-]+)`).exec(req.get('cookie') ?? '')?.[1] ?? '';
    if (same(Buffer.from(found), Buffer.from(pass))) return next();
    sendPage(res, mailboxLockedPage(languageOf(req)));
  }
};

function hmac(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
