import type { Drills } from '../../src/api/drills/drills.js';
import { answerTo, decide, evolve, fold, hear, isFinished, open, wake } from '../../src/domain/drill/index.js';
import type { DrillAnswer, DrillEvent, DrillState } from '../../src/domain/drill/index.js';
import type { Instant } from '../../src/domain/time.js';
import type { Store } from '../../src/store/index.js';

export interface LocalDrills extends Drills {
  stateOf(drill: string): DrillState;
  /** What the world answers, or the incident shows. */
  hear(drill: string, answer: DrillAnswer): Promise<void>;
  /** Whatever is due by now. */
  wakes(drill: string): Promise<void>;
  /** Its incident holds nobody and nothing any more; nothing came to light. */
  clears(drill: string): Promise<void>;
}

/** The real machine and the real record in this process, without Temporal; the test says what the world answers. */
export function localDrills(store: Store, now: () => Instant): LocalDrills {
  const running = new Map<string, DrillState>();
  /** One recording after the other, as a workflow does. */
  const recording = new Map<string, Promise<void>>();
  const stateOf = (drill: string) => running.get(drill)!;

  async function take(drill: string, events: DrillEvent[]): Promise<void> {
    if (events.length === 0) return;
    running.set(drill, events.reduce(evolve, running.get(drill) ?? fold([])));
    const recorded = (recording.get(drill) ?? Promise.resolve()).then(() => store.recordDrill({ drill, events }));
    recording.set(
      drill,
      recorded.catch(() => undefined),
    );
    await recorded;
  }

  return {
    stateOf,
    hear: (drill, answer) => take(drill, hear(stateOf(drill), answer, now())),
    wakes: (drill) => take(drill, wake(stateOf(drill), now())),
    async clears(drill) {
      const effect = stateOf(drill).effects.find(({ kind }) => kind === 'clear');
      if (effect === undefined) throw new Error(`nothing is to be cleared away of drill ${drill}`);
      await take(drill, hear(stateOf(drill), { type: 'settled', effectId: effect.id, weaknesses: [] }, now()));
    },
    async start(drill, { opening }) {
      if (!running.has(drill) && opening !== undefined) await take(drill, open(opening));
    },
    async decide(drill, message) {
      const state = running.get(drill);
      if (state === undefined || isFinished(state)) return undefined;
      const events = decide(state, message, now());
      const refused = events.find((event) => event.type === 'refused');
      const earlier = events.length === 0 ? answerTo(state, message.requestId)?.refusal : undefined;
      await take(drill, events);
      const { seq, status } = stateOf(drill);
      const refusal = refused ?? earlier;
      return { seq, status, ...(refusal ? { refusal } : {}) };
    },
    hasEnded: async (drill) => {
      const state = running.get(drill);
      return state === undefined || isFinished(state);
    },
    keeps: async () => false,
    forget: async () => true,
    preempt: (drill, asked) => take(drill, hear(stateOf(drill), { type: 'preempt', ...asked }, now())),
  };
}
