import type { Lang } from '../../domain/lang.js';
import { renderHtml } from '../html/renderHtml.js';
import type { RecordedFile } from '../recordedFiles.js';
import { buildReadinessReport } from './report.js';
import type { ReadinessReportInput } from './report.js';

export interface ReadinessOrder extends ReadinessReportInput {
  lang: Lang;
  format: RecordedFile['format'];
}

export async function readinessFile({ lang, format, ...input }: ReadinessOrder): Promise<RecordedFile> {
  const model = buildReadinessReport(input, lang);
  if (format === 'html') {
    return { format, lang, contentType: 'text/html; charset=utf-8', bytes: Buffer.from(renderHtml(model)) };
  }
  // Slow to load, and HTML has no use for it.
  const { renderDocx } = await import('../docx/renderDocx.js');
  return {
    ...{ format, lang },
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await renderDocx(model),
  };
}
