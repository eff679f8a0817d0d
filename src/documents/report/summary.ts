import type { EventOf, IncidentEvent } from '../../domain/incident/index.js';
import { knownFacts } from '../../domain/incident/index.js';
import type { LevelId } from '../../domain/plan/compiled.js';
import { phaseWords } from '../../domain/words/index.js';
import { paragraph } from '../paragraphs.js';
import type { ReportContext } from './context.js';
import { firstOf, lastOf } from './find.js';
import type { Content } from './section.js';

/** When, where, what, how bad, decided by whom, when it ended and by which plan: one paragraph. */
export function summary(context: ReportContext): Content {
  const { words, state, names, lang } = context;
  const sentences = [
    reported(context),
    begun(context),
    verified(context),
    ...highest(context),
    ...effect(context),
    ...cameBack(context),
    ended(context),
    words.lead.basis({ plan: names.plan(lang), version: state.basis.plan.version }),
  ];
  return { blocks: [paragraph(sentences.filter((sentence) => sentence !== '').join(lang === 'zh-CN' ? '' : ' '))] };
}

function reported({ words, state: { report }, say, time, line }: ReportContext): string {
  return words.lead.reported({
    at: time(report.reportedAt),
    reporter: say.actor(report.reporter),
    title: line(report.texts.title),
    place: line(report.texts.place),
  });
}

function begun({ words, events, say, time }: ReportContext): string {
  const assumed = firstOf(events, 'treatedAsReal');
  if (assumed === undefined) return '';
  const { at, level, incidentLevel, why } = assumed;
  return words.lead.treatedAsReal({ at: time(at), levels: say.levels(level, incidentLevel), why });
}

function verified({ words, events, say, time }: ReportContext): string {
  const { lead } = words;
  const confirmed = firstOf(events, 'confirmed');
  if (confirmed !== undefined) {
    const { at, actor, level, incidentLevel, provisional } = confirmed;
    const levels = say.levels(level, incidentLevel);
    return lead.confirmed({ at: time(at), by: say.actor(actor), levels, provisional: provisional === true });
  }
  const rejected = firstOf(events, 'rejected');
  if (rejected !== undefined) return lead.rejected({ at: time(rejected.at), by: say.actor(rejected.actor) });
  // Whoever reopened it has said that it is real.
  return lastOf(events, 'reopened') === undefined ? lead.undecided : '';
}

/** Where it changed: else the sentence before has said it. */
function highest({ sectionWords, state, events, say }: ReportContext): string[] {
  const { incidentLevel } = state.grading;
  const levels = levelsIn(events);
  if (incidentLevel === undefined || new Set(levels).size < 2) return [];
  const order = state.basis.plan.levels.map(({ id }) => id);
  const [level] = levels.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return [sectionWords.summary.highest({ level: say.level(level!), incidentLevel: say.incidentLevel(incidentLevel) })];
}

function levelsIn(events: readonly IncidentEvent[]): LevelId[] {
  return events.flatMap((event) => {
    if (event.type === 'levelChanged') return [event.to];
    return isGraded(event) ? [event.level] : [];
  });
}

function isGraded(event: IncidentEvent): event is EventOf<'confirmed' | 'treatedAsReal' | 'reopened'> {
  return event.type === 'confirmed' || event.type === 'treatedAsReal' || event.type === 'reopened';
}

/** Figures only; the rest stands in the section on it. */
function effect({ sectionWords, state, say, names, lang }: ReportContext): string[] {
  const figures = Object.entries(knownFacts(state)).filter(([, value]) => typeof value === 'number' && value > 0);
  if (figures.length === 0) return [];
  const zh = lang === 'zh-CN';
  const told = figures.map(([id, value]) => [names.fact(id, lang), say.factValue(id, value)].join(zh ? '' : ': '));
  return [sectionWords.summary.effect(told.join(zh ? '，' : '; '))];
}

function cameBack({ words, events, time }: ReportContext): string[] {
  const reopened = lastOf(events, 'reopened');
  return reopened === undefined ? [] : [words.lead.reopened(time(reopened.at))];
}

function ended({ words, state, events, say, lang, time }: ReportContext): string {
  const { report, phase, termination } = state;
  const { terminatedAt } = termination;
  if (terminatedAt === undefined)
    return firstOf(events, 'rejected') === undefined ? words.lead.notTerminated(phaseWords(phase, lang)) : '';
  return words.lead.terminated({
    at: time(terminatedAt),
    span: say.duration(terminatedAt - report.reportedAt),
    watched: lastOf(events, 'reopened') !== undefined,
  });
}
