import type { Facts } from '../../plan/condition.js';
import { valueFault } from '../../plan/reportFault.js';
import type { EventBody, EventOf } from '../events.js';
import { isInvolved } from '../involved.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import { isStatement } from '../statements.js';
import type { SituationSlice, State } from '../state.js';

/** More than this nobody keeps an eye on; and they travel with the state. */
export const MOST_OPEN_QUESTIONS = 30;
const STATEMENTS_REMEMBERED = 50;

/** What is known and what is not: facts with source and confidence as they come in, and the questions that are open. */
export const situation: Room<'situation'> = {
  name: 'situation',
  initial: { known: {}, statements: [], questions: {} },

  evolve(slice, event) {
    switch (event.type) {
      case 'factAdded':
        return withFact(slice, event);
      case 'questionAsked': {
        const { seq, question, texts } = event;
        const { by, at } = event.before ?? { by: event.actor, at: event.at };
        return { ...slice, questions: { ...slice.questions, [question]: { seq, at, by, text: texts.question } } };
      }
      case 'questionAnswered': {
        const { [event.question]: _, ...questions } = slice.questions;
        return { ...slice, questions, answered: event.texts };
      }
      default:
        return slice;
    }
  },

  decide: { addFact, askQuestion, answerQuestion },
};

function withFact(slice: SituationSlice, event: EventOf<'factAdded'>): SituationSlice {
  const { seq, at, values, confidence } = event;
  const told = Object.entries(values).map(([fact, value]) => [fact, { value, seq, at, confidence }] as const);
  const known = { ...slice.known, ...Object.fromEntries(told) };
  if (!isStatement(event)) return { ...slice, known };
  return {
    ...slice,
    known,
    statements: [...slice.statements, seq].slice(-STATEMENTS_REMEMBERED),
    statementsMade: statementsMade(slice) + 1,
  };
}

/** In all; what an earlier release kept does not say more than it remembers. */
export function statementsMade({ statements, statementsMade = statements.length }: SituationSlice): number {
  return statementsMade;
}

/** What is told now would stay behind: the other incident takes over what was known when it was asked. */
function isGivenOver({ merging }: State): EventBody | undefined {
  return merging.asked === undefined ? undefined : refusal('merge_open', { into: merging.asked.into });
}

function addFact(state: State, message: MessageOf<'addFact'>): EventBody[] {
  const { actor, values = {}, confidence, observedAt, source } = message;
  if (!isInvolved(state, actor)) return [refusal('not_involved')];
  const elsewhere = isGivenOver(state);
  if (elsewhere) return [elsewhere];
  const statement = message.statement?.trim() ? message.statement : undefined;
  if (Object.keys(values).length === 0 && statement === undefined) return [refusal('nothing_told')];
  if (source.trim() === '') return [refusal('text_required', { field: 'source' })];
  const fault = faultIn(state, values);
  if (fault) return [fault];
  return [
    {
      type: 'factAdded',
      fact: `f${state.seq + 1}`,
      values,
      confidence,
      ...(observedAt === undefined ? {} : { observedAt }),
      texts: { ...(statement === undefined ? {} : { statement }), source },
    },
  ];
}

/** A value that no criterion could read would silently be lost to the grading. */
function faultIn(state: State, values: Facts): EventBody | undefined {
  const { facts } = state.basis.plan;
  const unknown = Object.keys(values).filter((id) => !facts.some((fact) => fact.id === id));
  if (unknown.length > 0) return refusal('unknown_fact', { facts: unknown }, { known: facts.map(({ id }) => id) });
  for (const fact of facts) {
    const value = values[fact.id];
    const fault = value === undefined ? undefined : valueFault(fact, value);
    if (fault?.code === 'wrong_fact_type' || fault?.code === 'unknown_option') {
      return refusal(fault.code, fault.found, fault.needed);
    }
  }
  return undefined;
}

function askQuestion(state: State, { actor, text }: MessageOf<'askQuestion'>): EventBody[] {
  if (!isInvolved(state, actor)) return [refusal('not_involved')];
  const elsewhere = isGivenOver(state);
  if (elsewhere) return [elsewhere];
  if (text.trim() === '') return [refusal('text_required', { field: 'question' })];
  const open = Object.keys(state.situation.questions).length;
  if (open >= MOST_OPEN_QUESTIONS) return [refusal('too_many_questions', { open }, { atMost: MOST_OPEN_QUESTIONS })];
  return [{ type: 'questionAsked', question: `q${state.seq + 1}`, texts: { question: text } }];
}

function answerQuestion(state: State, { actor, question, text }: MessageOf<'answerQuestion'>): EventBody[] {
  if (!isInvolved(state, actor)) return [refusal('not_involved')];
  const elsewhere = isGivenOver(state);
  if (elsewhere) return [elsewhere];
  if (text.trim() === '') return [refusal('text_required', { field: 'answer' })];
  const { questions } = state.situation;
  const open = Object.keys(questions);
  if (!open.includes(question)) return [refusal('no_such_question', { question }, { open })];
  const { by: askedBy, text: asked } = questions[question]!;
  return [{ type: 'questionAnswered', question, askedBy, texts: { question: asked, answer: text } }];
}
