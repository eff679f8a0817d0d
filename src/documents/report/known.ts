import { statementWords } from '../../domain/words/index.js';
import type { EventOf } from '../../domain/incident/index.js';
import type { Block, Section } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import { knownFactItems, statementsIn } from '../tellings.js';
import type { ReportContext } from './context.js';
import { firstOf } from './milestones.js';

/** What was reported about the impact, what is known of it at the end, and what else was told since. */
export function impact(context: ReportContext): Section {
  const { words, state, say, time, events } = context;
  const { texts } = state.report;
  const statements = statementsIn(events).map((event) =>
    event.type === 'factAdded' ? statementWords(event, say, time) : words.at(time(event.at), context.told(event)),
  );
  const more = [
    ...listed(words.otherReports, otherReports(context, 'impact')),
    ...listed(words.impact.known, knownFactItems(context, time)),
    ...listed(words.impact.statements, statements),
  ];
  return {
    heading: words.headings.impact,
    blocks: [...reported(context, texts.impact, words.impact, more), paragraph(words.impact.notMeasured)],
    sections: [],
  };
}

/** What was said about the cause, and what kind of incident it was decided to be; nothing is analysed here. */
export function cause(context: ReportContext): Section {
  const { words, state, names, lang, say, events } = context;
  const { level, incidentLevel } = state.grading;
  const category = names.category(state.report.category, lang);
  const rejected = firstOf(events, 'rejected') !== undefined;
  const nature =
    level !== undefined && incidentLevel !== undefined
      ? words.nature.decided({ category, levels: say.levels(level, incidentLevel) })
      : rejected
        ? words.nature.rejected(category)
        : words.nature.undecided(category);
  const more = [
    ...listed(words.otherReports, otherReports(context, 'cause')),
    ...listed(words.cause.found, found(context)),
    ...(statementsIn(events).length === 0 ? [] : [paragraph(words.cause.seeStatements)]),
  ];
  return {
    heading: words.headings.cause,
    blocks: [],
    sections: [
      {
        heading: words.headings.reportedCause,
        blocks: [...reported(context, state.report.texts.cause, words.cause, more), paragraph(words.cause.notAnalysed)],
        sections: [],
      },
      { heading: words.headings.nature, blocks: [paragraph(nature)], sections: [] },
    ],
  };
}

/** What the reporter said stands first; only where nobody said anything is it missing altogether. */
function reported(
  context: ReportContext,
  text: string | undefined,
  words: { given: string; notReported: string; missing: string },
  more: Block[],
): Block[] {
  if (text !== undefined) return [paragraph(words.given), ...paragraphs(context.text(text)), ...more];
  return [paragraph(more.length === 0 ? words.missing : words.notReported), ...more];
}

function listed(heading: string, items: string[]): Block[] {
  return items.length === 0 ? [] : [paragraph(heading), { kind: 'list', items }];
}

function otherReports({ words, events, say, time }: ReportContext, what: 'impact' | 'cause'): string[] {
  return events.flatMap((event) => {
    const text = event.type === 'reportAbsorbed' ? event.texts[what] : undefined;
    if (event.type !== 'reportAbsorbed' || text === undefined) return [];
    return [words.otherReport({ at: time(event.reportedAt), by: say.actor(event.reporter), text: say.quote(text) })];
  });
}

/** Findings of tasks, and answers to what had to be found out, in the order in which they came. */
function found(context: ReportContext): string[] {
  const { words, events, say, time } = context;
  const questions = new Map(
    events.filter((event) => event.type === 'questionAsked').map(({ question, texts }) => [question, texts.question]),
  );
  const answer = ({ at, actor, question, texts }: EventOf<'questionAnswered'>): string =>
    words.cause.answer({
      at: time(at),
      by: say.actor(actor),
      question: say.quote(questions.get(question)),
      answer: say.quote(texts.answer),
    });
  return events.flatMap((event) => {
    if (event.type === 'questionAnswered') return [answer(event)];
    if (event.type !== 'taskFinished' || event.texts?.finding === undefined) return [];
    const { at, actor, task, texts } = event;
    const finding = say.quote(texts.finding);
    return [words.cause.finding({ at: time(at), by: say.actor(actor), task: taskName(context, task), finding })];
  });
}
