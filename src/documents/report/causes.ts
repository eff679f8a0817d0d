import type { Actor, EventOf } from '../../domain/incident/index.js';
import type { Block, Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { statementsIn } from '../tellings.js';
import { taskName } from '../taskName.js';
import { CAUSES } from './aftermathInput.js';
import type { Analysis, AnalysisItem, Cause } from './aftermathInput.js';
import { postOf, titleOfSection } from './context.js';
import type { ReportContext } from './context.js';
import { evidenceWords } from './evidence.js';
import { otherReports } from './otherReports.js';
import { sub } from './section.js';
import type { Content, Own } from './section.js';

/** Each kind of cause apart, and the questions that led to it; without names. What nobody has analysed is said to be so. */
export function causes(context: ReportContext, own: Own): Content {
  const { analysis } = context.aftermath;
  if (analysis !== undefined) return analysed(context, analysis);
  const { sectionWords } = context;
  return {
    blocks: own.given ? [] : [paragraph(sectionWords.causes.notAnalysed)],
    sections: [sub(sectionWords.headings.found, ...found(context))],
  };
}

function analysed(context: ReportContext, analysis: Analysis): Content {
  const { sectionWords, time, say } = context;
  const { version, at, completed, method } = analysis;
  const recorded = sectionWords.causes.recorded({
    version,
    by: postOf(context, analysis),
    at: time(at),
    completed: completed && time(completed.at),
  });
  const chains = chainsOf(context, analysis);
  return {
    blocks: [
      paragraph(recorded),
      ...(completed === undefined ? [paragraph(sectionWords.causes.unfinished)] : []),
      ...(method === undefined ? [] : [paragraph(sectionWords.causes.method(say.quote(method)))]),
    ],
    sections: [
      ...CAUSES.map((kind) => causesOf(context, analysis, kind)),
      ...(chains.length === 0 ? [] : [sub(sectionWords.headings.whys, ...chains)]),
    ],
  };
}

function causesOf(context: ReportContext, { items }: Analysis, kind: Cause): Section {
  const { sectionWords } = context;
  const own = items.filter((item) => item.kind === kind).map((item) => withEvidence(context, item));
  const heading = sectionWords.headings[kind];
  if (own.length === 0) return sub(heading, paragraph(sectionWords.causes.none));
  return sub(heading, ...(own.length === 1 ? own.map(paragraph) : [{ kind: 'list' as const, items: own }]));
}

function withEvidence(context: ReportContext, item: AnalysisItem): string {
  return context.sectionWords.sentence(proven(context, item));
}

function proven(context: ReportContext, item: AnalysisItem): string {
  const { sectionWords, say } = context;
  const text = say.quote(item.text);
  const evidence = evidenceWords(context, item);
  return evidence.length === 0 ? text : sectionWords.causes.proven({ text, evidence: say.list(evidence) });
}

/** From each cause that was asked after, why by why and branch by branch, to the root causes in which they end. */
function chainsOf(context: ReportContext, { items }: Analysis): Block[] {
  const { sectionWords, say } = context;
  const byId = new Map(items.map((item) => [item.id, item]));
  const first = items.filter(({ kind, of }) => kind === 'why' && byId.get(of ?? '')?.kind !== 'why');
  return first.flatMap((begin): Block[] => {
    const of = byId.get(begin.of ?? '');
    const heading = of === undefined ? [] : [sectionWords.causes.chain(say.quote(of.text))];
    return [...heading, ...stepsFrom(context, items, begin)].map(paragraph);
  });
}

/** A why that does not ask after the line above it says after which. */
function stepsFrom(context: ReportContext, items: AnalysisItem[], begin: AnalysisItem): string[] {
  const { why, ends } = context.sectionWords.causes;
  const told: string[] = [];
  let steps = 0;
  const tell = (item: AnalysisItem, after?: number): void => {
    const step = (steps += 1);
    told.push(why({ step, text: proven(context, item), after }));
    const line = told.length;
    const next = items.filter(({ of }) => of === item.id);
    for (const root of next.filter(({ kind }) => kind === 'root')) told.push(ends(context.say.quote(root.text)));
    for (const one of next.filter(({ kind }) => kind === 'why')) tell(one, told.length === line ? undefined : step);
  };
  tell(begin);
  return told;
}

/** What was said and found, in the order in which it came; by posts. */
function found(context: ReportContext): Block[] {
  const { words, sectionWords, events, say, time, state } = context;
  const { cause } = state.report.texts;
  const impact = titleOfSection(context, 'impact');
  const by = (actor: Actor): string => postOf(context, { by: actor });
  const questions = new Map(
    events.filter((event) => event.type === 'questionAsked').map(({ question, texts }) => [question, texts.question]),
  );
  const answer = ({ at, actor, question, texts }: EventOf<'questionAnswered'>): string =>
    sectionWords.causes.answer({
      at: time(at),
      by: by(actor),
      question: say.quote(questions.get(question)),
      answer: say.quote(texts.answer),
    });
  const found = events.flatMap((event) => {
    if (event.type === 'questionAnswered') return [answer(event)];
    if (event.type !== 'taskFinished' || event.texts?.finding === undefined) return [];
    const { at, actor, task, texts } = event;
    const finding = say.quote(texts.finding);
    return [sectionWords.causes.finding({ at: time(at), by: by(actor), task: taskName(context, task), finding })];
  });
  const more = [
    ...listed(
      words.otherReports,
      otherReports(context, 'cause', ({ reporter }) => by(reporter)),
    ),
    ...listed(words.cause.found, found),
    ...(impact === undefined || statementsIn(events).length === 0
      ? []
      : [paragraph(words.cause.seeStatements(impact))]),
  ];
  if (cause !== undefined)
    return [paragraph(words.cause.given), paragraph(sectionWords.sentence(say.quote(cause))), ...more];
  return [paragraph(more.length === 0 ? words.cause.missing : words.cause.notReported), ...more];
}

function listed(heading: string, items: string[]): Block[] {
  return items.length === 0 ? [] : [paragraph(heading), { kind: 'list', items }];
}
