import type { Actor } from '../../../src/domain/incident/index.js';
import { compilePlan } from '../../../src/domain/plan/compile.js';
import type { Basis } from '../../../src/domain/plan/compiled.js';
import { loadPlan } from '../../../src/planfiles/index.js';
import { confirmAt, confirmEnd, MINUTE, override, Story } from '../story.js';
import { HOUR } from '../../../src/domain/time.js';
import type { Role, Situation } from './table.js';

/** The sample plan, with one person to each post who is called as the post is and can do what it asks for. */
function onePersonToEachPost(): Basis {
  const { document, hash } = loadPlan('plans/software-incident');
  const people = document.posts.map(({ id, qualifications = [] }) => {
    return [id, { qualifications: qualifications.map((qualification) => ({ qualification })) }] as const;
  });
  return {
    plan: compilePlan(document, hash),
    holders: Object.fromEntries(document.posts.map(({ id }) => [id, [id]])),
    people: Object.fromEntries(people),
  };
}

export const ACTORS: Record<Role, Actor> = {
  CO: { kind: 'person', id: 'commander' },
  DC: { kind: 'person', id: 'deputy-commander' },
  CM: { kind: 'person', id: 'command-member' },
  TL: { kind: 'person', id: 'technical-lead' },
  DE: { kind: 'person', id: 'developer' },
  OE: { kind: 'person', id: 'operations-engineer' },
  LL: { kind: 'person', id: 'liaison-lead' },
  PO: { kind: 'person', id: 'planning-officer' },
  HL: { kind: 'person', id: 'human-resources-lead' },
  PL: { kind: 'person', id: 'publicity-lead' },
  PR: { kind: 'person', id: 'press-officer' },
  SL: { kind: 'person', id: 'site-security-lead' },
  SM: { kind: 'person', id: 'supplier-manager' },
  // Who reports in every story.
  RE: { kind: 'person', id: 'sun-yu' },
  ST: { kind: 'person', id: 'stranger' },
  OP: { kind: 'operator' },
  IN: { kind: 'integration', id: 'monitoring' },
};

const BASIS = onePersonToEachPost();
export const CRITERIA = BASIS.plan.termination.criteria.map(({ id }) => id);

const from = (story: Story, ...steps: ((story: Story) => unknown)[]): Story => {
  const next = story.copy();
  for (const step of steps) step(next);
  return next;
};

const reported = new Story({ category: 'operation-failure' }, BASIS);
const confirmed = (level: string) => from(reported, (story) => story.says('commander', confirmAt(level)));
const levelTwo = confirmed('II');
const watching = from(
  levelTwo,
  (story) => story.says('commander', override),
  (story) => story.says('deputy-commander', confirmEnd),
);

// Two days at level II.
const aftermath = from(watching, (story) => story.passes(48 * HOUR));

export const SITUATIONS: Record<Situation, Story> = {
  reported,
  standby: from(reported, (story) =>
    story.says('commander', { type: 'verify', outcome: 'standby', reason: 'not clear' }),
  ),
  // Nobody has verified it within half an hour; the teams have not had their time to answer yet.
  'treated as real': from(reported, (story) => story.passes(35 * MINUTE)),
  'level III': confirmed('III'),
  'level II': levelTwo,
  'the deputy commands': from(
    levelTwo,
    (story) =>
      story.says('commander', {
        type: 'handOver',
        action: 'offer',
        to: 'deputy-commander',
        brief: { situation: 'stable', objectives: 'restore' },
      }),
    (story) => story.says('deputy-commander', { type: 'handOver', action: 'accept' }),
  ),
  watching,
  aftermath,
  closed: from(
    aftermath,
    (story) => story.delivers(),
    (story) => story.says('commander', { type: 'close', despite: true, reason: 'report accepted' }),
  ),
  rejected: from(reported, (story) =>
    story.says('commander', { type: 'verify', outcome: 'rejected', reason: 'a test' }),
  ),
  merged: from(
    reported,
    (story) => story.says('commander', { type: 'merge', into: 'i-2', reason: 'the same outage' }),
    (story) => story.delivers(),
  ),
};

/** What the state says of each, so that no table speaks of another situation than its name says. */
export const SIGNS: Record<Situation, object> = {
  reported: { phase: 'reported' },
  standby: { phase: 'standby' },
  'treated as real': { phase: 'responding', grading: { level: 'III' }, verification: { outcome: 'provisional' } },
  'level III': { phase: 'responding', grading: { level: 'III' }, verification: { outcome: 'confirmed' } },
  'level II': { phase: 'responding', grading: { level: 'II' }, command: { posts: { commander: 'commander' } } },
  'the deputy commands': {
    phase: 'responding',
    grading: { level: 'II' },
    command: { posts: { commander: 'deputy-commander' } },
  },
  watching: { phase: 'watching' },
  aftermath: { phase: 'aftermath' },
  closed: { phase: 'closed' },
  rejected: { phase: 'rejected' },
  merged: { phase: 'merged' },
};
