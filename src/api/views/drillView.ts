import {
  areSheetsOpen,
  acceptedByPeople,
  countingRatings,
  deciding,
  LEFT_OUT,
  planDrilled,
  proposedRatings,
  ratingsNow,
} from '../../domain/drill/index.js';
import type { Comparison, DrillEvent, DrillEventOf, DrillState } from '../../domain/drill/index.js';
import { nowOf } from '../../domain/incident/index.js';
import { nameIn } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import type { Names } from '../../domain/plan/names.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import {
  brokenOffWords,
  comparedFigure,
  comparedWords,
  drillEndWords,
  drillEventWords,
  drillStatusWords,
  injectStatusWords,
  leftOutWords,
  ratedFigureWords,
  weaknessWords,
} from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import type { Drill, DrillRecord } from '../contract.js';
import { actorView, iso, isoIfAny, named } from './named.js';

export interface DrillSpeech {
  /** The version that the drill goes by. */
  plan: PlanDocument;
  names: Names;
  lang: Lang;
  zone: Zone;
}

export function drillView(state: DrillState, speech: DrillSpeech, now: Instant): Drill {
  const { plan, lang, names } = speech;
  const { drill: id, seq, status, scenario, programme, incidentId, roles, report, ended, clock } = state;
  const { brokenOff } = report ?? {};
  const written = plan.scenarios?.find((one) => one.id === scenario.id);
  const entry = plan.drills?.programme.find((one) => one.id === programme);
  return {
    ...{ id, seq, status, words: drillStatusWords(status, lang) },
    scenario: { id: scenario.id, name: written === undefined ? scenario.id : nameIn(written.name, lang) },
    ...{ kind: scenario.kind, incidentId, plan: planDrilled(state) },
    programme:
      programme === undefined ? undefined : { id: programme, name: entry ? nameIn(entry.name, lang) : programme },
    director: named(speech, 'person', roles.director),
    openedAt: iso(state.openedAt),
    plannedAt: isoIfAny(state.plannedAt),
    ...{ pace: state.pace, simulateAbsent: state.simulateAbsent !== undefined },
    storyNow: status === 'running' && clock !== undefined ? iso(nowOf({ clock }, now)) : undefined,
    startedAt: isoIfAny(state.startedAt),
    ended: ended && { why: ended.why, at: iso(ended.at), words: drillEndWords(ended.why, lang) },
    acceptedByPeople: acceptedByPeople(state),
    brokenOff: brokenOff && { ...brokenOff, words: brokenOffWords(brokenOff, lang) },
    score: report?.score,
    restsOn: report && restsOn(state),
    conclusion:
      report?.conclusion === undefined
        ? undefined
        : { id: report.conclusion, name: names.conclusion(report.conclusion, lang) },
  };
}

function restsOn(state: DrillState): Drill['restsOn'] {
  const { report, rules, scenario, injects } = state;
  const ratings = report?.ratings ?? ratingsNow(state);
  return {
    rated: countingRatings(ratings).length,
    criteria: rules.evaluation?.criteria.length ?? 0,
    played: scenario.injects.filter(({ id }) => injects[id]?.status === 'played').length,
    injects: scenario.injects.length,
  };
}

export interface DrillKept {
  state: DrillState;
  events: DrillEvent[];
  /** What was said without a name. */
  sheets: Record<string, string>[];
  /** Whether the reader may see what players must not: they read what happens, and not what is expected of them. */
  sees: boolean;
  /** Once it is over. */
  comparison?: Comparison;
  /** Rated M or U, without an improvement yet. */
  unimproved?: readonly string[];
}

export function drillRecordView(
  { state, events, sheets, sees, comparison, unimproved = [] }: DrillKept,
  speech: DrillSpeech,
  now: Instant,
): DrillRecord {
  const { names, lang, zone } = speech;
  const { roles, preempted, report, simulateAbsent, rules } = state;
  const people = (ids: readonly string[]) => ids.map((id) => named(speech, 'person', id));
  const { controllers, evaluators, safety, observers, players } = roles;
  return {
    ...drillView(state, speech, now),
    simulated: simulateAbsent && { seed: simulateAbsent.seed, people: people(simulateAbsent.people) },
    approvalSimulated: state.approvalSimulated,
    roles: {
      ...{ controllers: people(controllers), evaluators: people(evaluators), safety: people(safety) },
      ...{ observers: people(observers), players: people(players) },
    },
    injects: injectsView(state, events, speech, sees),
    preempted: preempted && { incidentId: preempted.incidentId, people: people(preempted.people) },
    taken: events.flatMap((event) =>
      event.type === 'preempted' ? [{ incidentId: event.incidentId, people: people(event.people) }] : [],
    ),
    feedback: feedbackView(state, areSheetsOpen(state) ? sheets : [], speech),
    scale: (speech.plan.drills?.evaluation.ratings ?? []).map(({ id, name }) => ({ id, name: nameIn(name, lang) })),
    ratings: sees ? ratingsView(state, speech) : [],
    weaknesses: (sees ? state.weaknesses : undefined)?.map((one) => ({
      ...{ code: one.code, ...weaknessWords(one, names, lang), seqs: one.seqs },
      criteria: (rules.evaluation?.criteria ?? []).filter((c) => c.weaknesses?.includes(one.code)).map(({ id }) => id),
    })),
    report: report && {
      ...{ version: report.version, at: iso(report.at), simulated: report.simulated },
      handedInBySimulator: report.handedIn === undefined ? undefined : true,
      capped: report.capped?.map((id) => ({ id, name: names.ratedCriterion(id, lang) })),
    },
    unimproved: report && unimproved.map((id) => ({ id, name: names.ratedCriterion(id, lang) })),
    papers: state.papers
      .filter(({ paper }) => sees || paper !== 'controllersScheme')
      .map(({ paper, format, lang: spoken, sha256 }) => ({ paper, format, lang: spoken, sha256 })),
    comparison: comparison && comparisonView(comparison, lang),
    events: events.flatMap((event) =>
      event.type === 'settled' || (!sees && tellsAhead(event))
        ? []
        : [
            {
              ...{ seq: event.seq, at: iso(event.at), type: event.type },
              by: actorView(event.actor, { names, lang }),
              words: drillEventWords(event, names, lang, zone),
              simulated: event.simulated,
            },
          ],
    ),
  };
}

