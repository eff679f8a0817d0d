import { CONTENT_TYPES } from '../domain/contentTypes.js';
import type { Response } from 'express';
import { filingText, renderDocx, renderHtml } from '../documents/index.js';
import type { FilingModel } from '../documents/index.js';
import type { FilingFormat } from './contract.js';
import { DOCUMENT_POLICY } from './sendDocument.js';

type Render = (model: FilingModel) => Promise<Buffer> | string;
const FORMATS: Record<FilingFormat, { type: string; extension: string; render: Render }> = {
  html: { type: CONTENT_TYPES.html, extension: 'html', render: renderHtml },
  text: { type: 'text/plain; charset=utf-8', extension: 'txt', render: filingText },
  docx: {
    type: CONTENT_TYPES.docx,
    extension: 'docx',
    render: renderDocx,
  },
};

export async function sendFiling(
  res: Response,
  model: FilingModel,
  {
    incidentId,
    obligation,
    seq,
    format,
  }: { incidentId: string; obligation: string; seq: number; format: FilingFormat },
): Promise<void> {
  const { type, extension, render } = FORMATS[format];
  const bytes = Buffer.from(await render(model));
  const place = format === 'docx' ? 'attachment' : 'inline';
  res.set({
    'Content-Type': type,
    'Content-Disposition': `${place}; filename="${incidentId}-${obligation}-${model.lang}.${extension}"`,
    'Content-Language': model.lang,
    'Content-Security-Policy': DOCUMENT_POLICY,
    'Cache-Control': 'no-store',
    'Muster-Seq': String(seq),
  });
  res.send(bytes);
}
