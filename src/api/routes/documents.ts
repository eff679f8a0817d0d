import type { z } from 'zod';
import { LANGS } from '../../domain/lang.js';
import type { DocumentEntry } from '../../store/index.js';
import { DocumentQuery } from '../contract.js';
import type { Document, DocumentList } from '../contract.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { firstDocument } from '../firstDocument.js';
import { sendDocument } from '../sendDocument.js';
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
    const document = await firstDocument(parts.store, { incidentId, id: documentId, format }, langs);
    if (!document) throw new ProblemError('document_not_found', { incidentId, documentId, format });
    sendDocument(res, document);
  });
};

function byDocument(incidentId: string, files: DocumentEntry[]): Document[] {
  const documents = new Map<string, DocumentEntry[]>();
  for (const file of files) documents.set(file.id, [...(documents.get(file.id) ?? []), file]);
  return [...documents].map(([id, of]) => documentView(incidentId, id, of[0]?.kind ?? '', of));
}
