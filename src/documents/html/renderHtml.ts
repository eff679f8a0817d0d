import type { DocumentModel } from '../model.js';
import { bulletinBody } from './bulletin.js';
import { escapeHtml } from './escape.js';
import { filingBody } from './filing.js';
import { planBody } from './plan.js';
import { reportBody } from './report.js';
import { styleFor } from './style.js';

function bodyOf(model: DocumentModel): string {
  switch (model.kind) {
    case 'plan':
      return planBody(model);
    case 'report':
      return reportBody(model);
    case 'bulletin':
      return bulletinBody(model);
    case 'filing':
      return filingBody(model);
  }
}

/** One file that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderHtml(model: DocumentModel): string {
  const { lang, title, mark } = model;
  const name = escapeHtml(`${mark ?? ''}${title.join(' ')}`);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>${styleFor(lang)}</style>
</head>
<body>
${bodyOf(model)}
</body>
</html>
`;
}
