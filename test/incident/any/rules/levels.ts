import { callEntries, callOf } from '../../../../src/domain/incident/index.js';
import type { Asked, CalledBody, State } from '../../../../src/domain/incident/index.js';
import type { Moment, Turn } from '../tell.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const levelRules: Rules = {
  'while the response runs, exactly the teams are called that plan, level and category ask for': ({ story }) => {
    for (const turn of story.turns) {
      const { event, after } = turn.at(-1)!;
      if (after.phase !== 'responding') continue;
      const [is, wanted] = [called(after).sort(), teamsWanted(after).sort()];
      must(is.join() === wanted.join(), () => `after ${named(event)}: ${is.join()} instead of ${wanted.join()}`);
    }
  },

  'a change of level or category calls and stands down exactly the difference, and touches nobody else': ({
    story,
  }) => {
    for (const turn of story.turns) {
      const at = turn.findIndex(({ event }) => event.type === 'levelChanged' || event.type === 'categoryChanged');
      if (at < 0) continue;
      const { before } = turn[at]!;
      const { after } = turn.at(-1)!;
      for (const { id } of before.basis.plan.teams) changed(id, before, after, turn);
      for (const [key, body] of Object.entries(before.mobilisation.bodies)) {
        if (body.target.kind === 'post')
          must(stood(body) === stood(after.mobilisation.bodies[key]), () => `${key} is touched`);
      }
    }
  },

  'only a change of level, category or plan, or the end, stands a team down, and all who are still wanted of it': ({
    moments,
  }) => {
    for (const { event, before, after } of moments) {
      if (event.type !== 'stoodDown') continue;
      for (const { target, people } of event.calls) {
        const body = before.mobilisation.bodies[`${target.kind}/${target.id}`];
        must(body?.status === 'called', () => `${named(event)}: ${target.id} is not called`);
        must(people.join() === wantedOf(body!).join(), () => `${named(event)}: ${people.join()} of ${target.id}`);
        if ((event.why !== 'levelChanged' && event.why !== 'categoryChanged') || target.kind === 'post') continue;
        must(!teamsWanted(after).includes(target.id), () => `${named(event)}: ${target.id} is wanted`);
      }
    }
  },
};

/** Whoever changes the level is marked as reached, which is no call and stands nobody down. */
function stood(body: CalledBody | undefined): string {
  return JSON.stringify([
    body?.status,
    callEntries(body?.people ?? []).map(([id, { status, since }]) => [id, status, since]),
  ]);
}

function changed(team: string, before: State, after: State, turn: Turn): void {
  const [was, is] = [bodyOf(before, team), bodyOf(after, team)];
  const wasCalled = was?.status === 'called';
  const isWanted = teamsWanted(after).includes(team);
  if (!wasCalled && !isWanted) must(was === is, () => `${team} is touched`);
  if (wasCalled && isWanted) stays(team, was, is!, turn);
  if (wasCalled && !isWanted) {
    must(is?.status === 'stoodDown', () => `${team} is still called`);
    for (const [id, { status }] of callEntries(was.people)) {
      const now = callOf(is!.people, id)?.status;
      must(now === (LIVE.includes(status) ? 'stoodDown' : status), () => `${team}: ${id} is ${now}, was ${status}`);
    }
    must(!asks(turn, team), () => `${team} goes and is called`);
  }
  if (!wasCalled && isWanted) begins(team, after, turn);
}

/**
 * Whoever is called, comes, or is there stays so; others join, and those who have rested are asked again, only where those do
 * not suffice.
 */
function stays(team: string, was: CalledBody, is: CalledBody, turn: Turn): void {
  must(is.status === 'called' && is.since === was.since, () => `${team} does not stay`);
  const asked = turn.flatMap(({ event }) => (event.type === 'called' ? event.calls : [])).filter(isOf(team));
  const back = asked.flatMap(({ back = [] }) => back);
  const again = back.filter((id) => callOf(was.people, id)?.status === 'released');
  for (const [id, call] of callEntries(was.people)) {
    if (!again.includes(id)) must(callOf(is.people, id) === call, () => `${team}: the call of ${id} is touched`);
  }
  const joined = [...callEntries(is.people).filter(([id]) => callOf(was.people, id) === undefined), ...again];
  for (const call of asked) {
    must(isTier(call), () => `${team} is called again`);
    must(is.quorum !== undefined, () => `${team} is not counted and calls others`);
  }
  must(joined.length === asked.flatMap(({ people }) => people).length, () => `${team}: others joined`);
}

/** All members, but for those who have a reason; nobody else but substitutes. */
function begins(team: string, after: State, turn: Turn): void {
  const calls = turn.flatMap(({ event }) => (event.type === 'called' ? event.calls : [])).filter(isOf(team));
  const [first, ...tiers] = calls;
  must(first !== undefined, () => `${team} is not called`);
  const { posts } = after.basis.plan;
  const members = new Set(
    posts.filter((post) => post.team === team).flatMap(({ id }) => after.basis.holders[id] ?? []),
  );
  const met = [...first!.people, ...(first!.notCalled ?? []).map(({ person }) => person)];
  must(met.length === members.size && met.every((id) => members.has(id)), () => `${team}: ${met.join()} are met`);
  for (const tier of tiers) must(isTier(tier), () => `${team} twice`);
}

function isTier({ back, substitutes, partners }: Asked): boolean {
  return (back ?? substitutes ?? partners) !== undefined;
}

const LIVE = ['called', 'acknowledged', 'arrived', 'silent'];

function bodyOf(state: State, team: string): CalledBody | undefined {
  return state.mobilisation.bodies[`team/${team}`];
}

function wantedOf(body: CalledBody): string[] {
  return callEntries(body.people).flatMap(([id, { status }]) => (LIVE.includes(status) ? [id] : []));
}

function called({ mobilisation }: State): string[] {
  const bodies = Object.values(mobilisation.bodies).filter(({ status }) => status === 'called');
  return bodies.flatMap(({ target }) => (target.kind === 'team' ? [target.id] : []));
}

function teamsWanted({ basis, grading, report }: State): string[] {
  const rules = basis.plan.mobilisation.filter(
    ({ levels, categories }) => levels.includes(grading.level ?? '') && (categories?.includes(report.category) ?? true),
  );
  return [...new Set(rules.map(({ team }) => team))];
}

function isOf(team: string) {
  return ({ target }: { target: { kind: string; id: string } }) => target.kind === 'team' && target.id === team;
}

function asks(turn: Moment[], team: string): boolean {
  return turn.some(({ event }) => event.type === 'called' && event.calls.some(isOf(team)));
}
