import { hasNamesake } from '../../domain/erasure/index.js';
import type { PersonTraces } from '../../domain/erasure/index.js';
import type { ImprovementEvent } from '../../domain/improvement/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { checkImprovement } from '../../record/index.js';
import { improvementKey } from '../../store/index.js';
import type { ConcernedImprovement, Erasure, EvidenceEntry } from '../../store/index.js';
import type { ApiParts } from '../deps.js';
import { ProblemError } from '../problemError.js';
import { placesIn } from './places.js';
import type { Place } from './places.js';
import type { Selection } from './selection.js';

/** What an erasure comes upon in one improvement. */
export interface JudgedImprovement {
  id: string;
  places: Place[];
  /** For a person to decide on: nothing can look into them. */
  evidence: EvidenceEntry[];
  /** Of those, whatever is to be destroyed. */
  destroyed: string[];
}

export interface FoundImprovements {
  judged: JudgedImprovement[];
  /** Those of which Temporal keeps a history that has to go; a refused decision stands there alone. */
  histories: string[];
}

/** Those that have a person in them; refused while the person owns one that is open, or is named in it. */
export async function improvementsOfPerson(
  parts: ApiParts,
  person: PersonId,
  traces: PersonTraces,
  selection: Selection,
  evidence: readonly string[],
): Promise<FoundImprovements> {
  const concerned = await parts.store.improvementsConcerning({ pattern: traces.certain.pattern, person });
  const owned = concerned.filter((one) => one.owns && !isClosed(one)).map(({ id }) => id);
  if (owned.length > 0) throw new ProblemError('person_owns_open_improvement', { person, improvements: owned });
  const open = await runningOf(parts, concerned);
  if (open.length > 0) throw new ProblemError('person_in_open_improvement', { person, improvements: open });
  const named = concerned.filter(({ names }) => names).map(({ id }) => id);
  // With a name alone that a colleague has as well, an open one is the colleague's.
  const { pattern } = traces;
  const alike = hasNamesake(traces) ? await parts.store.improvementsConcerning({ pattern, person }) : [];
  const others = alike.filter(({ id, names }) => names && !named.includes(id));
  const stillOpen = await runningOf(parts, others);
  named.push(...others.map(({ id }) => id).filter((id) => !stillOpen.includes(id)));
  return { judged: await judgeAll(parts, named, selection, evidence), histories: await kept(parts, named, traces) };
}

/** Those that came of an incident and say what is to be destroyed of it; refused while one of them is open. */
export async function improvementsOfIncident(
  parts: ApiParts,
  incidentId: string,
  selection: Selection,
  evidence: readonly string[],
): Promise<FoundImprovements> {
  const { traces } = selection;
  const concerned = await parts.store.improvementsConcerning({ pattern: traces.pattern, incidentId });
  const open = await runningOf(parts, concerned);
  if (open.length > 0) throw new ProblemError('personal_data_in_open_improvement', { incidentId, improvements: open });
  const named = concerned.map(({ id }) => id);
  return { judged: await judgeAll(parts, named, selection, evidence), histories: named };
}

/**
 * The history goes first, because by the texts it is found again. Answers those whose history Temporal keeps still.
 */
export async function eraseImprovements(
  { store, improvements, settings }: ApiParts,
  { judged, histories }: FoundImprovements,
  { person, traces }: Selection,
  erasure: Erasure,
): Promise<string[]> {
  const { tokenId: _, ...actor } = erasure.erasedBy;
  const pending: string[] = [];
  for (const improvement of histories) {
    if (!(await improvements.forget(improvement))) {
      pending.push(improvement);
      continue;
    }
    // Of a person all mails go at once; of an incident those that are of its improvements.
    if (person === undefined) await store.eraseIncidentOutside(improvementKey(improvement), traces);
    const files = judged.find(({ id }) => id === improvement)?.destroyed ?? [];
    await store.eraseInImprovement({
      ...{ improvement, erasure: erasure.id, finds: traces.finds, files, actor, at: settings.now() },
      ...(person === undefined ? {} : { person }),
    });
  }
  return pending;
}

function isClosed({ status }: ConcernedImprovement): boolean {
  return status === 'verified' || status === 'cancelled';
}

/** It sends its words with each mail until it has ended. */
async function runningOf({ improvements }: ApiParts, concerned: ConcernedImprovement[]): Promise<string[]> {
  const running: string[] = [];
  for (const one of concerned) {
    if (one.names && !(isClosed(one) && (await improvements.hasEnded(one.id)))) running.push(one.id);
  }
  return running;
}

async function judgeAll(
  { store }: ApiParts,
  ids: readonly string[],
  { person, traces }: Selection,
  evidence: readonly string[],
): Promise<JudgedImprovement[]> {
  const isNamed = (_event: ImprovementEvent, _field: string, text: string) => traces.finds(text);
  const judged: JudgedImprovement[] = [];
  for (const id of ids) {
    const record = await store.keptImprovement(id);
    // What is written anew from a record that was changed would hide the change.
    if (record === undefined || checkImprovement(record).faultsInAll > 0) {
      throw new ProblemError('improvement_not_intact', { improvement: id });
    }
    const files = await store.listEvidence(improvementKey(id));
    const theirs = files.filter(({ name, storedBy }) => storedBy === person || traces.finds(name));
    judged.push({
      id,
      places: placesIn({ of: 'improvement', id }, await store.improvementEventsOf(id), traces, isNamed),
      evidence: theirs,
      destroyed: theirs.map(({ sha256 }) => sha256).filter((sha256) => evidence.includes(sha256)),
    });
  }
  return judged;
}

const PAGE = 200;

async function kept(
  { store, improvements }: ApiParts,
  named: string[],
  traces: Selection['traces'],
): Promise<string[]> {
  const histories = [...named];
  for (const status of ['verified', 'cancelled'] as const) {
    for (let after: { dueAt: number; id: string } | undefined; ;) {
      const page = await store.listImprovements({ status, limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { improvement } of page) {
        if (named.includes(improvement) || !(await improvements.hasEnded(improvement))) continue;
        if (await improvements.keeps(improvement, traces.finds)) histories.push(improvement);
      }
      const last = page.at(-1);
      if (page.length < PAGE || last === undefined) break;
      after = { dueAt: last.dueAt, id: last.improvement };
    }
  }
  return histories;
}
