import { hasNamesake } from '../../domain/erasure/index.js';
import type { PersonTraces } from '../../domain/erasure/index.js';
import { evolve, initial } from '../../domain/drill/index.js';
import type { DrillEvent, DrillPaper, DrillState } from '../../domain/drill/index.js';
import { fold } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { checkDrill } from '../../record/index.js';
import { sha256, splitTexts } from '../../seal/index.js';
import { drillFacts, drillKey } from '../../store/index.js';
import type { ConcernedDrill, DocumentEntry, DrillErasure, Erasure } from '../../store/index.js';
import type { ApiParts } from '../deps.js';
import { ProblemError } from '../problemError.js';
import { documentsOf } from './documentsNaming.js';
import { basisOf } from './judge.js';
import { readable } from './readable.js';
import { placesIn } from './places.js';
import type { Place } from './places.js';
import type { Selection } from './selection.js';

/** What an erasure comes upon in one drill. */
export interface JudgedDrill {
  id: string;
  headHash: string;
  places: Place[];
  /** Of what was said without a name, how many answers. */
  sheets: number;
  /** Those that can be read to name somebody. */
  papers: DocumentEntry[];
}

export interface FoundDrills {
  judged: JudgedDrill[];
  /** Those of which Temporal keeps a history that has to go; a refused decision stands there alone. */
  histories: string[];
}

/** Those that have a person in them; refused while one of them is not over. `naming`: those whose papers name them. */
export async function drillsOfPerson(
  parts: ApiParts,
  person: PersonId,
  traces: PersonTraces,
  selection: Selection,
  naming: ReadonlySet<string>,
): Promise<FoundDrills> {
  const concerned = await parts.store.drillsNaming({ ...traces, ...traces.certain }, person);
  for (const { drill: id, status } of await everyDrill(parts)) {
    if (naming.has(drillKey(id)) && !concerned.some((one) => one.id === id)) concerned.push({ id, status });
  }
  const open = await runningOf(parts, concerned);
  if (open.length > 0) throw new ProblemError('person_in_open_drill', { person, drills: open });
  const ids = concerned.map(({ id }) => id);
  // With a name alone that a colleague has as well, an open one is the colleague's.
  const namedAlike = hasNamesake(traces) ? await parts.store.drillsNaming(traces, person) : [];
  const alike = namedAlike.filter(({ id }) => !ids.includes(id));
  const stillOpen = await runningOf(parts, alike);
  ids.push(...alike.map(({ id }) => id).filter((id) => !stillOpen.includes(id)));
  return {
    judged: await judgeAll(parts, ids, selection),
    histories: [...ids, ...(await alsoKept(parts, ids, traces))],
  };
}

/** The one in which it was played, if it was: its report tells of the incident. Refused while that is not written. */
export async function drillsOfIncident(
  parts: ApiParts,
  incidentId: string,
  selection: Selection,
): Promise<FoundDrills> {
  const concerned = await parts.store.drillsOfIncident(incidentId);
  const open = await runningOf(parts, concerned);
  if (open.length > 0) throw new ProblemError('personal_data_in_open_drill', { incidentId, drills: open });
  const histories = concerned.map(({ id }) => id);
  return { judged: await judgeAll(parts, histories, selection), histories };
}

/** The history goes first, because by the texts it is found again. Answers those whose history Temporal keeps still. */
export async function eraseDrills(
  parts: ApiParts,
  { judged, histories }: FoundDrills,
  selection: Selection,
  erasure: Erasure,
): Promise<string[]> {
  const { store, drills } = parts;
  const pending: string[] = [];
  for (const drill of histories) {
    if (!(await drills.forget(drill))) {
      pending.push(drill);
      continue;
    }
    // Of a person all mails go at once; of an incident those that are of its drill.
    if (selection.person === undefined) await store.eraseIncidentOutside(drillKey(drill), selection.traces);
    const found = judged.find(({ id }) => id === drill);
    if (found !== undefined && hasAny(found)) await eraseOne(parts, found, selection, erasure);
  }
  return pending;
}

export function hasAny({ places, sheets, papers }: JudgedDrill): boolean {
  return places.length > 0 || sheets > 0 || papers.length > 0;
}

const TRIES = 5;

async function eraseOne(parts: ApiParts, first: JudgedDrill, selection: Selection, erasure: Erasure): Promise<void> {
  const { person, traces } = selection;
  const { tokenId: _, ...actor } = erasure.erasedBy;
  for (let i = 0, judged = first; i < TRIES; i += 1) {
    const asked: DrillErasure = {
      ...{ drill: judged.id, headHash: judged.headHash, erasure: erasure.id, actor, at: parts.settings.now() },
      ...{ finds: traces.finds, papers: await rewritten(parts, judged, selection) },
      ...(person === undefined ? {} : { person }),
    };
    if (await parts.store.eraseInDrill(asked)) return;
    judged = await judge(parts, judged.id, selection);
  }
  throw new Error(`the record of drill ${first.id} grows while somebody is erased from it`);
}

