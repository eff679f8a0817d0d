import { SYSTEM } from '../domain/incident/index.js';
import type {
  Answer,
  Effect,
  EventOf,
  IncidentEvent,
  Message,
  MessageType,
  Refusal,
  Report,
} from '../domain/incident/index.js';
import type { Basis, CompiledPlan, PersonId } from '../domain/plan/compiled.js';
import type { LedgerItem } from '../domain/plan/ledger.js';
import type { Instant } from '../domain/time.js';
import { Incident } from './incident.js';
import { Numbers } from './numbers.js';
import { Shelf } from './shelf.js';
import { answerTo } from './world.js';

/** What an incident was given from outside, as its record has it. */
export interface RecordedInputs {
  /** What it was reported under. */
  basis: Basis;
  /** From the report on. */
  events: readonly IncidentEvent[];
  /** What was accepted, in order, and when. */
  messages: readonly SentMessage[];
}

export interface SentMessage {
  message: Message;
  at: Instant;
}

export interface Rerun {
  events: readonly IncidentEvent[];
  numbers: Numbers;
  /** What people said and the plan would have refused. */
  refused: (Refusal & { requestId: string; message?: MessageType; actor: Message['actor']; at: Instant })[];
}

/**
 * The same people say the same at the same times, under `plan`; the machine does the rest anew. What the world answered is not taken from the record, since
 * another plan asks it other things: mail reaches whom it reached then, nobody else wants these people, and `ledger` is what lies on the shelves.
 */
export function rerun(inputs: RecordedInputs, plan: CompiledPlan, ledger: readonly LedgerItem[]): Rerun {
  const { basis, events, messages } = inputs;
  const [first] = events;
  if (first?.type !== 'reported') throw new Error('a record begins with the report');
  const player = new Player({ ...basis, plan }, ledger, neverReached(events), new Numbers(events));
  player.opens(first);
  // To another version only the incident that was moved to it moved.
  for (const sent of messages.filter(({ message }) => isFromOutside(message))) player.sends(sent);
  player.passes(events.at(-1)!.at);
  return { events: player.incident.events, numbers: player.numbers, refused: player.refused };
}

/** Where waking does not end, the machine is broken; the run is not worth waiting for. */
const MOST_STEPS = 1_000_000;

class Player {
  readonly refused: Rerun['refused'] = [];
  readonly incident: Incident;
  readonly numbers = new Numbers();
  private readonly asked: Effect[] = [];
  private readonly shelf: Shelf;
  private steps = 0;

  constructor(
    basis: Basis,
    ledger: readonly LedgerItem[],
    private readonly unreachable: ReadonlyMap<PersonId, string>,
    private readonly recorded: Numbers,
  ) {
    this.shelf = new Shelf(ledger);
    this.incident = new Incident((events) => {
      for (const event of events) {
        this.numbers.hears(event);
        if (event.type === 'effectRequested') this.asked.push(event.effect);
      }
    }, basis);
  }

  opens(event: EventOf<'reported'>): void {
    const { actor, via, at, engaged } = event;
    this.incident.opens(reportOf(event), { actor, via, requestId: event.request?.id ?? 'report' }, at, engaged);
    this.settles(at);
  }

  sends({ message, at }: SentMessage): void {
    this.passes(at);
    const refused = this.incident.sends(this.here(message), at);
    if (refused !== undefined)
      this.refused.push({ requestId: message.requestId, actor: message.actor, at, ...refused });
    this.settles(at);
  }

  /** Whatever falls due until then. */
  passes(until: Instant): void {
    for (let due = this.incident.due(); due !== undefined && due <= until; due = this.incident.due()) {
      if ((this.steps += 1) > MOST_STEPS) throw new Error('what falls due does not end');
      this.incident.wakes(due);
      this.settles(due);
    }
  }

  /** By the numbers that things have here, without those of events. Whoever answered a call answers every open one. */
  private here({ ifSeq: _, ...recorded }: Message): Message {
    const message = this.numbers.carriedOver(recorded, this.recorded);
    switch (message.type) {
      case 'acknowledge':
      case 'decline': {
        const { noticeId: __, ...answer } = message;
        return answer;
      }
      case 'editSitrep':
        return { ...message, number: this.openSitrep() ?? message.number };
      case 'releaseSitrep': {
        const { upTo: __, ...release } = message;
        return { ...release, number: this.openSitrep() ?? message.number };
      }
      case 'peopleChanged':
        // Else it is taken for one that was meant for the plan from before.
        return { ...message, plan: this.incident.state.basis.plan.hash };
      default:
        return message;
    }
  }

  /** Whoever names one means the one that is under way. */
  private openSitrep(): number | undefined {
    return this.incident.state.sitreps.open?.number;
  }

  private settles(at: Instant): void {
    for (let effect = this.asked.shift(); effect !== undefined; effect = this.asked.shift()) {
      if (this.incident.state.effects.pending[effect.id] !== undefined)
        this.incident.answers(this.answerTo(effect), at);
    }
  }

  private answerTo(effect: Effect): Answer {
    if (effect.kind !== 'notify') return answerTo(effect, this.shelf);
    const unreachable = effect.recipients.flatMap(({ person }) => {
      const code = this.unreachable.get(person);
      return code === undefined ? [] : [{ person, code }];
    });
    const accepted = effect.recipients.flatMap(({ person }) => (this.unreachable.has(person) ? [] : [person]));
    return { type: 'noticeAttempted', effectId: effect.id, accepted, unreachable, delayed: [] };
  }
}

function reportOf({ type: _, texts, engaged: __, plan: ___, ...event }: EventOf<'reported'>): Report {
  const { incidentId, mode, category, facts, occurredAt, pace, participants, simulated } = event;
  return {
    ...{ incidentId, mode, category, facts, ...texts },
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(pace === undefined ? {} : { pace }),
    ...(participants === undefined ? {} : { participants }),
    ...(simulated === undefined ? {} : { simulated }),
  };
}

/** By person, why not the last time; nobody who was reached once. */
function neverReached(events: readonly IncidentEvent[]): Map<PersonId, string> {
  const unreachable = new Map<PersonId, string>();
  const reached = new Set<PersonId>();
  for (const event of events) {
    if (event.type !== 'noticeAttempted') continue;
    for (const person of event.accepted) reached.add(person);
    for (const { person, code } of event.unreachable) unreachable.set(person, code);
  }
  for (const person of reached) unreachable.delete(person);
  return unreachable;
}

/** Not what the world answered to an effect, nor what moved the incident to another plan or its clock. */
function isFromOutside({ type, actor }: Message): boolean {
  if (type === 'movePlan' || type === 'setPace') return false;
  return type === 'peopleChanged' || actor.kind !== SYSTEM.kind;
}
