import type { Improvements } from '../../src/api/improvements/improvements.js';
import {
  answerTo,
  decide,
  evolve,
  fold,
  isFinished,
  open,
  prove,
  settle,
  wake,
} from '../../src/domain/improvement/index.js';
import type { ImprovementEvent, ImprovementState, ProvingAnswer } from '../../src/domain/improvement/index.js';
import type { Instant } from '../../src/domain/time.js';
import type { Store } from '../../src/store/index.js';

export interface LocalImprovements extends Improvements {
  stateOf(improvement: string): ImprovementState;
  /** The world answers about the drill that is to show it. */
  proves(improvement: string, answer: ProvingAnswer): Promise<void>;
  /** Whatever falls due until now. */
  tick(improvement: string): Promise<void>;
}

/** The real machine and the real record in this process, without Temporal; everybody who is told is reached. */
export function localImprovements(store: Store, now: () => Instant): LocalImprovements {
  const running = new Map<string, ImprovementState>();
  const stateOf = (improvement: string) => running.get(improvement)!;

  async function take(improvement: string, events: ImprovementEvent[]): Promise<void> {
    if (events.length === 0) return;
    running.set(improvement, events.reduce(evolve, running.get(improvement) ?? fold([])));
    await store.recordImprovement({ improvement, events });
    const { telling } = stateOf(improvement);
    if (telling === undefined) return;
    const told = { type: 'told', effectId: telling.id, people: ['somebody'], unreachable: [] } as const;
    await take(
      improvement,
      settle(stateOf(improvement), { ...told, people: [...told.people], unreachable: [] }, now()),
    );
  }

  return {
    stateOf,
    async start(improvement, { opening }) {
      if (running.has(improvement) || opening === undefined) return;
      const opened = open(opening);
      if (Array.isArray(opened)) await take(improvement, opened);
    },
    async decide(improvement, message) {
      const state = running.get(improvement);
      if (state === undefined || isFinished(state)) return undefined;
      const events = decide(state, message, now());
      const refused = events.find((event) => event.type === 'refused');
      const earlier = events.length === 0 ? answerTo(state, message.requestId)?.refusal : undefined;
      await take(improvement, events);
      const { seq, status } = stateOf(improvement);
      const refusal = refused ?? earlier;
      return { seq, status, ...(refusal ? { refusal } : {}) };
    },
    hasEnded: async (improvement) => {
      const state = running.get(improvement);
      return state === undefined || isFinished(state);
    },
    keeps: async () => false,
    async forget(improvement) {
      running.delete(improvement);
      return true;
    },
    proves: (improvement, answer) => take(improvement, prove(stateOf(improvement), answer, now())),
    tick: (improvement) => take(improvement, wake(stateOf(improvement), now())),
  };
}
