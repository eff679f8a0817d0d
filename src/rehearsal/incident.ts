import { decide, evolve, nextWake, open, SYSTEM, wake } from '../domain/incident/index.js';
import type { Answer, Decision, IncidentEvent, Message, Report, State } from '../domain/incident/index.js';
import { initial } from '../domain/incident/machine.js';
import type { Basis, PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';

/** What falls due at one instant may make something else fall due at it; not without end. */
const MOST_WAKES_AT_ONCE = 20;

/** The machine, in memory: takes what is said, and wakes itself when something falls due. */
export class Incident {
  state: State;
  readonly events: IncidentEvent[] = [];
  private said = 0;

  constructor(
    private readonly heard: (events: readonly IncidentEvent[]) => void,
    basis: Basis,
  ) {
    this.state = initial(basis);
  }

  opens(report: Report, reporter: PersonId, at: Instant): void {
    const by = { actor: { kind: 'person', id: reporter }, via: 'api', requestId: 'report' } as const;
    this.take(open(report, this.state.basis, by, at));
  }

  /** The refusal, where there is one. */
  says(person: PersonId, decision: Decision, at: Instant): string | undefined {
    this.said += 1;
    const message = { requestId: `m${this.said}`, actor: { kind: 'person', id: person }, via: 'api', ...decision };
    const events = this.hears(message as Message, at);
    const [first] = events;
    return first?.type === 'refused' ? first.code : undefined;
  }

  answers(answer: Answer, at: Instant): void {
    this.hears({ requestId: '', actor: SYSTEM, via: 'system', ...answer }, at);
  }

  due(): Instant | undefined {
    return nextWake(this.state);
  }

  wakes(at: Instant): void {
    for (let times = 0; times < MOST_WAKES_AT_ONCE; times++) {
      const due = nextWake(this.state);
      if (due === undefined || due > at) return;
      this.take(wake(this.state, at));
    }
  }

  private hears(message: Message, at: Instant): readonly IncidentEvent[] {
    return this.take(decide(this.state, message, at));
  }

  private take(events: IncidentEvent[]): readonly IncidentEvent[] {
    for (const event of events) {
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
    this.heard(events);
    return events;
  }
}
