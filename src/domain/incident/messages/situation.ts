import type { Facts } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Confidence } from '../events/situation.js';

/** What somebody has learnt since the report: values for the grading criteria, a statement, or both. */
export interface AddFact {
  type: 'addFact';
  values?: Facts;
  statement?: string;
  /** Where it comes from: a person, a system, a call. */
  source: string;
  observedAt?: Instant;
  confidence: Confidence;
}

/** What nobody knows yet and somebody has to find out. */
export interface AskQuestion {
  type: 'askQuestion';
  text: string;
}

export interface AnswerQuestion {
  type: 'answerQuestion';
  /** `q` and a number. */
  question: string;
  text: string;
}
