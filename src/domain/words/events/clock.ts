import { paceWords } from '../pace.js';
import type { SentencesOf } from './sentences.js';

export const clockEvents: SentencesOf<'paceSet'> = {
  'zh-CN': {
    paceSet({ actor, via, pace }, say) {
      if (via === 'drill') return pace === 0 ? '演练时钟暂停。' : `演练时钟设为${paceWords(pace, 'zh-CN')}。`;
      if (pace === 0) return `${say.actor(actor)}暂停了演练时钟。`;
      return `${say.actor(actor)}将演练时钟设为${paceWords(pace, 'zh-CN')}。`;
    },
  },
  en: {
    paceSet({ actor, via, pace }, say) {
      if (via === 'drill')
        return `The clock of the drill ${pace === 0 ? 'stands still' : `goes ${paceWords(pace, 'en')}`}.`;
      if (pace === 0) return `${say.actor(actor)} paused the clock of the drill.`;
      return `${say.actor(actor)} set the clock of the drill to go ${paceWords(pace, 'en')}.`;
    },
  },
};
