import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { table } from '../parts.js';
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

/** Rows to be filled in by hand. */
const SUPPLIES = 4;

export function support({ words, state, rules, book }: SchemeContext): Block[] {
  const { labels } = words;
  const budget = rules.programme.find(({ id }) => id === state.programme)?.budget;
  return [
    paragraph(words.told),
    paragraph(words.supplies),
    ...table(
      words.captions.supplies,
      [
        [labels.supply, 50],
        [labels.provider, 25],
        [labels.checked, 25],
      ],
      Array.from({ length: SUPPLIES }, () => ['', '', '']),
      { handwritten: true },
    ),
    paragraph(budget === undefined ? words.noBudget : words.budget(book.money(budget))),
  ];
}
