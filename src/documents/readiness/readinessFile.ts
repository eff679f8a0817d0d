import type { Lang } from '../../domain/lang.js';
import { paperFile } from '../paperFile.js';
import type { RecordedFile } from '../recordedFiles.js';
import { buildReadinessReport } from './report.js';
import type { ReadinessReportInput } from './report.js';

export interface ReadinessOrder extends ReadinessReportInput {
  lang: Lang;
  format: RecordedFile['format'];
}

export async function readinessFile({ lang, format, ...input }: ReadinessOrder): Promise<RecordedFile> {
  return paperFile(buildReadinessReport(input, lang), { lang, format });
}
