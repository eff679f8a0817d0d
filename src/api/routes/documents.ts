import type { Response } from 'express';
import type { z } from 'zod';
import { LANGS } from '../../domain/lang.js';
import type { DocumentEntry, StoredDocument } from '../../store/index.js';
import { DocumentQuery } from '../contract.js';
import type { Document, DocumentList } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { documentView } from '../views/documentView.js';
import type { Routes } from './router.js';

export const documentRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/documents', async (req, res) => {
    const { incidentId } = await loadIncident(parts, incidentIdOf(req));
    const files = await parts.store.listDocuments(incidentId);
    res.json({ items: byDocument(incidentId, files) } satisfies z.infer<typeof DocumentList>);
  });

  router.get('/api/v1/incidents/:incidentId/documents/:documentId/:format', async (req, res) => {
    const { lang } = parseQuery(DocumentQuery, req);
    const { incidentId } = await loadIncident(parts, incidentIdOf(req));
    const { documentId, format } = req.params;
    // Without a wish any language is better than none.
    const langs = lang === undefined ? [languageOf(req), ...LANGS] : [lang];
    const document = await firstOf(parts, incidentId, documentId, format, langs);
    if (!document) throw new ProblemError('document_not_found', { incidentId, documentId, format });
    send(res, document);
  });
};

function byDocument(incidentId: string, files: DocumentEntry[]): Document[] {
  const documents = new Map<string, DocumentEntry[]>();
  for (const file of files) documents.set(file.id, [...(documents.get(file.id) ?? []), file]);
  return [...documents].map(([id, of]) => documentView(incidentId, id, of[0]?.kind ?? '', of));
}

async function firstOf(
  { store }: ApiParts,
  incidentId: string,
  id: string,
  format: string,
  langs: string[],
): Promise<StoredDocument | undefined> {
  for (const lang of langs) {
    const document = await store.readDocument({ id, format, lang });
    if (document?.incidentId === incidentId) return document;
  }
  return undefined;
}

function send(res: Response, { incidentId, kind, lang, format, contentType, bytes, sha256 }: StoredDocument): void {
  // HTML is looked at, everything else is kept. It carries words of strangers: no script may run in it.
  const place = format === 'html' ? 'inline' : 'attachment';
  res.set({
    'Content-Type': contentType,
    'Content-Disposition': `${place}; filename="${incidentId}-${kind}-${lang}.${format}"`,
    'Content-Language': lang,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'Cache-Control': 'private, no-cache',
    ETag: `"${sha256}"`,
  });
  res.send(Buffer.from(bytes));
}
