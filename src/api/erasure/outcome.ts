import type { Doubt, PersonTraces } from '../../domain/erasure/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Erasure, ErasureCounts, ErasedOutside, Left, RegisterChange, Store } from '../../store/index.js';
import type { ApiParts } from '../deps.js';
import { documentsNaming } from './documentsNaming.js';
import { hasAny } from './drills.js';
import type { JudgedDrill } from './drills.js';
import type { JudgedImprovement } from './improvements.js';
import { changesRecord } from './judge.js';
import type { Judged } from './judge.js';
import type { Place } from './places.js';
import type { Selection } from './selection.js';

/** What is erased, or would be, and what is left. */
export interface ErasureOutcome {
  /** Absent before it is done. */
  erasure?: Erasure;
  done: boolean;
  incidents: Pick<Judged, 'incidentId' | 'texts' | 'messages' | 'documents' | 'evidence' | 'destroyed'>[];
  improvements: JudgedImprovement[];
  drills: JudgedDrill[];
  counts: ErasureCounts;
  /** Where a search finds something still. */
  left: Left[];
  /** Rows in which the id stands, which stays. */
  idRows: number;
  doubts: readonly Doubt[];
  /** Before it is done. */
  preview?: Preview;
  /** Incidents, improvements and drills whose history Temporal has not deleted yet. */
  pending: string[];
  /** Also in the files of the database; `false`: its server keeps what was erased a while longer. Absent in a preview. */
  cleared?: boolean;
}

export interface Preview {
  words: readonly string[];
  places: Place[];
  /** How many places more there are. */
  leftOut: number;
  registers: RegisterChange[];
}

/** A person has to read them. */
const MOST_PLACES = 200;

const NOTHING: ErasureCounts = {
  ...{
    incidents: 0,
    improvements: 0,
    drills: 0,
    texts: 0,
    messages: 0,
    documentsRewritten: 0,
    documentsDestroyed: 0,
    evidence: 0,
  },
  ...{ mails: 0, mailbox: 0, answers: 0, tokens: 0, registers: 0, others: 0, histories: 0 },
};

/** What an erasure has come upon, and done. */
export interface Ended {
  erasure: Erasure;
  incidents: Judged[];
  improvements: JudgedImprovement[];
  drills: JudgedDrill[];
  histories: string[];
  pending: string[];
  /** Absent of an incident. */
  about?: { person: PersonId; traces: PersonTraces };
  counts: ErasedOutside & { registers: number };
}

export async function end(parts: ApiParts, ended: Ended): Promise<ErasureOutcome> {
  const { erasure, incidents, improvements, drills, histories, pending, about, counts: outside } = ended;
  const counts = { ...NOTHING, ...(await onRecord(parts, erasure)), ...outside, histories: histories.length };
  const done = pending.length === 0;
  // Before the end: what breaks off here is done again by the same command.
  const cleared = done ? { cleared: await parts.store.clearDeleted() } : {};
  if (done) await parts.store.endErasure(erasure.id, counts, parts.settings.now());
  const left = about === undefined ? [] : await searchEverywhere(parts.store, about);
  parts.log.info(
    { erasure: erasure.id, kind: erasure.kind, subject: erasure.subject, counts, done },
    'personal data erased',
  );
  const idRows = await rowsWithId(parts, about?.person);
  const doubts = about?.traces.doubts ?? [];
  return { erasure, done, incidents, improvements, drills, counts, left, idRows, doubts, pending, ...cleared };
}

/** From the chain: also what was done before an erasure was broken off. */
async function onRecord({ store }: ApiParts, { id }: Erasure): Promise<Partial<ErasureCounts>> {
  const { improvements, texts: said, files } = await store.erasedInImprovements(id);
  const inDrills = await store.erasedInDrills(id);
  const counts = {
    ...{ incidents: 0, improvements, drills: inDrills.drills, texts: said + inDrills.texts, messages: 0 },
    ...{ documentsRewritten: inDrills.rewritten, documentsDestroyed: inDrills.destroyed, evidence: files.length },
  };
  for (const { event } of await store.erasureEvents(id)) {
    if (event.type !== 'personalDataErased') continue;
    const { texts, messages, documents, evidence } = event.erased;
    counts.incidents += 1;
    counts.texts += texts.reduce((sum, { fields }) => sum + fields.length, 0);
    counts.messages += messages.length;
    counts.documentsRewritten += documents.filter(({ sha256 }) => sha256 !== undefined).length;
    counts.documentsDestroyed += documents.filter(({ sha256 }) => sha256 === undefined).length;
    counts.evidence += evidence.length;
  }
  return counts;
}

export async function foretold(
  parts: ApiParts,
  { incidents, improvements, drills }: Pick<Ended, 'incidents' | 'improvements' | 'drills'>,
  histories: readonly string[],
  { person, words, doubts }: Selection,
  traces?: PersonTraces,
): Promise<Omit<ErasureOutcome, 'incidents' | 'improvements' | 'drills'>> {
  const destroyed = improvements.reduce((all, one) => all + one.destroyed.length, 0);
  const places = [...incidents, ...improvements, ...drills].flatMap((one) => one.places);
  const registers = person === undefined || traces === undefined ? [] : await parts.store.inRegisters(person, traces);
  const sum = (count: (one: Judged) => number) => incidents.reduce((all, one) => all + count(one), 0);
  const counts: ErasureCounts = {
    ...NOTHING,
    incidents: incidents.filter(changesRecord).length,
    improvements: improvements.filter(({ places: those, destroyed: files }) => those.length > 0 || files.length > 0)
      .length,
    drills: drills.filter(hasAny).length,
    texts: places.length + drills.reduce((all, { sheets }) => all + sheets, 0),
    messages: sum(({ messages }) => messages.length),
    documentsRewritten:
      sum(({ documents }) => documents.length) + drills.reduce((n, { papers }) => n + papers.length, 0),
    evidence: destroyed + sum((one) => one.destroyed.length),
    registers: registers.length,
    histories: histories.length,
  };
  const isPerson = person !== undefined && traces !== undefined;
  const left = isPerson ? await searchEverywhere(parts.store, { person, traces }) : [];
  const shown = places.slice(0, MOST_PLACES);
  const preview = { words, places: shown, leftOut: places.length - shown.length, registers };
  return { done: false, counts, left, idRows: await rowsWithId(parts, person), doubts, preview, pending: [] };
}

async function rowsWithId({ store }: ApiParts, person: PersonId | undefined): Promise<number> {
  if (person === undefined) return 0;
  const id = person.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const exact = `(?<![[:alnum:]_-])${id}(?![[:alnum:]_-])`;
  const found = await store.searchAll([{ loose: id, exact }]);
  return found.reduce((all, { rows }) => all + rows, 0);
}

/**
 * In what is text, and in the documents, which are files. What a colleague has as well is not the person, and what the roster says
 * of others is theirs: of the roster counts what an erasure would still change.
 */
async function searchEverywhere(store: Store, { person, traces }: NonNullable<Ended['about']>): Promise<Left[]> {
  const { pattern, finds } = traces.certain;
  const documents = [...(await documentsNaming(store, finds)).values()].reduce((all, count) => all + count, 0);
  const rosters = (await store.inRegisters(person, traces)).filter(({ register }) => register === 'roster').length;
  const elsewhere = [
    { table: 'rosters', rows: rosters },
    { table: 'documents', rows: documents },
  ];
  return [...(await store.searchAll(pattern, ['rosters'])), ...elsewhere.filter(({ rows }) => rows > 0)];
}
