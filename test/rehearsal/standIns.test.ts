import { addedInject } from '../../src/domain/drill/index.js';
import { evolve, fold, nextWake, open, SYSTEM, turn, wakeTurn } from '../../src/domain/incident/index.js';
import type { IncidentEvent, Message, State } from '../../src/domain/incident/index.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import type { Rehearsed } from '../../src/rehearsal/rehearsal.js';
import { Shelf } from '../../src/rehearsal/shelf.js';
import { StandIns } from '../../src/rehearsal/standIns.js';
import { answerTo } from '../../src/rehearsal/world.js';
import { given } from './given.js';

/** An incident that runs elsewhere: it keeps its own events, and takes what is said to it. */
class Elsewhere {
  state: State;
  readonly events: IncidentEvent[];
  private readonly shelf: Shelf;
  private answered = 0;

  constructor(readonly rehearsed: Rehearsed) {
    const { basis, scenario, start, ledger } = rehearsed;
    const report = {
      ...{ incidentId: 'i', mode: 'drill' as const, category: scenario.category, title: 't', place: 'p' },
      facts: scenario.reportFacts,
      simulated: [...new Set(Object.values(basis.holders).flat())],
    };
    const by = { actor: { kind: 'operator' }, via: 'system', requestId: 'r' } as const;
    this.events = open(report, basis, by, start);
    this.state = fold(basis, this.events);
    this.shelf = new Shelf(ledger);
  }

  /** Everything that falls due by then, and what the world owes. */
  passes(until: number): void {
    for (;;) {
      const asked = this.events
        .slice(this.answered)
        .flatMap((event) => (event.type === 'effectRequested' ? [event] : []));
      this.answered = this.events.length;
      for (const { effect, at } of asked) {
        if (this.state.effects.pending[effect.id] === undefined) continue;
        const answer = answerTo(effect, this.shelf);
        this.take(turn(this.state, { requestId: '', actor: SYSTEM, via: 'system', ...answer }, at));
      }
      const due = nextWake(this.state);
      if (asked.length > 0) continue;
      if (due === undefined || due > until) return;
      this.take(wakeTurn(this.state, due));
    }
  }

  hears(message: Message, at: number): string | undefined {
    const events = this.take(turn(this.state, message, at));
    const [first] = events;
    return first?.type === 'refused' ? first.code : undefined;
  }

  private take({ events }: { events: IncidentEvent[] }): IncidentEvent[] {
    this.state = events.reduce(evolve, this.state);
    this.events.push(...events);
    return events;
  }
}

function standIns({ basis, scenario, seed, start, parameters }: Rehearsed, there: string[] = []): StandIns {
  const played = [...new Set(Object.values(basis.holders).flat())].filter((person) => !there.includes(person));
  return new StandIns(basis, { scenario, seed, run: 0, start, parameters, played, prefix: 'd-1' });
}

/** Hour by hour; `killedAt`: after so many lines the simulator dies, before or after its line has arrived, and starts anew. */
function play(rehearsed: Rehearsed, { killedAt = [] as number[], there = [] as string[] } = {}): IncidentEvent[] {
  const elsewhere = new Elsewhere(rehearsed);
  const { start, scenario } = rehearsed;
  const injects = scenario.injects.flatMap(({ id, trigger }) =>
    'at' in trigger ? [{ id, at: start + trigger.at }] : [],
  );
  let actors = standIns(rehearsed, there);
  let shown = 0;
  let said = 0;
  const show = (now: number) => {
    actors.sees(elsewhere.events);
    for (const { id, at } of injects.slice(shown).filter((one) => one.at <= now)) {
      actors.plays(id, at);
      shown += 1;
    }
  };
  for (let now = start; now < start + 14 * HOUR; now += MINUTE) {
    elsewhere.passes(now);
    show(now);
    for (let line = actors.next(now); line !== undefined; line = actors.next(now)) {
      const { id: requestId, person, decision } = line;
      const message = { requestId, actor: { kind: 'person', id: person }, via: 'simulator', ...decision } as Message;
      said += 1;
      // Odd ones die before anything has arrived, the others after.
      const dies = killedAt.includes(said);
      if (!(dies && said % 2 === 1)) {
        const refused = elsewhere.hears(message, now);
        elsewhere.passes(now);
        if (!dies) actors.isAnswered(line, refused);
      }
      if (dies) {
        actors = standIns(rehearsed, there);
        shown = 0;
      }
      show(now);
    }
  }
  return elsewhere.events;
}

test('simulated players bring an incident that runs elsewhere to its end', () => {
  const events = play(given('ransomware', undefined, { absent: 0, wrong: 0 }));
  expect(events.map(({ type }) => type)).toContain('terminated');
  const byPeople = events.filter(({ actor }) => actor.kind === 'person');
  expect(byPeople.length).toBeGreaterThan(50);
  expect(byPeople.every(({ via }) => via === 'simulator')).toBe(true);
});

test('a simulator that dies loses nothing, says nothing twice, and goes on as if nothing had been', () => {
  const rehearsed = given('ransomware');
  const whole = play(rehearsed);
  const killed = play(rehearsed, { killedAt: [1, 2, 5, 10, 17, 30, 31, 44, 60, 75, 90] });
  expect(killed).toEqual(whole);
  const ids = whole.flatMap(({ request }) => (request === undefined ? [] : [request.id]));
  expect(new Set(ids).size).toBe(ids.length);
});

test('nobody speaks for a person who is there', () => {
  const events = play(given('ransomware', undefined, { absent: 0 }), { there: ['lin-wei'] });
  const spoken = events.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []));
  expect(spoken).not.toContain('lin-wei');
  expect(spoken.length).toBeGreaterThan(20);
});

test('whoever turns up is not played any more', () => {
  const rehearsed = given('ransomware', undefined, { absent: 0 });
  const elsewhere = new Elsewhere(rehearsed);
  const actors = standIns(rehearsed);
  const now = rehearsed.start + MINUTE;
  elsewhere.passes(now);
  const actor = { kind: 'person', id: 'lin-wei' } as const;
  elsewhere.hears({ requestId: 'x', actor, via: 'api', type: 'acknowledge', person: 'lin-wei' }, now);
  actors.sees(elsewhere.events);
  const lines = [];
  for (let at = now; at < now + 2 * HOUR; at += MINUTE) {
    for (let line = actors.next(at); line !== undefined; line = actors.next(at)) {
      lines.push(line.person);
      actors.isAnswered(line, undefined);
    }
  }
  expect(lines.length).toBeGreaterThan(0);
  expect(lines).not.toContain('lin-wei');
});

test('what becomes known through an inject that somebody added is entered like that of any other', () => {
  const rehearsed = given('ransomware', undefined, { absent: 0 });
  const elsewhere = new Elsewhere(rehearsed);
  const actors = standIns(rehearsed);
  const now = rehearsed.start + MINUTE;
  elsewhere.passes(now);
  actors.sees(elsewhere.events);
  const [first] = rehearsed.scenario.injects;
  const facts = { usersAffected: 9_999 };
  actors.adds(addedInject('added-1', { players: first!.players, facts }));
  actors.plays('added-1', now);
  const entered = [];
  for (let at = now; at < now + 2 * HOUR; at += MINUTE) {
    for (let line = actors.next(at); line !== undefined; line = actors.next(at)) {
      if (line.decision.type === 'addFact' && line.decision.source === 'added-1') entered.push(line.decision.values);
      actors.isAnswered(line, undefined);
    }
  }
  expect(entered).toEqual([facts]);
});
