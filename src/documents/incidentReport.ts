import { formatDate, formatDay, phaseWords } from '../domain/words/index.js';
import type { Fact, ReportModel } from './model.js';
import { numberAnnexes, numberSections } from './numbering.js';
import { basics, course } from './report/basics.js';
import { contextOf } from './report/context.js';
import type { IncidentReportInput, ReportContext } from './report/context.js';
import { annexes, followUp, signatures, termination } from './report/ending.js';
import { evaluation } from './report/evaluation.js';
import { issueFacts } from './report/issue.js';
import { cause, impact } from './report/known.js';
import { firstOf, lastOf } from './report/milestones.js';

/**
 * The incident report 事故报告书, from the events alone; what they do not say is said to be unknown. Sections after
 * State Council order 493, article 30; blameless, and without an analysis that nobody has made yet.
 */
export function buildIncidentReport(input: IncidentReportInput): ReportModel {
  const context = contextOf(input);
  const { words, state, lang } = context;
  const drill = state.report.mode === 'drill';
  const lead = leadOf(context);
  // In reading order: this is what numbers the tables.
  const sections = [
    basics(context),
    course(context),
    impact(context),
    cause(context),
    evaluation(context),
    termination(context),
    followUp(context),
  ];
  const signaturePage = signatures(context);
  return {
    kind: 'report',
    lang,
    title: titleOf(context),
    runningHead: words.runningHead(state.incidentId),
    ...(drill ? { mark: words.drillMark } : {}),
    organisation: context.names.organisation(lang),
    cover: { caption: words.coverCaption, facts: coverOf(context) },
    lead,
    sections: numberSections(sections, lang),
    signatures: signaturePage,
    annexes: numberAnnexes(annexes(context), lang),
  };
}

function titleOf({ words, names, lang, state, zone, line }: ReportContext): string[] {
  const { reportedAt, occurredAt, texts, mode } = state.report;
  const at = occurredAt ?? reportedAt;
  return words.title({
    organisation: names.organisation(lang),
    day: formatDay(at, lang, zone),
    date: formatDate(at, lang, zone),
    title: line(texts.title),
    drill: mode === 'drill',
  });
}

function coverOf(context: ReportContext): Fact[] {
  const { words, state, events, lang, zone, generatedAt, recordHash, say, names } = context;
  const { labels } = words;
  const { level, incidentLevel } = state.grading;
  return [
    { label: labels.incidentId, value: state.incidentId },
    { label: labels.mode, value: words.modes[state.report.mode] },
    ...issueFacts(context),
    {
      label: labels.incidentLevel,
      value: incidentLevel === undefined ? words.undecided : say.incidentLevel(incidentLevel),
    },
    { label: labels.level, value: level === undefined ? words.undecided : say.level(level) },
    { label: labels.phase, value: phaseWords(state.phase, lang) },
    { label: labels.plan, value: `${names.plan(lang)}${words.version(state.basis.plan.version)}` },
    { label: labels.eventsCovered, value: words.eventRange(events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0) },
    { label: labels.recordHash, value: recordHash },
    { label: labels.generatedAt, value: context.time(generatedAt) },
    { label: labels.zone, value: zone },
  ];
}

/** When, where, what, decided by whom, and by what it was handled. */
function leadOf(context: ReportContext): string[] {
  const { words, state, events, say, names, lang } = context;
  const { report, basis, phase } = state;
  const assumed = firstOf(events, 'treatedAsReal');
  const confirmed = firstOf(events, 'confirmed');
  const rejected = firstOf(events, 'rejected');
  const terminated = state.termination.terminatedAt;
  const reopened = lastOf(events, 'reopened');
  const { lead } = words;
  const reported = lead.reported({
    at: context.time(report.reportedAt),
    reporter: say.actor(report.reporter),
    title: context.line(report.texts.title),
    place: context.line(report.texts.place),
  });
  const verified =
    confirmed !== undefined
      ? lead.confirmed({
          at: context.time(confirmed.at),
          by: say.actor(confirmed.actor),
          levels: say.levels(confirmed.level, confirmed.incidentLevel),
          provisional: confirmed.provisional === true,
        })
      : rejected !== undefined
        ? lead.rejected({ at: context.time(rejected.at), by: say.actor(rejected.actor) })
        : // Whoever reopened it has said that it is real.
          reopened !== undefined
          ? ''
          : lead.undecided;
  const begun =
    assumed === undefined
      ? ''
      : lead.treatedAsReal({
          at: context.time(assumed.at),
          levels: say.levels(assumed.level, assumed.incidentLevel),
          why: assumed.why,
        });
  const ended =
    terminated === undefined
      ? rejected === undefined
        ? lead.notTerminated(phaseWords(phase, lang))
        : ''
      : lead.terminated({
          at: context.time(terminated),
          span: say.duration(terminated - report.reportedAt),
          watched: reopened !== undefined,
        });
  const cameBack = reopened === undefined ? '' : lead.reopened(context.time(reopened.at));
  const handled = lead.basis({ plan: names.plan(lang), version: basis.plan.version });
  const sentences = [reported, begun, verified, cameBack, ended, handled].filter((sentence) => sentence !== '');
  const drill = report.mode === 'drill' ? [words.drillNote] : [];
  return [...drill, sentences.join(lang === 'zh-CN' ? '' : ' '), words.generatedBy];
}
