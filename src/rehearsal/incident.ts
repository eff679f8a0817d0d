import { nextWake, openTurn, SYSTEM, turn, wakeTurn } from '../domain/incident/index.js';
import type {
  Answer,
  Decision,
  IncidentEvent,
  Message,
  MessageType,
  Refusal,
  Report,
  State,
  Turn,
} from '../domain/incident/index.js';
import { initial } from '../domain/incident/evolve.js';
import type { Basis, PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';

/** What falls due at one instant may make something else fall due at it; not without end. */
const MOST_WAKES_AT_ONCE = 20;

/** Nobody says the same twice: each message has a request id of its own. */
const unprinted = () => '';

/** The machine, in memory: takes what is said, and wakes itself when something falls due. */
export class Incident {
  state: State;
  readonly events: IncidentEvent[] = [];
  private said = 0;
  private dueOf: State | undefined;
  private dueAt: Instant | undefined;

  constructor(
    private readonly heard: (events: readonly IncidentEvent[]) => void,
    basis: Basis,
  ) {
    this.state = initial(basis);
  }

  opens(report: Report, by: Parameters<typeof openTurn>[2], at: Instant, engaged: PersonId[] = []): void {
    const { basis } = this.state;
    this.take(openTurn(report, basis, by, at, engaged));
  }

  /** The refusal, where there is one. */
  says(person: PersonId, decision: Decision, at: Instant): string | undefined {
    this.said += 1;
    const message = { requestId: `m${this.said}`, actor: { kind: 'person', id: person }, via: 'api', ...decision };
    return this.sends(message as Message, at)?.code;
  }

  /** The same of a message that says itself who sends it. */
  sends(sent: Message, at: Instant): (Refusal & { message?: MessageType }) | undefined {
    const [first] = this.hears(sent, at);
    if (first?.type !== 'refused') return undefined;
    const { code, found, needed, message } = first;
    return { code, found, needed, ...(message === undefined ? {} : { message }) };
  }

  answers(answer: Answer, at: Instant): void {
    this.hears({ requestId: '', actor: SYSTEM, via: 'system', ...answer }, at);
  }

  /** Reckoned once for each state: it is asked for before everything that happens. */
  due(): Instant | undefined {
    if (this.dueOf !== this.state) {
      this.dueOf = this.state;
      this.dueAt = nextWake(this.state);
    }
    return this.dueAt;
  }

  wakes(at: Instant): void {
    for (let times = 0; times < MOST_WAKES_AT_ONCE; times++) {
      const due = this.due();
      if (due === undefined || due > at) return;
      this.take(wakeTurn(this.state, at));
    }
  }

  private hears(message: Message, at: Instant): readonly IncidentEvent[] {
    return this.take(turn(this.state, message, at, at, unprinted));
  }

  private take({ events, state }: Turn): readonly IncidentEvent[] {
    this.state = state;
    this.events.push(...events);
    this.heard(events);
    return events;
  }
}
