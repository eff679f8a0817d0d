import { acceptedByPeople, nextOccurrences } from '../../domain/drill/index.js';
import type { Almanac, DrillState, ProgrammeEntry as Entry } from '../../domain/drill/index.js';
import { nameIn } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import { dayIn } from '../../domain/plan/days.js';
import type { Names } from '../../domain/plan/names.js';
import type { Instant } from '../../domain/time.js';
import { brokenOffWords, drillStatusWords, occurrenceWords } from '../../domain/words/index.js';
import type { KeptEntry, PausedEntry, SettledOccurrence } from '../../store/index.js';
import type { ProgrammeEntry } from '../contract.js';
import { actorView, iso, isoIfAny } from './named.js';

/** Two years of an entry that is due once a quarter. */
const SHOWN = 8;
const NEXT = 3;

export interface ProgrammeSpeech {
  almanac: Almanac;
  names: Names;
  lang: Lang;
  now: Instant;
  /** Those that were opened. */
  drills: ReadonlyMap<string, DrillState>;
}

export function programmeEntryView(
  entry: Entry,
  scenario: string,
  kept: KeptEntry | undefined,
  settled: readonly SettledOccurrence[],
  speech: ProgrammeSpeech,
): ProgrammeEntry {
  const { almanac, lang, now } = speech;
  const past = settled.filter((one) => one.entry === entry.id);
  const drillOf = new Map(past.map(({ occurrence, drillId }) => [occurrence, drillId]));
  const next = nextOccurrences(entry, almanac, now, NEXT);
  return {
    ...{ id: entry.id, name: nameIn(entry.name, lang), kind: entry.kind },
    scenario: { id: entry.scenario, name: scenario },
    paused: pausedView(kept?.paused ?? null, speech),
    next: next.map(({ id, nominal, opensAt, dueAt }) => ({
      ...{ occurrence: id, opensAt: iso(opensAt), dueAt: iso(dueAt) },
      ...(dayIn(dueAt, almanac.zone) === nominal ? {} : { moved: true as const }),
      drillId: drillOf.get(id) ?? undefined,
    })),
    past: past.slice(0, SHOWN).map((one) => pastView(one, speech)),
  };
}

function pastView(one: SettledOccurrence, speech: ProgrammeSpeech): ProgrammeEntry['past'][number] {
  const { occurrence, outcome, scheduledFor, settledAt, dueAt, plannedAt, missed, drillId, paused } = one;
  return {
    ...{ occurrence, outcome, words: occurrenceWords(missed ?? outcome, speech.lang) },
    ...{ scheduledFor: iso(scheduledFor), settledAt: iso(settledAt), lateMs: settledAt - scheduledFor },
    dueAt: iso(dueAt),
    plannedAt: plannedAt === null ? undefined : iso(plannedAt),
    missed: missed ?? undefined,
    drillId: drillId ?? undefined,
    drill: drillId === null ? undefined : heldView(speech.drills.get(drillId), speech),
    paused: pausedView(paused, speech),
  };
}

function heldView(
  state: DrillState | undefined,
  { names, lang }: ProgrammeSpeech,
): ProgrammeEntry['past'][number]['drill'] {
  if (state === undefined) return undefined;
  const { status, ended, report } = state;
  const { conclusion, brokenOff } = report ?? {};
  return {
    ...{ status, words: drillStatusWords(status, lang), endedAt: isoIfAny(ended?.at) },
    conclusion: conclusion === undefined ? undefined : { id: conclusion, name: names.conclusion(conclusion, lang) },
    brokenOff: brokenOff && brokenOffWords(brokenOff, lang),
    acceptedByPeople: acceptedByPeople(state),
  };
}

function pausedView(paused: PausedEntry | null, speech: ProgrammeSpeech): ProgrammeEntry['paused'] {
  if (paused === null) return undefined;
  return { by: actorView(paused.by, speech), reason: paused.reason, since: iso(paused.since) };
}
