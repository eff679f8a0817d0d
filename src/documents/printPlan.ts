import { CONTENT_TYPES } from '../domain/contentTypes.js';
import { contentsOf } from './contents.js';
import { figuresIn } from './figures.js';
import { renderHtml } from './html/renderHtml.js';
import { pageNumbersOf } from './office/pageNumbers.js';
import type { OfficeFailure } from './office/runOffice.js';
import type { PlanDocumentInput } from './plan/input.js';
import { buildPlanDocument } from './plan/planDocument.js';
import { rasterise } from './raster.js';

export const PLAN_FORMATS = ['docx', 'html'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** What the file does without, and why; it is complete all the same. */
export type PrintNote = { code: 'noPageNumbers'; because: OfficeFailure } | { code: 'noRasters' };

export interface PrintedPlan {
  contentType: string;
  bytes: Buffer;
  notes: PrintNote[];
}

export interface PrintPlanInput extends PlanDocumentInput {
  format: PlanFormat;
  /** LibreOffice, where it is not in a usual place; the first of them that is there. */
  office?: readonly string[];
  officeTimeLimitMs?: number;
}

/**
 * Takes seconds as DOCX, and one or two of them without a pause: LibreOffice lays the document out to find the pages of its
 * contents. A process that answers requests prints through a `Press`.
 */
export async function printPlan(input: PrintPlanInput, signal?: AbortSignal): Promise<PrintedPlan> {
  const model = buildPlanDocument(input);
  if (input.format === 'html') {
    return { contentType: CONTENT_TYPES.html, bytes: Buffer.from(renderHtml(model)), notes: [] };
  }
  // Slow to load, and HTML has no use for it.
  const { renderDocx } = await import('./docx/renderDocx.js');
  const rasters = await rasterise(figuresIn(model), { signal });
  const extras = rasters === undefined ? {} : { rasters };
  const probe = await renderDocx(model, { ...extras, probe: true });
  signal?.throwIfAborted();
  const laid = await pageNumbersOf(probe, { programs: input.office, timeLimitMs: input.officeTimeLimitMs, signal });
  const found = 'pages' in laid ? contentsOf(model).map(({ anchor }) => laid.pages.get(anchor)) : [];
  const pageNumbers = found.filter((page) => page !== undefined);
  const complete = 'pages' in laid && pageNumbers.length === contentsOf(model).length;
  const because: OfficeFailure = 'pages' in laid ? { code: 'failed', detail: 'pages are missing' } : laid;
  return {
    contentType: CONTENT_TYPES.docx,
    bytes: await renderDocx(model, { ...extras, ...(complete ? { pageNumbers } : {}) }),
    notes: [
      ...(complete ? [] : [{ code: 'noPageNumbers', because } as const]),
      ...(rasters === undefined ? [{ code: 'noRasters' } as const] : []),
    ],
  };
}
