import type { Response } from 'express';
import type { PlanFormat, PrintedPlan } from '../../documents/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PlanVersion } from '../../store/index.js';

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
    // The plan is words of people: no script may run in it.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'Cache-Control': 'no-store',
  });
  res.send(bytes);
}
