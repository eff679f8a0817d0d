import { areSheetsOpen } from '../../../domain/drill/index.js';
import type { DrillEventOf } from '../../../domain/drill/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { sub } from '../parts.js';
import type { ReportContext } from './context.js';

/**
 * Who answered and who did not; what was said, by question. Where no names were promised none stands here but of those who have
 * not answered: beside few answers a list of who gave them would tell whose they are.
 */
export function feedback(context: ReportContext): Section {
  const { words, state, say } = context;
  const { feedback: asked } = state;
  if (asked === undefined) return sub(words.headings.feedback, paragraph(words.feedbackNone));
  if (asked.asked.length === 0) return sub(words.headings.feedback, paragraph(words.feedbackOfNobody));
  const missing = asked.asked.filter((person) => !asked.given.includes(person));
  const { anonymous } = state.rules.feedback;
  return {
    heading: words.headings.feedback,
    blocks: [
      paragraph(words.feedbackLead({ asked: asked.asked.length, given: asked.given.length, anonymous })),
      ...(anonymous || asked.given.length === 0
        ? []
        : [paragraph(words.feedbackGiven(say.list(asked.given.map(say.person))))]),
      paragraph(
        missing.length === 0
          ? words.feedbackAll
          : words.feedbackMissing(say.list(missing.map((person) => context.withPost(person)))),
      ),
      ...(anonymous && asked.given.length > 0 && !areSheetsOpen(state) ? [paragraph(words.feedbackHeldBack)] : []),
    ],
    sections: answers(context),
  };
}

function answers(context: ReportContext): Section[] {
  const { words, rules, book } = context;
  return rules.feedback.questions.flatMap((question, i) => {
    const said = answersTo(context, `q${i + 1}`);
    if (said.length === 0) return [];
    return [sub(book.t(question), said.length === 1 ? paragraph(said[0] ?? words.blank) : list(said))];
  });
}

function list(items: string[]): Block {
  return { kind: 'list', items };
}

/** Sorted by their own words, so that the order gives nobody away. */
function answersTo({ words, state, events, sheets = [], say, line }: ReportContext, question: string): string[] {
  if (state.rules.feedback.anonymous) {
    return sheets.flatMap((sheet) => (sheet[question] === undefined ? [] : [line(sheet[question])])).toSorted();
  }
  return events
    .filter((event): event is DrillEventOf<'feedbackGiven'> => event.type === 'feedbackGiven')
    .flatMap(({ person, texts, onPaper, actor }) => {
      if (texts[question] === undefined) return [];
      const who = onPaper ? words.onPaper(say.person(person), say.actor(actor)) : say.person(person);
      return [words.answerBy(who, line(texts[question]))];
    });
}
