import { LANGS } from '../../domain/lang.js';
import type { Document } from '../contract.js';

interface File {
  format: string;
  lang: string;
  sha256: string;
}

export function documentView(incidentId: string, documentId: string, kind: string, files: File[]): Document {
  return {
    documentId,
    kind,
    files: files.flatMap(({ format, lang, sha256 }) => {
      const known = LANGS.find((l) => l === lang);
      if (known === undefined) return [];
      const url = `/api/v1/incidents/${incidentId}/documents/${documentId}/${format}?lang=${known}`;
      return [{ format, lang: known, sha256, url }];
    }),
  };
}