async function everyDrill({ store }: ApiParts): Promise<DrillState[]> {
  const PAGE = 200;
  const all: DrillState[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last === undefined ? {} : { after: { openedAt: last.openedAt, id: last.drill } };
    const page = await store.listDrills({ limit: PAGE, ...after });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

function isOver(status: DrillState['status']): boolean {
  return status === 'closed' || status === 'calledOff';
}

/** It sends its words with each mail, and writes its papers, until it has ended. */
async function runningOf({ drills }: ApiParts, concerned: readonly ConcernedDrill[]): Promise<string[]> {
  const running: string[] = [];
  for (const { id, status } of concerned) {
    if (!(isOver(status) && (await drills.hasEnded(id)))) running.push(id);
  }
  return running;
}

async function alsoKept(parts: ApiParts, known: readonly string[], traces: Selection['traces']): Promise<string[]> {
  const { drills } = parts;
  const kept: string[] = [];
  for (const { drill, status } of await everyDrill(parts)) {
    if (known.includes(drill) || !isOver(status) || !(await drills.hasEnded(drill))) continue;
    if (await drills.keeps(drill, traces.finds)) kept.push(drill);
  }
  return kept;
}

async function judgeAll(parts: ApiParts, ids: readonly string[], selection: Selection): Promise<JudgedDrill[]> {
  const judged: JudgedDrill[] = [];
  for (const id of ids) judged.push(await judge(parts, id, selection));
  return judged;
}

async function judge({ store }: ApiParts, id: string, { traces, certain }: Selection): Promise<JudgedDrill> {
  const record = await store.keptDrill(id);
  // What is written anew from a record that was changed would hide the change.
  if (record === undefined || checkDrill(record).faultsInAll > 0) {
    throw new ProblemError('drill_not_intact', { drill: id });
  }
  const count = (texts: Record<string, string>) => Object.values(texts).filter(traces.finds).length;
  const events = await store.drillEventsOf(id);
  const isNamed = (_event: DrillEvent, _field: string, text: string) => traces.finds(text);
  const places = placesIn({ of: 'drill', id }, events, traces, isNamed);
  const sheets = (await store.sheetsOf(id)).reduce((all, sheet) => all + count(sheet), 0);
  return {
    ...{ id, headHash: record.headHash, places, sheets },
    papers: await documentsOf(store, drillKey(id), (places.length + sheets > 0 ? traces : certain).finds),
  };
}

/** Each paper that names somebody, from what is left; one that cannot be written so is destroyed. */
async function rewritten(
  { store, printing, settings, log }: ApiParts,
  { id: drill, papers }: JudgedDrill,
  selection: Selection,
): Promise<DrillErasure['papers']> {
  const events = await store.drillEventsOf(drill);
  const all: DrillErasure['papers'] = [];
  for (const documentId of new Set(papers.map(({ id }) => id))) {
    const keys = papers.filter(({ id }) => id === documentId);
    try {
      const asked = askedFor(events, documentId);
      if (asked === undefined) throw new Error('nothing asked for it');
      const { paper, upTo } = asked;
      const facts = await factsWithout(store, drill, { upTo, forReport: paper === 'report' }, selection);
      const now = facts.recorded.at(-1)?.event.at ?? settings.now();
      for (const key of keys) {
        const format = key.format as 'docx' | 'html';
        const order = { ...facts, paper, lang: key.lang as Lang, format, zone: settings.zone, now };
        const { bytes } = await printing.drill(order);
        const isClean = !selection.certain.finds(readable(bytes, format));
        all.push(isClean ? { key, now: { bytes, sha256: sha256(bytes) } } : { key });
      }
    } catch (error) {
      // What cannot be written anew must not keep a name alive. What failed may quote it.
      const why = error instanceof Error ? error.name : typeof error;
      log.warn({ drill, documentId, error: why }, 'a paper cannot be written without a name, and is destroyed');
      all.push(...keys.filter((key) => !all.some((done) => done.key === key)).map((key) => ({ key })));
    }
  }
  return all;
}

/** What had the paper written. */
function askedFor(events: readonly DrillEvent[], documentId: string): { paper: DrillPaper; upTo: number } | undefined {
  let state = initial;
  const upTo = new Map<string, number>();
  for (const event of events) {
    state = evolve(state, event);
    for (const effect of state.effects) if (effect.kind === 'write') upTo.set(effect.id, effect.upTo);
    if (event.type !== 'settled') continue;
    const paper = event.files?.find((file) => file.documentId === documentId)?.paper;
    const until = upTo.get(event.effectId);
    if (paper !== undefined && until !== undefined) return { paper, upTo: until };
  }
  return undefined;
}

/** As they will be: in the store the texts stand still, by which whoever is looked for is found again. */
async function factsWithout(
  store: ApiParts['store'],
  drill: string,
  about: { upTo: number; forReport: boolean },
  selection: Selection,
) {
  const { person, traces } = selection;
  const { recorded, people, sheets, incident, ...facts } = await drillFacts(store, drill, about);
  const blank = (texts: Record<string, string>, erases: (field: string, text: string) => boolean) =>
    Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, erases(field, text) ? '' : text]));
  const named = (_field: string, text: string) => traces.finds(text);
  const without = <E extends { seq: number }>(event: E, erases: typeof named): E =>
    'texts' in event ? { ...event, texts: blank(splitTexts(event).texts, erases) } : event;
  const played = incident && {
    basis: await basisOf(store, incident.state),
    events: incident.events.map((event) => without(event, (field, text) => selection.erasesText(event, field, text))),
  };
  return {
    ...facts,
    recorded: recorded.map(({ event, hash }) => ({ event: without(event, named), hash })),
    people: people.filter(({ id }) => id !== person),
    sheets: sheets.map((sheet) => blank(sheet, named)),
    ...(played && { incident: { events: played.events, state: fold(played.basis, played.events) } }),
  };
}
