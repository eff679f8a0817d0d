import type { Request } from 'express';
import { PublicQuery } from '../contract.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { namesToday } from '../namesToday.js';
import { sendPage, SHARED_HEADERS, tagOf } from '../pages/html.js';
import { noPublicPage, publicListPage, publicPage } from '../pages/publicPages.js';
import { parseQuery } from '../parse.js';
import { sharedLoads } from '../sharedLoads.js';
import { publicFeed } from '../views/publicFeed.js';
import type { Routes } from './router.js';

const ON_A_PAGE = 50;

/** What the public sees, without a token: what was approved word by word, and nothing else of any incident. */
export const publicRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const { publicUrl, zone } = settings;
  const atMost = limit(settings.limits?.public ?? USUAL_LIMITS.public, byAddress);
  // Whole crowds read the same at the same moment, which is the worst one for the database.
  const listed = sharedLoads((before) => store.listPublished(ON_A_PAGE, before === '' ? undefined : Number(before)));
  const one = sharedLoads((publicId) => store.readPublished(publicId));

  router.get('/public', atMost, async (req, res) => {
    const { before } = parseQuery(PublicQuery, req);
    const around = await aroundFor(req);
    const all = await listed(String(before ?? ''));
    const older = all.length === ON_A_PAGE ? all.at(-1)?.n : undefined;
    sendPage(res, publicListPage(all, around, older));
  });

  router.get('/public/feed.json', atMost, async (req, res) => {
    const around = await aroundFor(req);
    const feed = JSON.stringify(publicFeed(await listed(''), { ...around, publicUrl }));
    res.set({ ...SHARED_HEADERS, ETag: tagOf(feed) });
    res.type('application/feed+json').send(feed);
  });

  router.get('/public/:publicId', atMost, async (req, res) => {
    const found = await one(String(req.params['publicId']));
    const around = await aroundFor(req);
    sendPage(res, found === undefined ? noPublicPage(around.lang) : publicPage(found, around));
  });

  async function aroundFor(req: Request) {
    const { lang = languageOf(req) } = parseQuery(PublicQuery, req);
    return { lang, organisation: (await namesToday(parts)).organisation(lang), zone };
  }
};
