import type { Response } from 'express';
import type { PlanFormat, PrintedPlan } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PlanVersion } from '../../store/index.js';
import { DOCUMENT_POLICY } from '../sendDocument.js';

export function sendPlanDocument(
  res: Response,
  { id, version }: PlanVersion,
  { lang, format }: { lang: Lang; format: PlanFormat },
  { contentType, bytes }: PrintedPlan,
): void {
  // HTML is looked at, everything else is kept.
  const place = format === 'html' ? 'inline' : 'attachment';
  res.set({
    'Content-Type': contentType,
    'Content-Disposition': `${place}; filename="${id}-v${version}-${lang}.${format}"`,
    'Content-Language': lang,
    'Content-Security-Policy': DOCUMENT_POLICY,
    'Cache-Control': 'no-store',
  });
  res.send(bytes);
}
