import { evolve } from '../domain/incident/index.js';
import type { Decision, EffectOf, IncidentEvent, State } from '../domain/incident/index.js';
import { initial } from '../domain/incident/evolve.js';
import type { Inject } from '../domain/plan/compile/scenario.js';
import type { Basis, PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { Cast } from './cast.js';
import type { CastGiven, Stage } from './cast.js';
import { hashed } from './random.js';

/** What somebody who is not there says next. The id is the same whenever the same is worked out again. */
export interface Line {
  id: string;
  person: PersonId;
  decision: Decision;
}

interface Waiting extends Line {
  answered: (refused: string | undefined) => void;
}

interface Shown {
  at: Instant;
  act: () => void;
  /** The line that has caused it. */
  line?: string | undefined;
  /** It follows at once from what is shown before it. */
  follows?: boolean;
}

/**
 * Those who are not there, in an incident that runs elsewhere. They are shown its events, and say what they do by when. All
 * goes in the order of the times on the events, whenever it is shown: a simulator that starts anew, with the record of what
 * it has said already, comes to the same lines.
 */
export class StandIns implements Stage {
  state: State;
  /** Of the incident's events, the last that was shown. */
  seq = 0;
  private readonly cast: Cast;
  private readonly toSee: Shown[] = [];
  private readonly toSay: Waiting[] = [];
  /** How it was answered, by the id of the line. */
  private readonly record = new Map<string, string | undefined>();
  private readonly added = new Map<string, Inject>();
  private readonly times = new Map<string, number>();
  /** Who was to read it, and is not any more. */
  private readonly cancelled = new Map<string, Set<PersonId>>();

  constructor(
    basis: Basis,
    private readonly given: CastGiven & { played: readonly PersonId[]; /** Of the ids of all lines. */ prefix: string },
  ) {
    this.state = initial(basis);
    this.cast = new Cast(this, given);
    const played = new Set(given.played);
    for (const person of this.cast.people.keys()) if (!played.has(person)) this.cast.isThere(person);
  }

  /** In their order, each once. */
  sees(events: readonly IncidentEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.seq) continue;
      this.seq = event.seq;
      if (event.request !== undefined) {
        this.record.set(event.request.id, event.type === 'refused' ? event.code : undefined);
      }
      this.show({
        at: event.at,
        line: event.request?.id,
        follows: event.cause !== undefined,
        act: () => this.happened(event),
      });
    }
  }

  /** One that is not of the scenario. */
  adds(inject: Inject): void {
    this.added.set(inject.id, inject);
  }

  plays(inject: string, at: Instant): void {
    const found = this.given.scenario.injects.find(({ id }) => id === inject) ?? this.added.get(inject);
    if (found !== undefined) this.show({ at, act: () => this.cast.plays(found) });
  }

  /** What is said by then, one after the other; each is answered before the next is asked for. */
  next(until: Instant): Line | undefined {
    for (;;) {
      const line = this.toSay[0];
      if (line !== undefined) {
        if (!this.record.has(line.id)) return line;
        this.toSay.shift();
        this.seesWhatCameOf(line);
        line.answered(this.record.get(line.id));
        continue;
      }
      const [seen] = this.toSee;
      const due = this.due();
      if (seen !== undefined && (due === undefined || seen.at <= due)) {
        this.see();
      } else if (due !== undefined && due <= until) {
        this.cast.now = due;
        this.cast.agenda.take()();
      } else return undefined;
    }
  }

  /** When somebody does something next, if nothing else happens. */
  due(): Instant | undefined {
    return this.cast.agenda.next();
  }

  isAnswered({ id }: Line, refused: string | undefined): void {
    this.record.set(id, refused);
  }

  says(person: PersonId, decision: Decision, answered: (refused: string | undefined) => void): void {
    const about = `${person} ${subjectOf(decision)}`;
    const nth = (this.times.get(about) ?? 0) + 1;
    this.times.set(about, nth);
    this.toSay.push({ id: `${this.given.prefix}/${shortened(about)} ${nth}`, person, decision, answered });
  }

  arrives({ id, recipients }: EffectOf<'notify'>): boolean {
    const cancelled = this.cancelled.get(id);
    return cancelled === undefined || recipients.some(({ person }) => !cancelled.has(person));
  }

  private happened(event: IncidentEvent): void {
    this.state = evolve(this.state, event);
    const { actor, via } = event;
    if (actor.kind === 'person' && via !== 'simulator' && via !== 'system') this.cast.isThere(actor.id);
    if (event.type === 'noticeCancelled') {
      const before = this.cancelled.get(event.effectId) ?? [];
      this.cancelled.set(event.effectId, new Set([...before, ...event.people]));
    }
    this.cast.hears(event);
  }

  private see(): void {
    const seen = this.toSee.shift()!;
    this.cast.now = seen.at;
    seen.act();
  }

  /** A message takes its time to arrive; whoever does something next knows of it all the same. */
  private seesWhatCameOf({ id }: Line): void {
    const first = this.toSee.findIndex(({ line }) => line === id);
    if (first === -1) return;
    for (let left = first; left >= 0; left -= 1) this.see();
    while (this.toSee[0]?.follows === true) this.see();
  }

  /** Of what is shown at the same time, what was shown first comes first. */
  private show(shown: Shown): void {
    let i = this.toSee.length;
    while (i > 0 && this.toSee[i - 1]!.at > shown.at) i -= 1;
    this.toSee.splice(i, 0, shown);
  }
}

/** A request id has a limit. */
const LONGEST = 120;

function shortened(about: string): string {
  return about.length <= LONGEST ? about : `${about.slice(0, LONGEST - 10)}#${(hashed(about) >>> 0).toString(16)}`;
}

/** What it is about, without what differs when it is worked out a second time. */
function subjectOf(decision: Decision): string {
  const { type, action, task, request, person, publication, version, number, noticeId } = decision as unknown as Record<
    string,
    unknown
  >;
  const { obligations, criteria, requests, source, partner, team } = decision as unknown as Record<string, unknown>;
  const about = [action, task, request, person, publication, version, number, noticeId, source, partner, team];
  const parts = [type, ...about, obligations, criteria, requests].filter((part) => part !== undefined);
  return parts.map(String).join(' ');
}
