import { answerInThread } from '../../documents/threads/answerInThread.js';
import type { Outcome } from '../../rehearsal/index.js';
import { rehearseShares } from './share.js';
import type { Share } from './share.js';

const rehearse = rehearseShares();
answerInThread('the rehearsal', (share: Share): Promise<Outcome[]> => Promise.resolve(rehearse(share)));
