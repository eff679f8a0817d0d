import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { AftermathRule, Basis, OpinionAlert } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { BASIS, confirmAt, Story } from './story.js';

type OpinionRule = NonNullable<AftermathRule['publicOpinion']>;

/** An alert of each kind; the last one says nothing and is for people. */
export const ALERTS: OpinionAlert[] = [
  { id: 'jump', timesUsual: 5, tell: ['techLead'] },
  { id: 'loud', volumeAtLeast: 1_000, sentimentAtMost: -1, tell: ['pressLead'] },
  { id: 'wide', reachAtLeast: 50_000, tell: ['commander'] },
  { id: 'untrue', untrue: true, tell: ['liaisonLead'] },
  { id: 'leak', when: { fact: 'dataLost', is: true }, tell: ['deputy'] },
  { id: 'press', tell: ['liaisonMember'] },
];

const OPINION: OpinionRule = {
  owner: 'analyst',
  cadence: [
    { levels: ['L1'], every: 30 * MINUTE },
    { levels: ['L2'], every: 4 * HOUR },
  ],
  alerts: ALERTS,
};

/** `wu-kun` watches, in the team of `gao-yang`; `wang-fang` stands in. */
export function opinionBasis(opinion: OpinionRule | undefined = OPINION): Basis {
  const basis = structuredClone(BASIS) as Basis;
  basis.plan.posts.push({ id: 'analyst', team: 'publicity', deputies: ['duty'] });
  basis.holders['analyst'] = ['wu-kun'];
  basis.plan.termination.watch = [{ levels: ['L1', 'L2', 'L3'], for: DAY }];
  basis.plan.aftermath = aftermathWith(structuredClone(opinion));
  return basis;
}

export function aftermathWith(publicOpinion: OpinionRule | undefined): AftermathRule {
  return {
    analysis: { owner: 'techLead', within: 5 * DAY },
    report: { owner: 'techLead', reviewer: 'deputy', approver: 'commander', within: 10 * DAY },
    ...(publicOpinion === undefined ? {} : { publicOpinion }),
    lessons: { askedFrom: ['techLead'], within: 5 * DAY, collectedBy: 'deputy' },
    summary: { chair: 'commander', participants: ['techLead'], within: 10 * DAY },
    mandatory: [],
  };
}

export const ANALYST = 'wu-kun';

export function activated(level = 'L2', basis = opinionBasis()): Story {
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt(level));
  return story;
}

type Entry = Partial<Omit<Extract<Decision, { type: 'publicOpinion'; action: 'record' }>, 'type' | 'action'>>;

export const entry = (more: Entry = {}): Decision => ({
  type: 'publicOpinion',
  action: 'record',
  source: 'microblogs',
  ...more,
});
export const reply = (id: string, more: { reply?: string; repliedAt?: number } = {}): Decision => ({
  type: 'publicOpinion',
  action: 'reply',
  entry: id,
  reply: 'Your money is safe',
  ...more,
});
export const endOpinion: Decision = { type: 'publicOpinion', action: 'end', reason: 'nobody talks of it' };

export const MONITOR = { actor: { kind: 'integration', id: 'listener' }, via: 'hook' } as const;

export function recorded(events: IncidentEvent[]): EventOf<'opinionRecorded'> {
  const event = events.find((one) => one.type === 'opinionRecorded');
  if (event?.type !== 'opinionRecorded') throw new Error(`no entry: ${JSON.stringify(events)}`);
  return event;
}