function comparisonView({ runs, rows, leftOut }: Comparison, lang: Lang): NonNullable<DrillRecord['comparison']> {
  return {
    runs: runs.map(({ kind, id, at, plan, score, simulated }) => ({
      ...{ kind, id, at: iso(at), version: plan.version, score, simulated },
    })),
    leftOut: LEFT_OUT.flatMap((why) => {
      const count = leftOut[why];
      return count === undefined ? [] : [{ why, count, words: leftOutWords(why, count, lang) }];
    }),
    rows: rows.map((row) => ({
      measure: row.measure,
      words: comparedWords(row.measure, lang),
      values: row.values.map((value) => (value === undefined ? null : comparedFigure(row.measure, value, lang))),
      change: row.change,
    })),
  };
}

const TELLS_AHEAD: DrillEvent['type'][] = [
  'schemeDrafted',
  'schemeReturned',
  'injectSkipped',
  'injectNotNeeded',
  'actionSeen',
  'actionMissed',
  'actionExcused',
  'observed',
];

/** Of the story or of what is expected more than its players know by then. */
function tellsAhead(event: DrillEvent): boolean {
  return TELLS_AHEAD.includes(event.type) || (event.type === 'injectPlayed' && event.by === 'contingency');
}

function injectsView(
  { scenario, injects, added }: DrillState,
  events: DrillEvent[],
  { plan, lang }: DrillSpeech,
  sees: boolean,
): DrillRecord['injects'] {
  const written = plan.scenarios?.find(({ id }) => id === scenario.id)?.injects ?? [];
  const ids = [...scenario.injects.map(({ id }) => id), ...Object.keys(added)];
  return ids.flatMap((id) => {
    const { status, playedAt, by, actions } = injects[id]!;
    if (!sees && status !== 'played') return [];
    const words = written.find((one) => one.id === id);
    const byHand = events.find(
      (event): event is DrillEventOf<'injectAdded'> => event.type === 'injectAdded' && event.inject === id,
    );
    return [
      {
        id,
        event: words === undefined ? (byHand?.texts.event ?? '') : nameIn(words.event, lang),
        delivery: words && nameIn(words.delivery, lang),
        ...(sees
          ? {
              expected: words === undefined ? byHand?.texts.expected : nameIn(words.expected, lang),
              contingency: words?.contingency && nameIn(words.contingency, lang),
            }
          : {}),
        ...{ status, words: injectStatusWords(status, lang), playedAt: isoIfAny(playedAt), by },
        actions: sees
          ? actions.map((one) => ({
              ...{ status: one.status, at: isoIfAny(one.at), seenIn: one.seenIn, simulated: one.simulated },
            }))
          : [],
      },
    ];
  });
}

function feedbackView(
  state: DrillState,
  sheets: Record<string, string>[],
  speech: DrillSpeech,
): DrillRecord['feedback'] {
  const { feedback, rules } = state;
  if (feedback === undefined) return undefined;
  const { dueAt, asked, given, played = [] } = feedback;
  const questions = speech.plan.drills?.feedback.questions ?? [];
  const people = (ids: readonly string[]) => ids.map((id) => named(speech, 'person', id));
  return {
    dueAt: iso(dueAt),
    anonymous: rules.feedback.anonymous,
    questions: questions.map((text, i) => ({ id: `q${i + 1}`, text: nameIn(text, speech.lang) })),
    given: people(given),
    missing: people(asked.filter((person) => !given.includes(person))),
    simulated: people(played),
    sheets,
    heldBack: areSheetsOpen(state) || !rules.feedback.anonymous ? undefined : given.length,
  };
}

function ratingsView(state: DrillState, { names, lang }: DrillSpeech): DrillRecord['ratings'] {
  const proposed = new Map(proposedRatings(state).map((one) => [one.criterion, one]));
  const ratings = new Map(ratingsNow(state).map((one) => [one.criterion, one]));
  return (state.rules.evaluation?.criteria ?? []).map(({ id }) => {
    const [now, seen] = [ratings.get(id), proposed.get(id)];
    return {
      criterion: { id, name: names.ratedCriterion(id, lang) },
      ...{ rating: now?.rating, by: now?.by },
      seen: seen && {
        ...{ inTime: seen.inTime, late: seen.late, missed: seen.missed },
        figures: seen.figures?.map((one) => ({
          ...{ by: one.by, value: one.value, rating: one.rating, simulated: one.simulated },
          words: ratedFigureWords(one, lang),
        })),
        decidedBy: deciding(seen),
      },
    };
  });
}
