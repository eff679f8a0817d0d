import { drillFile } from '../drill/drillFile.js';
import { answerInThread } from '../threads/answerInThread.js';

/** The thread in which papers of drills are printed. */

answerInThread('the press of drills', drillFile);
