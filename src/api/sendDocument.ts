import type { Response } from 'express';
import type { Lang } from '../domain/lang.js';
import type { StoredDocument } from '../store/index.js';

type Printed = Pick<StoredDocument, 'lang' | 'format' | 'contentType' | 'bytes'>;

/** It carries words of strangers: no script may run in it. */
export const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** A file that stays as it is. HTML is looked at, everything else is kept. */
export function sendDocument(
  res: Response,
  { incidentId, kind, lang, format, contentType, bytes, sha256 }: StoredDocument,
): void {
  const place = format === 'html' ? 'inline' : 'attachment';
  res.set({
    'Content-Type': contentType,
    'Content-Disposition': `${place}; filename="${incidentId}-${kind}-${lang}.${format}"`,
    'Content-Language': lang,
    'Content-Security-Policy': DOCUMENT_POLICY,
    'Cache-Control': 'private, no-cache',
    ETag: `"${sha256}"`,
  });
  res.send(Buffer.from(bytes));
}

/** Printed just now, and not kept: it may read differently a moment later. */
export function sendPrinted(
  res: Response,
  { name, lang, format, contentType, bytes }: { name: string } & Printed,
): void {
  const place = format === 'html' ? 'inline' : 'attachment';
  res.set({
    'Content-Type': contentType,
    'Content-Disposition': `${place}; filename="${name}-${lang}.${format}"`,
    'Content-Language': lang,
    'Content-Security-Policy': DOCUMENT_POLICY,
    'Cache-Control': 'no-store',
  });
  res.send(Buffer.from(bytes));
}

/** Rendered just now; it may read differently a moment later. */
export function sendDocumentPage(res: Response, lang: Lang, page: string): void {
  res.set({ 'Content-Language': lang, 'Content-Security-Policy': DOCUMENT_POLICY, 'Cache-Control': 'no-store' });
  res.type('html').send(page);
}
