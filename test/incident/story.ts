import { decide, evolve, fail, fold, nextWake, open, wake } from '../../src/domain/incident/index.js';
import type {
  Answer,
  Decision,
  EffectOf,
  EventOf,
  EventType,
  IncidentEvent,
  Message,
  State,
} from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import type { Facts } from '../../src/domain/plan/condition.js';
import { MINUTE } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { deafRooms } from './deafRooms.js';

export const BASIS = { plan: samplePlan(), holders: sampleHolders() };
export const START = Date.UTC(2026, 10, 22, 19, 14);
export const REPORT = {
  incidentId: 'i-1',
  mode: 'real' as const,
  category: 'operation',
  title: 'Payments fail',
  place: 'checkout',
  facts: {},
};

type Report = Omit<typeof REPORT, 'mode' | 'facts'> & {
  mode: 'real' | 'drill';
  pace: number;
  facts: Facts;
  occurredAt: number;
  impact: string;
  cause: string;
  description: string;
};

/** What falls due at one instant may make something else fall due at it; not without end. */
const MOST_WAKES_AT_ONCE = 10;

/** Tells one incident step by step: given what happened, when somebody says something, then these events. */
export class Story {
  state: State;
  events: IncidentEvent[];
  at = START;
  private requests = 0;

  constructor(report: Partial<Report> = {}, basis: Basis = BASIS, engaged: string[] = [], start = START) {
    this.at = start;
    const by = { actor: { kind: 'person', id: 'sun-yu' }, via: 'api', requestId: 'r0' } as const;
    this.events = checked(open({ ...REPORT, ...report }, basis, by, this.at, engaged));
    this.state = fold(basis, this.events);
  }

  /** The same incident, to be told on in another way. */
  copy(): Story {
    return Object.assign(Object.create(Story.prototype) as Story, this, { events: [...this.events] });
  }

  /** A person decides; answers the events that follow. */
  says(person: string, decision: Decision, head: Partial<Message> = {}): IncidentEvent[] {
    const requestId = `r${++this.requests}`;
    return this.hears({
      requestId,
      actor: { kind: 'person', id: person },
      via: 'api',
      ...head,
      ...decision,
    } as Message);
  }

  hears(message: Message): IncidentEvent[] {
    this.wakeUp();
    return this.take(decide(this.state, message, this.at));
  }

  /** The machine threw; what it was doing did not happen. */
  fails(failure: Parameters<typeof fail>[1]): IncidentEvent[] {
    return this.take(fail(this.state, failure, this.at));
  }

  /** Everything that falls due meanwhile happens at its due time. */
  passes(ms: number): IncidentEvent[] {
    const until = this.at + ms;
    const events: IncidentEvent[] = [];
    let before = -Infinity;
    let stands = 0;
    for (let due = nextWake(this.state); due !== undefined && due <= until; due = nextWake(this.state)) {
      // Else a test that finds such a fault would run for ever.
      stands = due > before ? 0 : stands + 1;
      if (stands > MOST_WAKES_AT_ONCE) throw new Error(`spins at ${due}: ${JSON.stringify(events.at(-1))}`);
      before = due;
      this.at = Math.max(this.at, due);
      events.push(...this.take(wake(this.state, this.at)));
    }
    this.at = until;
    return events;
  }

