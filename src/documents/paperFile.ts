import { CONTENT_TYPES } from '../domain/contentTypes.js';
import type { Lang } from '../domain/lang.js';
import { figuresIn } from './figures.js';
import { renderHtml } from './html/renderHtml.js';
import type { DocumentModel } from './model.js';
import { rasterise } from './raster.js';
import type { RecordedFile } from './recordedFiles.js';

/** A document as a file. Charts take a second or two as DOCX, without a pause. */
export async function paperFile(
  model: DocumentModel,
  { lang, format }: { lang: Lang; format: RecordedFile['format'] },
  signal?: AbortSignal,
): Promise<RecordedFile> {
  if (format === 'html') {
    return { format, lang, contentType: CONTENT_TYPES.html, bytes: Buffer.from(renderHtml(model)) };
  }
  // Slow to load, and HTML has no use for it.
  const { renderDocx } = await import('./docx/renderDocx.js');
  const figures = figuresIn(model);
  const rasters = figures.length === 0 ? undefined : await rasterise(figures, { signal });
  return {
    ...{ format, lang },
    contentType: CONTENT_TYPES.docx,
    bytes: await renderDocx(model, rasters === undefined ? {} : { rasters }),
  };
}
