import { decide, nextWake, nowOf, realTimeOf, SYSTEM, wake } from '../../src/domain/incident/index.js';
import type { IncidentEvent, Message, Report } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { BASIS, START, Story } from './story.js';

/** What runs a machine keeps watch like this: by the clock of the drill, while the wall clock goes on. */
export class DrillStory extends Story {
  real = START;
  /** Of every wake-up: what was due, and when it came by the clock of the drill. */
  readonly wakes: { due: number; at: number }[] = [];

  constructor(pace?: number, basis: Basis = BASIS, report: Partial<Report> = {}) {
    super({ mode: 'drill', ...(pace === undefined ? {} : { pace }), ...report }, basis);
  }

  get now(): number {
    return nowOf(this.state, this.real);
  }

  setsPace(pace: number): IncidentEvent[] {
    return this.says('nobody', { type: 'setPace', pace }, { actor: { kind: 'operator' } });
  }

  override hears(message: Message): IncidentEvent[] {
    this.wakesDue();
    return this.take(decide(this.state, message, this.now, this.real));
  }

  /** By the wall clock. */
  override passes(ms: number): IncidentEvent[] {
    const until = this.real + ms;
    const before = this.events.length;
    for (let rings = this.rings(); rings !== undefined && rings <= until; rings = this.rings()) {
      this.real = Math.max(this.real, rings);
      this.wakesDue();
    }
    this.real = until;
    return this.events.slice(before);
  }

  /** Nothing runs meanwhile. */
  isDown(ms: number): void {
    this.real += ms;
    this.wakesDue();
  }

  /** Whoever is to be told cannot be reached yet. */
  delays(): void {
    for (const { effect, retryAt } of Object.values(this.state.effects.pending)) {
      if (effect.kind !== 'notify' || retryAt !== undefined) continue;
      const delayed = effect.recipients.map(({ person }) => ({ person, code: 'timeout' }));
      const head = { requestId: '', actor: SYSTEM, via: 'system', type: 'noticeAttempted' } as const;
      this.hears({ ...head, effectId: effect.id, accepted: [], unreachable: [], delayed });
    }
  }

  private rings(): number | undefined {
    const due = nextWake(this.state);
    return due === undefined ? undefined : realTimeOf(this.state, due);
  }

  private wakesDue(): void {
    for (let due = nextWake(this.state); due !== undefined && due <= this.now; due = nextWake(this.state)) {
      this.wakes.push({ due, at: this.now });
      this.take(wake(this.state, this.now, this.real));
    }
  }
}
