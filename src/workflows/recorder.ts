import type { IncidentEvent, Message } from '../domain/incident/index.js';
import { recordEvents } from './effects.js';
import type { IncidentInput, Unrecorded } from './messages.js';
import { portion } from './portion.js';

/** Events on their way to the store: in order of `seq`, one recording at a time. */
export class Recorder {
  /** A recording is under way. */
  busy = false;
  /** How many were begun. */
  begun = 0;

  constructor(
    private readonly basis: IncidentInput['basis'],
    private unrecorded: Unrecorded,
    private readonly recorded: () => void,
  ) {}

  add(events: IncidentEvent[]): void {
    this.unrecorded.events.push(...events);
  }

  /** To be said before the events that follow from the message are added. */
  addMessage(message: Message, firstSeq: number): void {
    this.unrecorded.messages.push({ message, firstSeq });
  }

  refusalAfter(seq: number): Extract<IncidentEvent, { type: 'refused' }> | undefined {
    const latest = this.unrecorded.events.find((event) => event.seq > seq && event.type === 'refused');
    return latest?.type === 'refused' ? latest : undefined;
  }

  record(incidentId: string): void {
    const { now, rest } = portion(this.unrecorded);
    this.unrecorded = rest;
    this.busy = true;
    this.begun += 1;
    const basis = now.events[0]?.seq === 1 ? { basis: this.basis } : {};
    void recordEvents({ incidentId, ...basis, ...now }).then(() => {
      this.busy = false;
      this.recorded();
    });
  }

  isEmpty(): boolean {
    return this.unrecorded.events.length === 0;
  }

  /** One recording can hold all that is left, and so can the input of the next run. */
  fitsInOne(): boolean {
    return portion(this.unrecorded).rest.events.length === 0;
  }

  carry(): Unrecorded {
    return this.unrecorded;
  }

  /** Takes back what is added from now on. */
  mark(): () => void {
    const marked = { events: [...this.unrecorded.events], messages: [...this.unrecorded.messages] };
    return () => (this.unrecorded = marked);
  }
}
