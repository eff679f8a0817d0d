import type { DrillPaper } from '../../domain/drill/index.js';
import type { Lang } from '../../domain/lang.js';
import type { DocumentModel } from '../model.js';
import { paperFile } from '../paperFile.js';
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

/** Whoever decides or answers has it done in another thread. */
export async function drillFile(order: DrillOrder, signal?: AbortSignal): Promise<RecordedFile> {
  return paperFile(modelOf(order), order, signal);
}
