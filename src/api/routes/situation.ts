import { compact } from '../compact.js';
import { FactRequest, QuestionAnswerRequest, QuestionParams, QuestionRequest } from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import { languageOf } from '../language.js';
import { parse } from '../parse.js';
import type { Routes } from './router.js';

export const situationRoutes: Routes = (router, parts) => {
  const decision = decisionRoute(router, parts);
  decision('facts', FactRequest, ({ observedAt, ...body }) => ({
    type: 'addFact',
    ...compact(body),
    ...(observedAt === undefined ? {} : { observedAt: Date.parse(observedAt) }),
  }));
  decision('questions', QuestionRequest, ({ text }) => ({ type: 'askQuestion', text }));
  decision('questions/:questionId/answer', QuestionAnswerRequest, ({ text }, req) => {
    const { questionId } = parse(QuestionParams, req.params, languageOf(req));
    return { type: 'answerQuestion', question: questionId, text };
  });
};
