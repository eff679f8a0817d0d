import { answerInThread } from '../../documents/threads/answerInThread.js';
import type { Outcome } from '../../rehearsal/index.js';
import { rehearseShare } from './share.js';
import type { Share } from './share.js';

answerInThread('the rehearsal', (share: Share): Promise<Outcome[]> => Promise.resolve(rehearseShare(share)));
