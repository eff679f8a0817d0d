import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import type { SchemeContext } from './context.js';

export function feedback({ words, state, rules, say, book }: SchemeContext): Block[] {
  const { feedback: asked, submittedTo } = state.rules;
  const posts = say.list(rules.feedback.askedFrom.map(say.post));
  const to = say.list(submittedTo.map(say.person));
  return [
    paragraph(words.feedback({ within: book.span(rules.feedback.within), anonymous: asked.anonymous, people: posts })),
    paragraph(words.report({ within: book.span(rules.report.within), to: to || say.post(rules.report.submittedTo) })),
  ];
}

export function support({ words, state, rules, book }: SchemeContext): Block[] {
  const budget = rules.programme.find(({ id }) => id === state.programme)?.budget;
  return [paragraph(words.told), paragraph(budget === undefined ? words.noBudget : words.budget(book.money(budget)))];
}
