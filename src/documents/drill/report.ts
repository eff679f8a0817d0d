import type { Lang } from '../../domain/lang.js';
import { drillEndWords } from '../../domain/words/index.js';
import type { Fact, ReportModel } from '../model.js';
import type { DrillContext, DrillPaperInput } from './context.js';
import { numbered, planPlayed } from './parts.js';
import { annexes } from './report/annexes.js';
import { axisSection, preparation } from './report/axes.js';
import { basics, playedBySimulator } from './report/basics.js';
import { compared } from './report/compared.js';
import { conclusion, resultOf } from './report/conclusion.js';
import { reportContext, standingOf } from './report/context.js';
import type { ReportContext } from './report/context.js';
import { course } from './report/course.js';
import { feedback } from './report/feedback.js';
import { problems, suggestions } from './report/findings.js';
import { key } from './report/key.js';
import { process } from './report/process.js';
import { signatures } from './report/signatures.js';

/** The evaluation report 演练评估报告, from the records of the drill and of its incident alone. */
export function buildDrillReport(input: DrillPaperInput, lang: Lang): ReportModel {
  const context = reportContext(input, lang);
  const { words, names, name, state, submitted, decided } = context;
  const sections = [
    basics(context),
    course(context),
    process(context),
    ...(['speed', 'coordination', 'technical'] as const).map((axis) => axisSection(context, axis)),
    { heading: words.headings.plan, blocks: [], sections: [key(context), ...preparation(context)] },
    compared(context),
    feedback(context),
    problems(context),
    suggestions(context),
    conclusion(context),
  ];
  const stage = submitted === undefined ? 'draft' : decided === undefined ? 'submitted' : 'returned';
  return {
    kind: 'report',
    lang,
    title: [names.organisation(lang), lang === 'zh-CN' ? `“${name}”` : name, words.title],
    runningHead: words.runningHead(state.drill),
    mark: `${words.marks.drill}${decided?.type === 'reportAccepted' ? '' : words.marks[stage]}`,
    organisation: names.organisation(lang),
    cover: { caption: words.captions.cover, facts: cover(context) },
    lead: [words.lead, ...(isSimulated(context) ? [words.simulatedNote] : []), words.zone(context.zoneName)],
    ...numbered(sections, annexes(context), lang),
    signatures: signatures(context),
  };
}

/** Somebody in it was played by the simulator, or may have been. */
function isSimulated({ state, events }: DrillContext): boolean {
  const { injects, simulateAbsent } = state;
  return (
    simulateAbsent !== undefined ||
    events.some(({ simulated }) => simulated === true) ||
    Object.values(injects).some(({ actions }) => actions.some(({ simulated }) => simulated === true))
  );
}

function cover(context: ReportContext): Fact[] {
  const { words, state, name, names, lang, book, scenario, say, time, now, recordHash, submitted } = context;
  const { labels } = words;
  const { ended, incidentId, roles } = state;
  const played = playedBySimulator(context, say.people);
  const began = context.events.find(({ type }) => type === 'started')?.at;
  return [
    { label: labels.drill, value: name },
    { label: labels.id, value: state.drill },
    { label: labels.incident, value: incidentId },
    { label: labels.kind, value: book.t(book.choice(scenario.kind)) },
    { label: labels.category, value: names.category(scenario.category, lang) },
    {
      label: labels.held,
      value:
        began === undefined
          ? words.blank
          : words.period(time(began), ended === undefined ? words.running : time(ended.at)),
    },
    {
      label: labels.story,
      value:
        state.startedAt === undefined
          ? words.blank
          : words.period(time(state.startedAt), ended === undefined ? words.running : time(ended.storyAt)),
    },
    { label: labels.ended, value: ended === undefined ? words.running : drillEndWords(ended.why, lang) },
    { label: labels.players, value: say.count(roles.players.length) },
    ...(played === undefined ? [] : [{ label: labels.simulated, value: played }]),
    { label: labels.plan, value: planPlayed(context) },
    { label: labels.result, value: resultOf(context) },
    {
      label: labels.version,
      value: submitted === undefined ? words.versions.draft : words.versions.submitted(submitted.version),
    },
    { label: labels.standing, value: standingOf(context) },
    { label: labels.generatedAt, value: time(now) },
    { label: labels.recordHash, value: recordHash },
  ];
}
