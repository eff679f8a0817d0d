import type { Decision, Effect, EffectOf, IncidentEvent, State } from '../domain/incident/index.js';
import { isSought } from '../domain/incident/soughtEvent.js';
import type { Basis, PersonId } from '../domain/plan/compiled.js';
import type { Inject, Scenario, Sought } from '../domain/plan/compile/scenario.js';
import type { LedgerItem } from '../domain/plan/ledger.js';
import { SECOND } from '../domain/time.js';
import type { Instant } from '../domain/time.js';
import { Cast } from './cast.js';
import type { Stage } from './cast.js';
import { Incident } from './incident.js';
import type { Parameters } from './parameters.js';
import type { Responder } from './responder.js';
import { Shelf } from './shelf.js';
import { answerTo } from './world.js';

/** What is rehearsed: the plan with its people and its stock, and a scenario. JSON, so that it can go to other threads. */
export interface Rehearsed {
  basis: Basis;
  ledger: readonly LedgerItem[];
  scenario: Scenario;
  parameters: Parameters;
  seed: number;
  /** When the incident is reported. */
  start: Instant;
}

/** The world's own part in an answer: the ledger, the press of documents, the public page. */
const WORLD_TAKES = 2 * SECOND;

/** One incident in memory, from its report to its end, with everybody in it. */
export class Rehearsal implements Stage {
  readonly incident: Incident;
  private readonly cast: Cast;
  private readonly shelf: Shelf;
  /** Injects that come when something happens. */
  private readonly waiting: { inject: Inject; when: Sought }[];

  constructor(
    readonly given: Rehearsed,
    run: number,
  ) {
    const { basis, ledger, scenario, parameters, seed, start } = given;
    this.shelf = new Shelf(ledger);
    this.waiting = scenario.injects.flatMap((inject) =>
      'when' in inject.trigger ? [{ inject, when: inject.trigger.when }] : [],
    );
    this.incident = new Incident((events) => this.hears(events), basis);
    this.cast = new Cast(this, { scenario, parameters, seed, run, start });
    for (const inject of scenario.injects) this.plans(inject);
  }

  get state(): State {
    return this.incident.state;
  }

  get now(): Instant {
    return this.cast.now;
  }

  get people(): ReadonlyMap<PersonId, Responder> {
    return this.cast.people;
  }

  /** Until it is over, or has lasted for as long as it may. */
  plays(): void {
    const { scenario, start, parameters } = this.given;
    const { cast, incident } = this;
    const { category, reportFacts: facts } = scenario;
    const report = { incidentId: 'r', mode: 'real', category, title: 't', place: 'p', facts } as const;
    const by = { actor: { kind: 'person', id: this.reporter() }, via: 'api', requestId: 'report' } as const;
    incident.opens(report, by, start);
    const end = start + parameters.horizon;
    for (let next = this.next(); next !== undefined && next <= end && this.isOpen(); next = this.next()) {
      cast.now = next;
      incident.wakes(next);
      while (cast.agenda.next() !== undefined && cast.agenda.next()! <= next && this.isOpen()) cast.agenda.take()();
    }
    if (this.isOpen()) cast.now = end;
  }

  says(person: PersonId, decision: Decision, answered: (refused: string | undefined) => void): void {
    answered(this.incident.says(person, decision, this.now));
  }

  arrives(notice: EffectOf<'notify'>): boolean {
    return this.isAnswered(notice);
  }

  private next(): Instant | undefined {
    const [agenda, due] = [this.cast.agenda.next(), this.incident.due()];
    if (agenda === undefined) return due;
    return due === undefined ? agenda : Math.min(agenda, Math.max(due, this.now));
  }

  private isOpen(): boolean {
    const { phase } = this.state;
    return phase === 'reported' || phase === 'standby' || phase === 'responding';
  }

  private reporter(): PersonId {
    const [first] = this.given.scenario.injects;
    return this.cast.firstOf(first?.players ?? []) ?? this.people.keys().next().value ?? 'nobody';
  }

  private hears(events: readonly IncidentEvent[]): void {
    for (const event of events) {
      this.cast.hears(event);
      if (event.type === 'effectRequested' && event.effect.kind !== 'notify') {
        const { effect } = event;
        this.cast.after(WORLD_TAKES, () => void this.isAnswered(effect));
      }
      for (const { inject, when } of this.waiting) if (isSought(event, when)) this.cast.plays(inject);
    }
  }

  /** By the world, unless it is not wanted any more. */
  private isAnswered(effect: Effect): boolean {
    if (this.state.effects.pending[effect.id] === undefined) return false;
    this.incident.answers(answerTo(effect, this.shelf), this.now);
    return true;
  }

  private plans(inject: Inject): void {
    const { trigger } = inject;
    if ('at' in trigger) this.cast.after(trigger.at, () => this.cast.plays(inject));
    if ('unless' in trigger) {
      this.cast.after(trigger.within, () => {
        if (!this.incident.events.some((event) => isSought(event, trigger.unless))) this.cast.plays(inject);
      });
    }
  }
}
