import { holderOf } from '../domain/incident/index.js';
import type { Decision, Effect, IncidentEvent, State } from '../domain/incident/index.js';
import { isAway } from '../domain/incident/availability.js';
import { isSought } from '../domain/incident/soughtEvent.js';
import type { Basis, PersonId, PostId } from '../domain/plan/compiled.js';
import type { Inject, Scenario } from '../domain/plan/compile/scenario.js';
import type { LedgerItem } from '../domain/plan/ledger.js';
import { SECOND } from '../domain/time.js';
import type { Duration, Instant } from '../domain/time.js';
import { Agenda } from './agenda.js';
import { dutiesOf } from './duties.js';
import { levelDuty } from './duties/levels.js';
import { looksForEnd } from './ending.js';
import { Incident } from './incident.js';
import type { Parameters, Spread } from './parameters.js';
import { randomOf } from './random.js';
import type { Random } from './random.js';
import { Responder } from './responder.js';
import type { Duty } from './responder.js';
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

/** One incident from its report to its end, with everybody in it. */
export class Rehearsal {
  readonly incident: Incident;
  readonly people = new Map<PersonId, Responder>();
  readonly agenda = new Agenda();
  readonly random: Random;
  now: Instant;
  /** Until when injects are still to come. */
  storyUntil: Instant;
  /** Whoever has to confirm the criteria of the end was asked. */
  asked = false;
  private readonly shelf: Shelf;
  private readonly played = new Set<Inject>();

  constructor(
    readonly given: Rehearsed,
    run: number,
  ) {
    const { basis, ledger, scenario, parameters, seed, start } = given;
    this.now = start;
    this.storyUntil = start;
    this.random = randomOf(seed, run);
    this.shelf = new Shelf(ledger);
    this.incident = new Incident((events) => this.hears(events), basis);
    for (const person of everybodyIn(basis)) {
      const absent = this.random.chance(parameters.absent) || isAway(this.incident.state, person, start);
      this.people.set(person, new Responder(person, absent, this.agenda, parameters, () => this.now));
    }
    for (const inject of scenario.injects) this.plans(inject);
  }

  get state(): State {
    return this.incident.state;
  }

  /** Until it is over, or has lasted for as long as it may. */
  plays(): void {
    const { scenario, start, parameters } = this.given;
    const { category, reportFacts: facts } = scenario;
    const report = { incidentId: 'r', mode: 'real', category, title: 't', place: 'p', facts } as const;
    this.incident.opens(report, this.reporter(), start);
    this.every(parameters.endLook, () => looksForEnd(this));
    const end = start + parameters.horizon;
    for (let next = this.next(); next !== undefined && next <= end && this.isOpen(); next = this.next()) {
      this.now = next;
      this.incident.wakes(next);
      while (this.agenda.next() !== undefined && this.agenda.next()! <= next && this.isOpen()) this.agenda.take()();
    }
    if (this.isOpen()) this.now = end;
  }

  says(person: PersonId, decision: Decision): string | undefined {
    return this.incident.says(person, decision, this.now);
  }

  after(wait: Duration, act: () => void): void {
    this.agenda.add(this.now + Math.round(wait), act);
  }

  draw(spread: Spread): Duration {
    return Math.round(this.random.draw(spread));
  }

  /** Somebody who is reached has something to do, once it is read. */
  asks(person: PersonId, duty: Duty): void {
    const responder = this.people.get(person);
    if (responder === undefined || responder.absent) return;
    const { reading, acknowledgement } = this.given.parameters;
    this.after(this.draw(responder.atWork ? reading : acknowledgement), () => responder.takesOn(duty));
  }

  /** The first who holds one of these posts and can be reached. */
  firstOf(posts: readonly PostId[], but: readonly PersonId[] = []): PersonId | undefined {
    const { holders } = this.state.basis;
    const { posts: filled } = this.state.command;
    for (const post of posts) {
      const people = filled[post] === undefined ? (holders[post] ?? []) : [filled[post]];
      const found = people.find((person) => this.people.get(person)?.absent === false && !but.includes(person));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private next(): Instant | undefined {
    const [agenda, due] = [this.agenda.next(), this.incident.due()];
    if (agenda === undefined) return due;
    return due === undefined ? agenda : Math.min(agenda, Math.max(due, this.now));
  }

  private isOpen(): boolean {
    const { phase } = this.state;
    return phase === 'reported' || phase === 'standby' || phase === 'responding';
  }

  private every(wait: Duration, act: () => void): void {
    this.after(wait, () => {
      act();
      this.every(wait, act);
    });
  }

  private reporter(): PersonId {
    const [first] = this.given.scenario.injects;
    return this.firstOf(first?.players ?? []) ?? this.people.keys().next().value ?? 'nobody';
  }

  private hears(events: readonly IncidentEvent[]): void {
    for (const event of events) {
      if (event.type === 'effectRequested') this.carriesOut(event.effect);
      if (event.type === 'levelProposed') this.looksAtLevel();
      for (const inject of this.given.scenario.injects) {
        if ('when' in inject.trigger && isSought(event, inject.trigger.when)) this.play(inject);
      }
    }
  }

  private carriesOut(effect: Effect): void {
    const { delivery } = this.given.parameters;
    const takes = effect.kind === 'notify' ? this.draw(delivery) : WORLD_TAKES;
    this.after(takes, () => {
      if (this.state.effects.pending[effect.id] === undefined) return;
      this.incident.answers(answerTo(effect, this.shelf), this.now);
      if (effect.kind === 'notify') dutiesOf(this, effect);
    });
  }

  /** Whoever commands sees the board. */
  private looksAtLevel(): void {
    const { phase, basis } = this.state;
    const commander = holderOf(this.state, basis.plan.command.commander);
    if (phase === 'responding' && commander !== undefined) this.asks(commander, levelDuty(this, commander));
  }

  private plans(inject: Inject): void {
    const { trigger } = inject;
    if ('at' in trigger) {
      this.storyUntil = Math.max(this.storyUntil, this.now + trigger.at);
      this.after(trigger.at, () => this.play(inject));
    }
    if ('unless' in trigger) {
      this.after(trigger.within, () => {
        if (!this.incident.events.some((event) => isSought(event, trigger.unless))) this.play(inject);
      });
    }
  }

  /** Whoever it reaches first enters what it tells; where it reaches nobody, whoever commands finds it out much later. */
  private play(inject: Inject): void {
    if (this.played.has(inject) || Object.keys(inject.facts).length === 0) return;
    this.played.add(inject);
    const { noticing, secondLook } = this.given.parameters;
    const { commander, deputies } = this.state.basis.plan.command;
    const player = this.firstOf(inject.players);
    const person = player ?? this.firstOf([commander, ...deputies]);
    if (person === undefined) return;
    const wait = this.draw(noticing) + (player === undefined ? this.draw(secondLook) : 0);
    const source = inject.id;
    this.after(wait, () => {
      this.says(person, { type: 'addFact', values: inject.facts, source, confidence: 'confirmed' });
    });
  }
}

function everybodyIn({ holders }: Basis): PersonId[] {
  return [...new Set(Object.values(holders).flat())].sort();
}
