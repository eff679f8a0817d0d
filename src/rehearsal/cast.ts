import { holderOf } from '../domain/incident/index.js';
import type { Decision, EffectOf, IncidentEvent, State } from '../domain/incident/index.js';
import { isAway } from '../domain/incident/availability.js';
import type { Basis, PersonId, PostId } from '../domain/plan/compiled.js';
import type { Inject, Scenario } from '../domain/plan/compile/scenario.js';
import type { Duration, Instant } from '../domain/time.js';
import { Agenda } from './agenda.js';
import { dutiesOf } from './duties.js';
import { levelDuty } from './duties/levels.js';
import { looksForEnd } from './ending.js';
import type { Parameters, Spread } from './parameters.js';
import { randomOf } from './random.js';
import type { Random } from './random.js';
import { Responder } from './responder.js';
import type { Duty } from './responder.js';

/** The incident in which simulated people act: one in memory, or one that runs. */
export interface Stage {
  readonly state: State;
  /** `answered` is told the code of a refusal, at once or later. */
  says(person: PersonId, decision: Decision, answered: (refused: string | undefined) => void): void;
  /** Its time has come to arrive: whether it does, because it is still wanted. */
  arrives(notice: EffectOf<'notify'>): boolean;
}

export interface CastGiven {
  scenario: Scenario;
  parameters: Parameters;
  seed: number;
  run: number;
  /** When the incident is reported. */
  start: Instant;
}

/** Everybody with a post, and how they behave: what they are told, what they do about it and when. */
export class Cast {
  readonly people = new Map<PersonId, Responder>();
  readonly agenda = new Agenda();
  readonly parameters: Parameters;
  readonly random: Random;
  now: Instant;
  /** Until when injects are still to come. */
  readonly storyUntil: Instant;
  /** What the story expects to be filed. */
  readonly toFile: ReadonlySet<unknown>;
  /** Whoever has to confirm the criteria of the end was asked. */
  asked = false;
  private readonly played = new Set<Inject>();

  constructor(
    private readonly stage: Stage,
    { scenario, parameters, seed, run, start }: CastGiven,
  ) {
    this.parameters = parameters;
    this.random = randomOf(seed, run);
    this.now = start;
    this.storyUntil = Math.max(
      start,
      ...scenario.injects.map(({ trigger }) => ('at' in trigger ? start + trigger.at : 0)),
    );
    const filings = scenario.injects
      .flatMap(({ expects }) => expects)
      .filter(({ event }) => event === 'obligationsFiled');
    this.toFile = new Set(filings.map(({ where }) => where?.['obligations']));
    for (const person of everybodyIn(stage.state.basis)) {
      const absent = this.chance(parameters.absent, `absent ${person}`) || isAway(stage.state, person, start);
      this.people.set(person, new Responder(person, absent, this.agenda, parameters, () => this.now));
    }
    this.every(parameters.endLook, () => looksForEnd(this));
  }

  get state(): State {
    return this.stage.state;
  }

  /** Whoever is there in person is not played by the simulator, also somebody who turns up later. */
  isThere(person: PersonId): void {
    const responder = this.people.get(person);
    if (responder !== undefined) responder.inPerson = true;
  }

  says(person: PersonId, decision: Decision, answered: (refused: string | undefined) => void = () => undefined): void {
    const { inPerson, reachable } = this.people.get(person) ?? { inPerson: false, reachable: true };
    if (!inPerson && reachable) this.stage.says(person, decision, answered);
  }

  after(wait: Duration, act: () => void): void {
    this.agenda.add(this.now + Math.round(wait), act);
  }

  draw(spread: Spread, what: string): Duration {
    return Math.round(this.random.draw(spread, what));
  }

  chance(share: number, what: string): boolean {
    return this.random.chance(share, what);
  }

  /** Somebody who is reached has something to do, once it is read. */
  asks(person: PersonId, duty: Duty): void {
    const responder = this.people.get(person);
    if (responder?.reachable !== true) return;
    const { reading, acknowledgement } = this.parameters;
    const wait = this.draw(responder.atWork ? reading : acknowledgement, `read ${person}`);
    this.after(wait, () => responder.takesOn(duty));
  }

  /** The first who holds one of these posts and can be reached. */
  firstOf(posts: readonly PostId[], but: readonly PersonId[] = []): PersonId | undefined {
    const { holders } = this.state.basis;
    const { posts: filled } = this.state.command;
    for (const post of posts) {
      const people = filled[post] === undefined ? (holders[post] ?? []) : [filled[post]];
      const found = people.find((person) => this.people.get(person)?.reachable === true && !but.includes(person));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What happened in the incident, in its order, each at its time. */
  hears(event: IncidentEvent): void {
    if (event.type === 'effectRequested' && event.effect.kind === 'notify') this.delivers(event.effect);
    if (event.type === 'levelProposed' || event.type === 'commandPassed') this.looksAtLevel();
  }

  /** Whoever it reaches first enters what it tells; where it reaches nobody, whoever commands finds it out much later. */
  plays(inject: Inject): void {
    if (this.played.has(inject)) return;
    this.played.add(inject);
    this.leave(inject);
    if (Object.keys(inject.facts).length === 0) return;
    const { noticing, secondLook } = this.parameters;
    const { commander, deputies } = this.state.basis.plan.command;
    const player = this.firstOf(inject.players);
    const person = player ?? this.firstOf([commander, ...deputies]);
    if (person === undefined) return;
    const late = player === undefined ? this.draw(secondLook, `find out ${inject.id}`) : 0;
    const source = inject.id;
    this.after(this.draw(noticing, `notice ${inject.id}`) + late, () => {
      this.says(person, { type: 'addFact', values: inject.facts, source, confidence: 'confirmed' });
    });
  }

  /** Where that is whoever commands, the first of its players notices, and says so. */
  private leave({ id, leaves = [], players }: Inject): void {
    const leaving = leaves.flatMap((post) => holderOf(this.state, post) ?? []);
    for (const person of leaving) this.people.get(person)?.leaves();
    const { commander } = this.state.basis.plan.command;
    if (!leaving.some((person) => person === holderOf(this.state, commander))) return;
    this.after(this.draw(this.parameters.noticing, `miss ${id}`), () => {
      const [person, silent] = [this.firstOf(players), holderOf(this.state, commander)];
      if (person === undefined || silent === undefined || !leaving.includes(silent)) return;
      this.says(person, { type: 'missCommander' });
    });
  }

  private delivers(notice: EffectOf<'notify'>): void {
    this.after(this.draw(this.parameters.delivery, `delivery ${notice.template}`), () => {
      if (this.stage.arrives(notice)) dutiesOf(this, notice);
    });
  }

  /** Whoever commands sees the board, and whoever takes over looks at it first. */
  private looksAtLevel(): void {
    const { phase, basis } = this.state;
    const commander = holderOf(this.state, basis.plan.command.commander);
    if (phase === 'responding' && commander !== undefined) this.asks(commander, levelDuty(this, commander));
  }

  private every(wait: Duration, act: () => void): void {
    this.after(wait, () => {
      act();
      this.every(wait, act);
    });
  }
}

function everybodyIn({ holders }: Basis): PersonId[] {
  return [...new Set(Object.values(holders).flat())].sort();
}
