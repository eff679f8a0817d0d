import type { PersonId } from '../domain/plan/compiled.js';
import { HOUR, MINUTE } from '../domain/time.js';
import type { Duration, Instant } from '../domain/time.js';
import type { Agenda } from './agenda.js';
import type { Parameters } from './parameters.js';

/** Something that a person has to do. The lower the rank, the sooner. */
export interface Duty {
  /** What is under way or waits under it is not taken on a second time. */
  key: string;
  rank: number;
  takes: Duration;
  /** Whether it is still wanted, asked when its turn comes. */
  stands?: () => boolean;
  done: () => void;
}

/** So long at most before somebody looks up from the work: what is more urgent then goes first. */
const SLICE = 15 * MINUTE;

/** One person: does one thing at a time, the most urgent first, and gets tired. */
export class Responder {
  /** Whatever is told to this person is never read. */
  readonly absent: boolean;
  busy: Duration = 0;
  mostWaiting = 0;
  firstAt: Instant | undefined;
  lastAt: Instant = 0;
  /** Is there, and not played. */
  inPerson = false;
  /** At work on the incident: has answered, or done something. */
  atWork = false;
  /** Has said to come. */
  came = false;
  leftAt: Instant | undefined;
  private waiting: Duty[] = [];
  private readonly keys = new Set<string>();
  private working = false;

  constructor(
    readonly person: PersonId,
    absent: boolean,
    private readonly agenda: Agenda,
    private readonly parameters: Parameters,
    private readonly now: () => Instant,
  ) {
    this.absent = absent;
  }

  get load(): number {
    return this.waiting.length + (this.working ? 1 : 0);
  }

  /** From then on nothing reaches this person, and nothing that was under way comes to an end. */
  leaves(): void {
    this.leftAt ??= this.now();
    this.waiting = [];
  }

  get reachable(): boolean {
    return !this.absent && this.leftAt === undefined;
  }

  arrives(): void {
    this.atWork = true;
    this.firstAt ??= this.now();
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  takesOn(duty: Duty): void {
    if (!this.reachable || this.inPerson || this.keys.has(duty.key)) return;
    this.keys.add(duty.key);
    this.atWork = true;
    this.firstAt ??= this.now();
    this.waiting.push(duty);
    this.mostWaiting = Math.max(this.mostWaiting, this.waiting.length);
    if (!this.working) this.goesOn();
  }

  private goesOn(): void {
    const duty = this.mostUrgent();
    if (duty === undefined) return;
    this.working = true;
    const slice = Math.min(duty.takes, SLICE);
    const spent = Math.round(slice * this.slowness());
    this.agenda.add(this.now() + spent, () => {
      this.working = false;
      if (!this.reachable) return;
      this.busy += spent;
      this.lastAt = this.now();
      duty.takes -= slice;
      if (duty.takes > 0) this.waiting.push(duty);
      else {
        this.keys.delete(duty.key);
        duty.done();
      }
      if (!this.working) this.goesOn();
    });
  }

  private mostUrgent(): Duty | undefined {
    this.waiting = this.waiting.filter((duty) => {
      const stands = duty.stands?.() ?? true;
      if (!stands) this.keys.delete(duty.key);
      return stands;
    });
    let best = 0;
    for (let i = 1; i < this.waiting.length; i++) if (this.waiting[i]!.rank < this.waiting[best]!.rank) best = i;
    return this.waiting.splice(best, 1)[0];
  }

  private slowness(): number {
    const over = this.now() - (this.firstAt ?? this.now()) - this.parameters.tiredAfter;
    return over <= 0 ? 1 : 1 + (over / HOUR) * this.parameters.tiredness;
  }
}
