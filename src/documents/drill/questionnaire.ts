import type { Lang } from '../../domain/lang.js';
import { drillKindWords } from '../../domain/words/index.js';
import { DRILL_QUESTIONNAIRE_WORDS } from '../../domain/words/drillPapers/questionnaire.js';
import type { BulletinModel } from '../model.js';
import { contextOf } from './context.js';
import type { DrillPaperInput } from './context.js';
import { numbered } from './parts.js';

/** Lines to write an answer on. */
const LINES = 2;

/** The questionnaire 反馈表, to be printed and filled in by hand. */
export function buildDrillQuestionnaire(input: DrillPaperInput, lang: Lang): BulletinModel {
  const { state, rules, scenario, name, names, book, say, time } = contextOf(input, lang);
  const words = DRILL_QUESTIONNAIRE_WORDS[lang];
  const { labels } = words;
  const { feedback } = state;
  const questions = rules.feedback.questions.map((question, i) => ({
    kind: 'table' as const,
    table: {
      caption: words.question(i + 1, book.t(question)),
      captionUnseen: true as const,
      columns: [{ heading: words.question(i + 1, book.t(question)), width: 1 }],
      rows: Array.from({ length: LINES }, () => ['']),
      handwritten: true as const,
    },
  }));
  const { anonymous } = state.rules.feedback;
  const { sections } = numbered([{ heading: words.heading, blocks: [], sections: [] }], [], lang);
  return {
    kind: 'bulletin',
    lang,
    title: [names.organisation(lang), words.title],
    issue: words.issue(state.drill),
    runningHead: words.runningHead(state.drill),
    mark: words.mark,
    organisation: names.organisation(lang),
    form: {
      caption: words.caption,
      facts: [
        // Before the end the name of the scenario would tell players what they are to find out.
        { label: labels.drill, value: state.ended === undefined ? drillKindWords(scenario.kind)[lang] : name },
        { label: labels.held, value: state.ended === undefined ? words.notHeld : time(state.ended.at) },
        { label: labels.names, value: anonymous ? words.anonymous : words.named },
        {
          label: labels.due,
          value: feedback === undefined ? words.due(book.span(rules.feedback.within)) : time(feedback.dueAt),
        },
      ],
    },
    lead: [words.lead],
    sections: sections.map((section) => ({ ...section, blocks: questions })),
    annexes: [],
    closing: [],
    foot: {
      caption: words.footCaption,
      facts: [
        ...(anonymous
          ? []
          : [
              { label: labels.name, value: '' },
              { label: labels.post, value: '' },
            ]),
        { label: labels.filledOn, value: '' },
        {
          label: labels.handIn,
          value: words.handIn({ id: state.drill, director: say.person(state.roles.director), anonymous }),
        },
      ],
    },
  };
}
