import type { Lang } from '../../domain/lang.js';
import { paperFile } from '../paperFile.js';
import type { RecordedFile } from '../recordedFiles.js';
import { buildCoverage } from './report.js';
import type { CoverageInput } from './report.js';

export interface CoverageOrder extends CoverageInput {
  lang: Lang;
  format: RecordedFile['format'];
}

export function coverageFile({ lang, format, ...input }: CoverageOrder): Promise<RecordedFile> {
  return paperFile(buildCoverage(input, lang), { lang, format });
}
