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
    return { format, lang, contentType: 'text/html; charset=utf-8', bytes: Buffer.from(renderHtml(model)) };
  }
  // Slow to load, and HTML has no use for it.
  const { renderDocx } = await import('./docx/renderDocx.js');
  const figures = figuresIn(model);
  const rasters = figures.length === 0 ? undefined : await rasterise(figures, { signal });
  return {
    ...{ format, lang },
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await renderDocx(model, rasters === undefined ? {} : { rasters }),
  };
}
