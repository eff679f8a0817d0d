import { coverageFile } from '../exercised/coverageFile.js';
import { drillFile } from '../drill/drillFile.js';
import { readinessFile } from '../readiness/readinessFile.js';
import type { RecordedFile } from '../recordedFiles.js';
import { answerInThread } from '../threads/answerInThread.js';
import type { PaperOrder } from './press.js';

/** The thread in which papers of drills, of inspections and on what was exercised are printed. */

answerInThread('the press of drills', (order: PaperOrder, signal): Promise<RecordedFile> => {
  if ('inspection' in order) return readinessFile(order);
  return 'rows' in order ? coverageFile(order) : drillFile(order, signal);
});
