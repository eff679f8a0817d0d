import type { Decision } from '../../src/domain/incident/index.js';
import type { AftermathRule, Basis, EvaluationRule } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { confirmAt, endsAnyhow, Story } from './story.js';

const AFTERMATH: AftermathRule = {
  analysis: { owner: 'techLead', within: 5 * DAY },
  report: { owner: 'techLead', reviewer: 'deputy', approver: 'commander', within: 10 * DAY },
  lessons: { askedFrom: ['techLead', 'liaisonLead', 'pressLead'], within: 7 * DAY, collectedBy: 'duty', questions: 3 },
  summary: { chair: 'commander', participants: ['deputy', 'techLead'], within: 20 * DAY, levels: ['L1', 'L2'] },
  mandatory: [],
};

export const EVALUATION: EvaluationRule = {
  criteria: [
    { id: 'told', axis: 'speed', critical: true, measuredBy: 'filings' },
    { id: 'joined', axis: 'coordination', measuredBy: 'reach' },
    { id: 'mended', axis: 'technical', measuredBy: 'restoration' },
    { id: 'planned' },
  ],
  scores: { P: 100, S: 80, M: 50, U: 0 },
  weights: { speed: 35, coordination: 30, technical: 35 },
  conclusions: [
    { id: 'excellent', from: 90 },
    { id: 'good', from: 75 },
    { id: 'fair', from: 60 },
    { id: 'poor', from: 0 },
  ],
  criticalCap: 'poor',
};

/** The sample plan with an aftermath, at level 2 watched for an hour. */
export function lessonsBasis(change: (basis: Basis) => void = () => undefined): Basis {
  const plan = { ...samplePlan(), aftermath: structuredClone(AFTERMATH), evaluation: structuredClone(EVALUATION) };
  plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
  const basis = { plan, holders: sampleHolders() };
  change(basis);
  return basis;
}

/** Responding; `ended`: over at once, by two people. */
export function ended(level = 'L1', change?: (basis: Basis) => void): Story {
  const story = new Story({}, lessonsBasis(change));
  story.says('lin-wei', confirmAt(level));
  endsAnyhow(story);
  return story;
}

export const give = (
  post: string,
  answers: Record<string, string> = { '1': 'late' },
  more: { free?: string; findings?: string[]; reason?: string } = {},
): Decision => ({ type: 'lesson', action: 'give', post, answers, findings: [], ...more });
export const collect = (reason?: string): Decision => ({
  type: 'lesson',
  action: 'collect',
  ...(reason === undefined ? {} : { reason }),
});
export const call = (meetingAt: number, participants?: string[]): Decision => ({
  type: 'summary',
  action: 'call',
  meetingAt,
  place: 'room 4',
  ...(participants === undefined ? {} : { participants }),
});
export const hold = (
  ratings: Record<string, 'P' | 'S' | 'M' | 'U'> = {},
  more: { present?: string[]; conclusions?: string; notes?: Record<string, string>; reason?: string } = {},
): Decision => ({
  type: 'summary',
  action: 'hold',
  present: ['lin-wei', 'zhao-lei'],
  ratings: Object.entries(ratings).map(([criterion, rating]) => ({ criterion, rating })),
  conclusions: 'in time, and the switch-over has to be rehearsed',
  ...(Object.keys(ratings).length === 0 ? { reason: 'the figures are being checked' } : {}),
  ...more,
});
