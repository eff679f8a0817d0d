import { HOUR } from '../../time.js';
import { parseDuration } from '../duration.js';
import { approverOf, steps, unlessResponsible, unlessWords } from './act.js';
import type { Act, Decided } from './act.js';
import { refuse } from './refusals.js';

const FARTHEST_ZONE = 14 * HOUR;

export interface Filing {
  /** The number or receipt that the authority gave. */
  reference: string;
  /** Day, as the authority counts it. */
  on: string;
  text: string;
}

export interface Evaluation {
  /** Day on which it was concluded. */
  on: string;
  conclusion: string;
  /** Whether the plan has to be revised. */
  revise: boolean;
}

/** 备案: the approved version lies with the authority. */
export function recordFiling(act: Act, { reference, on, text }: Filing): Decided {
  return (
    unlessRecordable(act) ??
    unlessPast(act, on) ??
    unlessWords(reference, 'reference') ??
    steps(act, { type: 'filed', reference, on, text })
  );
}

/** 预案评估: whether the plan still fits. */
export function recordEvaluation(act: Act, { on, conclusion, revise }: Evaluation): Decided {
  const every = act.document.control?.evaluateEvery;
  return (
    unlessRecordable(act) ??
    unlessPast(act, on) ??
    unlessWords(conclusion, 'conclusion') ??
    steps(act, {
      type: 'evaluated',
      on,
      conclusion,
      revise,
      ...(every === undefined ? {} : { nextDue: act.at + parseDuration(every) }),
    })
  );
}

function unlessRecordable(act: Act) {
  const reviewers = act.document.control?.reviewers.posts ?? [];
  const refused = unlessResponsible(act, ...approverOf(act), ...reviewers);
  if (refused) return refused;
  return act.standing.approval === undefined ? refuse('not_approved', { status: act.standing.status }) : undefined;
}

/** What has not happened is no record: an evaluation that is only planned would put off the next one. */
function unlessPast({ at }: Pick<Act, 'at'>, on: string) {
  // Somewhere it is already this day; in which zone the authority counts is not ours to know.
  const latest = new Date(at + FARTHEST_ZONE).toISOString().slice(0, 10);
  return on > latest ? refuse('day_in_future', { on }, { on: latest }) : undefined;
}
