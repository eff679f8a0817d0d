import express from 'express';
import getAbsoluteFSPath from 'swagger-ui-dist/absolute-path.js';
import { limit, byAddress, USUAL_LIMITS } from '../limits.js';
import { languageOf } from '../language.js';
import { openApiDocument } from '../openapi.js';
import { sendPage } from '../pages/html.js';
import { problemsPage } from '../pages/problemsPage.js';
import type { Routes } from './router.js';

/** Swagger UI writes styles into its elements and draws with inline images; scripts come from here alone. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Muster API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" href="/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** `validatorUrl`: otherwise the page asks a server on the internet for a badge. */
const START = `window.ui = SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
`;

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The description of the API, readable without any network but this server. */
export const docsRoutes: Routes = (router, { settings }) => {
  const atMost = limit(settings.limits?.pages ?? USUAL_LIMITS.pages, byAddress);
  // It takes a tenth of a second to write, for which no start has to wait.
  let description: string | undefined;

  router.use('/docs', atMost, (_req, res, next) => {
    res.set('Content-Security-Policy', POLICY);
    next();
  });
  router.get('/docs', (_req, res) => void res.type('html').send(PAGE));
  router.get('/docs/start.js', (_req, res) => void res.type('js').send(START));
  router.get('/docs/openapi.json', (_req, res) => {
    description ??= JSON.stringify(openApiDocument(settings.publicUrl));
    res.type('json').send(description);
  });
  router.get('/docs/problems', (req, res) => sendPage(res, problemsPage(languageOf(req))));

  const assets = express.static(getAbsoluteFSPath(), { index: false, maxAge: '1h' });
  for (const asset of ASSETS) {
    router.get(`/docs/assets/${asset}`, (req, res, next) => {
      req.url = `/${asset}`;
      void assets(req, res, next);
    });
  }
};
