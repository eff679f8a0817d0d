import { z } from 'zod';
import { LangCode } from './common.js';

const DocumentFile = z
  .object({
    format: z.string().describe('docx or html'),
    lang: LangCode,
    sha256: z.string().describe('Hex, of the file.'),
    url: z.string().describe('Path of the download.'),
  })
  .meta({ id: 'DocumentFile' });

export const Document = z
  .object({ documentId: z.string(), kind: z.string(), files: z.array(DocumentFile) })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof Document>;

export const DocumentList = z.object({ items: z.array(Document) }).meta({ id: 'DocumentList' });