  /** The world delivers every notice asked for. */
  delivers(): IncidentEvent[] {
    const notices = Object.values(this.state.effects.pending).map((p) => p.effect);
    return notices.flatMap((effect) => {
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      if (effect.kind === 'claim') {
        return this.hears({ ...head, type: 'claimed', effectId: effect.id, contested: [], shared: [] });
      }
      if (effect.kind === 'releaseClaims') {
        return this.hears({ ...head, type: 'releasedClaims', effectId: effect.id });
      }
      if (effect.kind === 'allocate') {
        // The ledger has everything, one item to a resource; what came back or was used counts as had.
        const had = Object.values(this.state.resources.requests[effect.request]?.lots ?? {});
        const gone = had.reduce((sum, lot) => sum + lot.returned + lot.consumed + lot.damaged, 0);
        const lots = [{ item: effect.resource, quantity: effect.quantity - gone }];
        return this.hears({ ...head, type: 'allocated', effectId: effect.id, lots, missing: 0, heldBy: [] });
      }
      if (effect.kind === 'settleStock') return this.hears({ ...head, type: 'stockSettled', effectId: effect.id });
      if (effect.kind === 'merge') return this.hears({ ...head, type: 'mergeAnswered', effectId: effect.id });
      if (effect.kind === 'writeDocument') {
        return this.hears({ ...head, type: 'documentWritten', effectId: effect.id, documentId: 'doc', files: [] });
      }
      if (effect.kind === 'publish') return this.hears({ ...head, ...published(effect) });
      if (effect.kind === 'startImprovement') {
        return this.hears({ ...head, type: 'improvementStarted', effectId: effect.id });
      }
      const accepted = effect.recipients.map((r) => r.person);
      return this.hears({
        ...head,
        type: 'noticeAttempted',
        effectId: effect.id,
        accepted,
        unreachable: [],
        delayed: [],
      });
    });
  }

  all<T extends EventType>(type: T): EventOf<T>[] {
    return this.events.filter((e): e is EventOf<T> => e.type === type);
  }

  private wakeUp(): void {
    this.take(wake(this.state, this.at));
  }

  protected take(events: IncidentEvent[]): IncidentEvent[] {
    checked(events);
    for (const event of events) {
      const deaf = deafRooms(this.state, event);
      if (deaf.length > 0) throw new Error(`not told of ${event.type}, and would do something: ${deaf.join()}`);
      this.state = evolve(this.state, event);
    }
    this.events.push(...events);
    return events;
  }
}

/** What a room says beside what a test looks for would go unnoticed. */
function checked(events: IncidentEvent[]): IncidentEvent[] {
  const isOne = (event: IncidentEvent) =>
    typeof event.type === 'string' && (event.type !== 'effectRequested' || typeof event.effect.kind === 'string');
  if (!events.every(isOne)) throw new Error(`no event, or no effect: ${JSON.stringify(events)}`);
  return events;
}

export const confirmAt = (level: string): Decision => ({
  type: 'verify',
  outcome: 'confirmed',
  level,
  reason: 'seen it',
});
export const raiseTo = (level: string): Decision => ({ type: 'changeLevel', level, reason: 'worse' });
export const propose = (criteria: string[]): Decision => ({
  type: 'terminate',
  action: 'propose',
  criteria,
  reason: 'over',
});
export const confirmEnd: Decision = { type: 'terminate', action: 'confirm' };
export const override: Decision = { type: 'terminate', action: 'override', reason: 'it must be' };

/** The response is over by the word of two people, whatever stands against it. */
export function endsAnyhow(story: Story): IncidentEvent[] {
  return [...story.says('lin-wei', override), ...story.says('chen-jing', confirmEnd)];
}

/** The people whom these events ask the world to tell, by template. */
export function told(events: IncidentEvent[]): Record<string, string[]> {
  const byTemplate: Record<string, string[]> = {};
  for (const event of events) {
    if (event.type !== 'effectRequested' || event.effect.kind !== 'notify') continue;
    const people = (byTemplate[event.effect.template] ??= []);
    people.push(...event.effect.recipients.map((r) => r.person));
  }
  return byTemplate;
}

export function refusalOf(events: IncidentEvent[]): EventOf<'refused'> | undefined {
  return events.find((e): e is EventOf<'refused'> => e.type === 'refused');
}

export { MINUTE };

/** As the store answers. */
export function published({ id: effectId, publication, withdrawn }: EffectOf<'publish'>): Answer {
  return { type: 'published', effectId, shows: withdrawn ? 'withdrawn' : 'text', publicId: `public-${publication}` };
}
