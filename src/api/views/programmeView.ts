import { acceptedByPeople, isGuessed, nextOccurrences, whenMissed } from '../../domain/drill/index.js';
import type { Almanac, DrillState, ProgrammeEntry as Entry } from '../../domain/drill/index.js';
import { nameIn } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import { dayIn } from '../../domain/plan/days.js';
import type { Names } from '../../domain/plan/names.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import { brokenOffWords, drillStatusWords, occurrenceWords, whenMissedWords } from '../../domain/words/index.js';
import type { KeptEntry, PausedEntry, SettledOccurrence } from '../../store/index.js';
import type { ProgrammeEntry } from '../contract.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';

/** Two years of an entry that is due once a quarter. */
const SHOWN = 8;
const NEXT = 3;

type Scenario = NonNullable<PlanDocument['scenarios']>[number];

export interface ProgrammeSpeech {
  almanac: Almanac;
  names: Names;
  lang: Lang;
  now: Instant;
  /** Those that were opened, at a time of the programme or besides, the newest first. */
  drills: readonly DrillState[];
}

export function programmeEntryView(
  entry: Entry,
  scenario: Scenario | undefined,
  kept: KeptEntry | undefined,
  settled: readonly SettledOccurrence[],
  speech: ProgrammeSpeech,
): ProgrammeEntry {
  const { almanac, lang, now } = speech;
  const past = settled.filter((one) => one.entry === entry.id);
  const drillOf = new Map(past.map(({ occurrence, drillId }) => [occurrence, drillId]));
  const next = nextOccurrences(entry, almanac, now, NEXT);
  const isPaused = kept !== undefined && kept.paused !== null;
  return {
    ...{ id: entry.id, name: nameIn(entry.name, lang), kind: entry.kind },
    scenario: { id: entry.scenario, name: scenario === undefined ? entry.scenario : nameIn(scenario.name, lang) },
    category: namedIfAny(speech, 'category', scenario?.category),
    levels: entry.levels.map((id) => named(speech, 'level', id)),
    teams: entry.teams.map((id) => named(speech, 'team', id)),
    purpose: nameIn(entry.purpose, lang),
    ...{ missed: whenMissed(entry), missedWords: whenMissedWords(whenMissed(entry), lang) },
    paused: pausedView(kept?.paused ?? null, speech),
    next: next.map((one) => {
      const { id, nominal, opensAt, dueAt } = one;
      const drillId = drillOf.get(id) ?? undefined;
      return {
        ...{ occurrence: id, opensAt: iso(opensAt), dueAt: iso(dueAt), drillId },
        movedFrom: dayIn(dueAt, almanac.zone) === nominal ? undefined : nominal,
        guessed: isGuessed(one, entry, almanac) || undefined,
        leftOut: (isPaused && drillId === undefined) || undefined,
      };
    }),
    past: past.slice(0, SHOWN).map((one) => pastView(one, speech)),
    byHand: speech.drills
      .filter(({ programme, planned }) => programme === entry.id && planned?.occurrence === undefined)
      .slice(0, SHOWN)
      .map((state) => ({
        ...{ drillId: state.drill, openedAt: iso(state.openedAt), plannedAt: isoIfAny(state.plannedAt) },
        drill: heldView(state, speech),
      })),
  };
}

function pastView(one: SettledOccurrence, speech: ProgrammeSpeech): ProgrammeEntry['past'][number] {
  const { occurrence, outcome, scheduledFor, settledAt, dueAt, plannedAt, missed, drillId, paused } = one;
  const held = speech.drills.find(({ drill }) => drill === drillId);
  return {
    ...{ occurrence, outcome, words: occurrenceWords(missed ?? outcome, speech.lang) },
    ...{ scheduledFor: iso(scheduledFor), settledAt: iso(settledAt), lateMs: settledAt - scheduledFor },
    dueAt: iso(dueAt),
    plannedAt: plannedAt === null ? undefined : iso(plannedAt),
    missed: missed ?? undefined,
    drillId: drillId ?? undefined,
    drill: held && heldView(held, speech),
    paused: pausedView(paused, speech),
  };
}

function heldView(state: DrillState, { names, lang }: ProgrammeSpeech): ProgrammeEntry['byHand'][number]['drill'] {
  const { status, startedAt, ended, report } = state;
  const { conclusion, brokenOff } = report ?? {};
  return {
    ...{ status, words: drillStatusWords(status, lang) },
    ...{ startedAt: isoIfAny(startedAt), endedAt: isoIfAny(ended?.at) },
    conclusion: conclusion === undefined ? undefined : { id: conclusion, name: names.conclusion(conclusion, lang) },
    brokenOff: brokenOff && brokenOffWords(brokenOff, lang),
    acceptedByPeople: acceptedByPeople(state),
  };
}

function pausedView(paused: PausedEntry | null, speech: ProgrammeSpeech): ProgrammeEntry['paused'] {
  if (paused === null) return undefined;
  return { by: actorView(paused.by, speech), reason: paused.reason, since: iso(paused.since) };
}
