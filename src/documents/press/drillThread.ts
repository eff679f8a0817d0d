import { drillFile } from '../drill/drillFile.js';
import { readinessFile } from '../readiness/readinessFile.js';
import { answerInThread } from '../threads/answerInThread.js';
import type { PaperOrder } from './press.js';

/** The thread in which papers of drills and of inspections are printed. */

answerInThread('the press of drills', (order: PaperOrder, signal) =>
  'inspection' in order ? readinessFile(order) : drillFile(order, signal),
);
