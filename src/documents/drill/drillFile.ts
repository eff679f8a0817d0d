import type { DrillPaper } from '../../domain/drill/index.js';
import type { Lang } from '../../domain/lang.js';
import { figuresIn } from '../figures.js';
import { renderHtml } from '../html/renderHtml.js';
import type { DocumentModel } from '../model.js';
import { rasterise } from '../raster.js';
import type { RecordedFile } from '../recordedFiles.js';
import type { DrillPaperInput } from './context.js';
import { buildDrillQuestionnaire } from './questionnaire.js';
import { buildDrillReport } from './report.js';
import { buildDrillScheme } from './scheme.js';

export interface DrillOrder extends DrillPaperInput {
  paper: DrillPaper;
  lang: Lang;
  format: RecordedFile['format'];
}

function modelOf({ paper, lang, ...input }: DrillOrder): DocumentModel {
  switch (paper) {
    case 'scheme':
      return buildDrillScheme(input, lang, 'players');
    case 'controllersScheme':
      return buildDrillScheme(input, lang, 'controllers');
    case 'questionnaire':
      return buildDrillQuestionnaire(input, lang);
    case 'report':
      return buildDrillReport(input, lang);
  }
}

/** Charts take a second or two as DOCX, without a pause: whoever decides or answers has it done in another thread. */
export async function drillFile(order: DrillOrder, signal?: AbortSignal): Promise<RecordedFile> {
  const { lang, format } = order;
  const model = modelOf(order);
  if (format === 'html') {
    return { format, lang, contentType: 'text/html; charset=utf-8', bytes: Buffer.from(renderHtml(model)) };
  }
  // Slow to load, and HTML has no use for it.
  const { renderDocx } = await import('../docx/renderDocx.js');
  const figures = figuresIn(model);
  const rasters = figures.length === 0 ? undefined : await rasterise(figures, { signal });
  return {
    ...{ format, lang },
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await renderDocx(model, rasters === undefined ? {} : { rasters }),
  };
}
