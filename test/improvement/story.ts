import {
  decide,
  evolve,
  fold,
  initial,
  nextWake,
  open,
  prove,
  settle,
  wake,
} from '../../src/domain/improvement/index.js';
import type {
  Ground,
  ImprovementDecision,
  ImprovementEvent,
  ImprovementOpening,
  ImprovementState,
  ProvingAnswer,
} from '../../src/domain/improvement/index.js';
import { DAY } from '../../src/domain/time.js';
import type { Instant } from '../../src/domain/time.js';

export const START: Instant = Date.UTC(2026, 10, 29, 2);
export const DUE = START + 30 * DAY;

/** Who holds what; `engineer` is stood in for by the holder of `operations`. */
export const POSTS: Record<string, string[]> = {
  'lin-wei': ['commander'],
  'chen-jing': ['deputy'],
  'sun-yu': ['keeper'],
  'he-jun': ['keeper', 'engineer'],
  'qian-rong': ['engineer'],
  'xu-na': ['operations'],
  'liang-yue': [],
};

export function groundFor(person: string | undefined, posts = POSTS): Ground {
  const held = posts[person ?? ''] ?? [];
  return {
    keeper: 'keeper',
    command: ['commander', 'deputy'],
    types: ['prevent', 'process', 'plan'],
    held,
    standsInFor: held.includes('operations') ? ['engineer'] : [],
  };
}

/** Who holds the owner's post. */
export function ownedBy({ owner }: ImprovementState, posts = POSTS): { ownedBy?: string[] } {
  return 'post' in owner ? { ownedBy: Object.keys(posts).filter((id) => posts[id]!.includes(owner.post)) } : {};
}

export function opening(more: Partial<ImprovementOpening> = {}): ImprovementOpening {
  const { by = { actor: { kind: 'person', id: 'sun-yu' }, via: 'api', requestId: 'r0' } } = more;
  return {
    improvement: 'i-1',
    origin: { kind: 'other' },
    kind: 'process',
    priority: 'high',
    owner: { post: 'engineer' },
    dueAt: DUE,
    planChange: false,
    texts: { finding: 'Nobody could fail over', action: 'Write the run book' },
    by,
    ground: groundFor('id' in by.actor ? by.actor.id : undefined),
    holder: 'qian-rong',
    at: START,
    ...more,
  };
}

/** An improvement that the machine itself plays, step by step. */
export class Story {
  readonly events: ImprovementEvent[];
  state: ImprovementState;
  at = START;
  /** Who holds what now. */
  posts = POSTS;
  /** As often as the plan has it looked at; absent: what an earlier release asked. */
  reviewEvery?: number;
  private requests = 0;

  constructor(more: Partial<ImprovementOpening> = {}) {
    const opened = open(opening(more));
    if (!Array.isArray(opened)) throw new Error(opened.code);
    this.events = [...opened];
    this.state = fold(opened);
    this.at = more.at ?? START;
    if (more.reviewEvery !== undefined) this.reviewEvery = more.reviewEvery;
  }

  says(who: string, decision: ImprovementDecision, head: { requestId?: string; ifSeq?: number } = {}) {
    const actor = who === 'operator' ? ({ kind: 'operator' } as const) : ({ kind: 'person', id: who } as const);
    const requestId = `r${(this.requests += 1)}`;
    const pace = this.reviewEvery === undefined ? {} : { reviewEvery: this.reviewEvery };
    const now = { ground: groundFor(who, this.posts), ...ownedBy(this.state, this.posts), ...pace };
    const message = { requestId, actor, via: 'api', ...now, ...head, ...decision } as const;
    return this.take(decide(this.state, message, this.at));
  }

  /** The code of the refusal, or `undefined`. */
  refused(who: string, decision: ImprovementDecision): string | undefined {
    const [event] = this.says(who, decision);
    return event?.type === 'refused' ? event.code : undefined;
  }

  /** Everybody who is to be told is. */
  tells(people: string[] = ['somebody']): ImprovementEvent[] {
    const { telling } = this.state;
    if (telling === undefined) return [];
    return this.take(settle(this.state, { type: 'told', effectId: telling.id, people, unreachable: [] }, this.at));
  }

  /** The world answers about the drill that is to show it. */
  proves(answer: ProvingAnswer): ImprovementEvent[] {
    return this.take(prove(this.state, answer, this.at));
  }

  /** Time passes; whoever is to be told on the way is. Answers what fell due. */
  passes(duration: number): ImprovementEvent[] {
    const until = this.at + duration;
    const woken: ImprovementEvent[] = [];
    for (;;) {
      this.tells();
      const next = nextWake(this.state);
      if (next === undefined || next > until) break;
      this.at = Math.max(this.at, next);
      woken.push(...this.take(wake(this.state, this.at)));
    }
    this.at = until;
    return woken;
  }

  take(events: ImprovementEvent[]): ImprovementEvent[] {
    this.events.push(...events);
    this.state = events.reduce(evolve, this.state);
    return events;
  }

  /** From its events alone. */
  refolded(): ImprovementState {
    return this.events.reduce(evolve, initial);
  }
}
