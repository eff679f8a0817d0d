import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { confirmAt, Story } from './story.js';
import { countedBasis } from './quorumPlan.js';

/** Confirmed by the commander, so that the teams of the level are called. */
export function responding(basis: Basis = countedBasis(), level = 'L3'): Story {
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt(level));
  return story;
}

export function accept(story: Story, person: string, eta?: number): IncidentEvent[] {
  return story.says(person, { type: 'acknowledge', person, ...(eta === undefined ? {} : { eta }) });
}

export function declines(story: Story, ...people: string[]): IncidentEvent[] {
  return people.flatMap((person) => story.says(person, { type: 'decline', person, reason: 'ill' }));
}

export function arrives(story: Story, person: string): IncidentEvent[] {
  return story.says(person, { type: 'arrive', person });
}

export function releases(people: string[], more: { team?: string; reason?: string } = {}): Decision {
  return { type: 'release', people, reason: 'enough', ...more };
}

/** What was asked for a team, the latest last. */
export function callsOf(story: Story, team = 'tech') {
  return story.all('called').flatMap(({ calls }) => calls.filter(({ target }) => target.id === team));
}

export function quorumOf(story: Story, team = 'tech') {
  return story.state.mobilisation.bodies[`team/${team}`]?.quorum;
}

/** The mail server answers for the first notice of this kind. */
export function delivers(
  story: Story,
  template: string,
  result: { accepted?: string[]; unreachable: { person: string; code: string }[] },
): void {
  const { effect } = Object.values(story.state.effects.pending).find(
    (entry) => entry.effect.kind === 'notify' && entry.effect.template === template,
  )!;
  story.hears({
    type: 'noticeAttempted',
    requestId: '',
    actor: { kind: 'system' },
    via: 'system',
    effectId: effect.id,
    accepted: [],
    delayed: [],
    ...result,
  });
}
