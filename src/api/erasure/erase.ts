import { randomUUID } from 'node:crypto';
import { destructionOwners, entriesOf, tracesOf, tracesOfPerson } from '../../domain/erasure/index.js';
import type { Traces } from '../../domain/erasure/index.js';
import { isOver, nowOf } from '../../domain/incident/index.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import { holdersOf } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { Erasure, ErasureBy, ErasureCounts, ErasedOutside, Left } from '../../store/index.js';
import type { ApiParts } from '../deps.js';
import { loadIncident } from '../loadIncident.js';
import { ProblemError } from '../problemError.js';
import { iso } from '../views/named.js';
import { eraseRecord } from './eraseRecord.js';
import { eraseImprovements, improvementsOfIncident, improvementsOfPerson } from './improvements.js';
import type { JudgedImprovement } from './improvements.js';
import { changesRecord, eventsOf, judge } from './judge.js';
import type { Judged } from './judge.js';
import { mustHaveEnded } from './mustHaveEnded.js';
import { selectIncident, selectPerson } from './selection.js';
import type { Selection } from './selection.js';

export interface ErasureAsked {
  by: ErasureBy;
  /** Files of evidence that are to be destroyed, by SHA-256. */
  evidence: readonly string[];
  preview: boolean;
}

/** What is erased, or would be, and what is left. */
export interface ErasureOutcome {
  /** Absent in a preview. */
  erasure?: Erasure;
  done: boolean;
  incidents: Pick<Judged, 'incidentId' | 'texts' | 'messages' | 'documents' | 'evidence' | 'destroyed'>[];
  improvements: JudgedImprovement[];
  counts: ErasureCounts;
  /** Where a search finds something still. */
  left: Left[];
  /** Rows in which the id stands, which stays. */
  idRows: number;
  /** Incidents and improvements whose history Temporal has not deleted yet. */
  pending: string[];
}

const NOTHING: ErasureCounts = {
  ...{
    incidents: 0,
    improvements: 0,
    texts: 0,
    messages: 0,
    documentsRewritten: 0,
    documentsDestroyed: 0,
    evidence: 0,
  },
  ...{ mails: 0, mailbox: 0, answers: 0, tokens: 0, registers: 0, others: 0, histories: 0 },
};

/**
 * Destroys what says who somebody is, wherever it stands. Each step may be broken off and done again: what was found is
 * looked for anew, and the roster, by which one knows whom to look for, goes last.
 */
export async function erasePerson(
  parts: ApiParts,
  person: PersonId,
  reason: string,
  { by, evidence, preview }: ErasureAsked,
): Promise<ErasureOutcome> {
  const { store } = parts;
  const authority = await authorityOf(parts, by);
  const key = { kind: 'person' as const, subject: person };
  const traces = await tracesIn(parts, person);
  if (traces.finds(reason)) throw new ProblemError('erasure_reason_names');
  await refuseHolders(parts, person);
  const concerned = await concernedBy(parts, person, traces);
  const selection = selectPerson(person, traces);
  const improved = await improvementsOfPerson(parts, person, selection, evidence);
  const improvements = improved.judged;
  const judged = await judgeAll(parts, concerned, selection, evidence, improvements);
  const histories = [...concerned, ...(await alsoKept(parts, concerned, traces))];
  const incidents = judged.filter((one) => changesRecord(one) || one.evidence.length > 0);
  if (preview) {
    const all = [...histories, ...improved.histories];
    return { ...(await foretold(parts, { incidents, improvements }, all, traces, person)), incidents, improvements };
  }

  const erasure = await begin(parts, { ...key, reason }, by);
  for (const one of incidents) await eraseUntilDone(parts, one, selection, { erasure, authority }, evidence);
  const outside = await store.erasePersonOutside(person, traces);
  const pending = [
    ...(await forgetAll(parts, histories)),
    ...(await eraseImprovements(parts, improved, selection, erasure)),
  ];
  const registers = pending.length === 0 ? await store.eraseFromRegisters(person, traces) : 0;
  const gone = [...histories, ...improved.histories];
  const counts = { ...outside, registers };
  return end(parts, { erasure, incidents, improvements, histories: gone, pending, traces, person, counts });
}

/** Destroys what was gathered about people for one incident. */
export async function eraseIncident(
  parts: ApiParts,
  incidentId: string,
  reason: string | undefined,
  { by, evidence, preview }: ErasureAsked,
): Promise<ErasureOutcome> {
  const { store, settings } = parts;
  const authority = await authorityOf(parts, by);
  const state = await loadIncident(parts, incidentId);
  if (!isOver(state.phase)) throw new ProblemError('incident_not_over', { incidentId, phase: state.phase });
  const key = { kind: 'incident' as const, subject: incidentId };
  const begun = await store.begunErasure(key);
  const { destroyBy, erasedAt } = state.aftermath;
  if (erasedAt !== undefined && begun === undefined) {
    throw new ProblemError('already_erased', { subject: incidentId, at: iso(erasedAt) });
  }
  const isDue = destroyBy !== undefined && destroyBy <= nowOf(state, settings.now());
  const why = begun?.reason ?? reason ?? (isDue ? DUE : undefined);
  if (why === undefined) {
    throw new ProblemError('erasure_reason_required', { destroyBy: destroyBy === undefined ? '–' : iso(destroyBy) });
  }
  await mustHaveEnded(parts, incidentId);
  const recorded = await eventsOf(store, incidentId);
  const selection = selectIncident(recorded.map(({ event }) => event));
  if (selection.traces.finds(why)) throw new ProblemError('erasure_reason_names');
  const improved = await improvementsOfIncident(parts, incidentId, selection, evidence);
  const improvements = improved.judged;
  const judged = await judgeAll(parts, [incidentId], selection, evidence, improvements);
  const { traces } = selection;
  const histories = [incidentId, ...improved.histories];
  if (preview) {
    const told = await foretold(parts, { incidents: judged, improvements }, histories, traces);
    const mails = (await store.noticesOf(incidentId)).filter(({ address }) => address !== '').length;
    return { ...told, counts: { ...told.counts, mails }, incidents: judged, improvements };
  }

  const erasure = await begin(parts, { ...key, reason: why }, by);
  // First, because by the texts of the incident one knows whom to look for.
  const waiting = await eraseImprovements(parts, improved, selection, erasure);
  for (const one of waiting.length > 0 ? [] : judged) {
    // That it was done is on the record, also where there was nothing.
    if (erasedAt === undefined || changesRecord(one)) {
      await eraseUntilDone(parts, one, selection, { erasure, authority }, evidence);
    }
  }
  const outside = await store.eraseIncidentOutside(incidentId, traces);
  const pending = [...waiting, ...(await forgetAll(parts, [incidentId]))];
  const counts = { ...outside, registers: 0 };
  return end(parts, { erasure, incidents: judged, improvements, histories, pending, traces: tracesOf([]), counts });
}

const DUE = 'The time that the plan sets is over. 预案规定的期限已满。';

/** The operator, or whoever answers for it under the plan in force. */
export async function authorityOf({ store }: ApiParts, by: ErasureBy): Promise<PostId | undefined> {
  if (by.kind === 'operator') return undefined;
  const [plan, roster] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
  const post = plan?.document.aftermath?.personalData?.owner;
  const owners = plan && roster ? destructionOwners(plan.document, roster.document as RosterDocument) : [];
  if (post === undefined || !owners.includes(by.id))
    throw new ProblemError('erasure_not_allowed', { post: post ?? '–' });
  return post;
}

/** By every version of the roster, because names and addresses change. */
async function tracesIn({ store }: ApiParts, person: PersonId): Promise<Traces> {
  const entries = [];
  const PAGE = 100;
  for (let before: number | undefined; ;) {
    const page = await store.listRosters(PAGE, before);
    for (const { version } of page) {
      const stored = await store.rosterNumbered(version);
      if (stored) entries.push(...entriesOf([stored.document as RosterDocument], person));
    }
    before = page.at(-1)?.version;
    if (page.length < PAGE || before === undefined) break;
  }
  if (entries.length > 0) return tracesOfPerson(entries);
  const last = await store.lastErasure({ kind: 'person', subject: person });
  if (last?.doneAt) throw new ProblemError('already_erased', { subject: person, at: iso(last.doneAt) });
  throw new ProblemError('unknown_person', { person });
}

async function refuseHolders({ store }: ApiParts, person: PersonId): Promise<void> {
  const roster = await store.currentRoster();
  const holders = roster ? holdersOf(roster.document as RosterDocument) : {};
  const posts = Object.keys(holders).filter((post) => holders[post]?.includes(person));
  if (posts.length > 0) throw new ProblemError('person_holds_posts', { person, posts });
}

/** The incidents that have this person in them; refused while one of them is live. */
async function concernedBy({ store, incidents }: ApiParts, person: PersonId, traces: Traces): Promise<string[]> {
  const naming = await store.incidentsNaming(traces.pattern, person);
  const live = new Set((await store.liveIncidents()).map(({ id }) => id));
  const involved = naming.filter((id) => live.has(id));
  if (involved.length > 0) throw new ProblemError('person_in_live_incident', { person, incidents: involved });
  for (const incidentId of naming) await mustHaveEnded({ incidents }, incidentId);
  return naming;
}

/** A refused message is in the history of its incident alone. */
async function alsoKept({ store, incidents }: ApiParts, known: string[], traces: Traces): Promise<string[]> {
  const kept: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.listIncidents({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id, phase } of page.incidents) {
      if (known.includes(id) || !isOver(phase) || !(await incidents.hasEnded(id))) continue;
      if (await incidents.keeps(id, traces.finds)) kept.push(id);
    }
    cursor = page.nextCursor;
    if (cursor === undefined) return kept;
  }
}

async function judgeAll(
  { store }: ApiParts,
  incidentIds: readonly string[],
  selection: Selection,
  evidence: readonly string[],
  improvements: readonly JudgedImprovement[],
): Promise<Judged[]> {
  const wanted = new Set(evidence);
  const all: Judged[] = [];
  for (const incidentId of incidentIds) {
    const one = await judge(store, incidentId, selection, wanted);
    // The events themselves are read again when it comes to it: of many incidents they are too much to hold.
    all.push(
      changesRecord(one) || one.evidence.length > 0 || selection.scope === 'incident' ? one : { ...one, recorded: [] },
    );
  }
  const found = new Set([...all, ...improvements].flatMap(({ destroyed }) => destroyed));
  const unknown = evidence.find((hash) => !found.has(hash));
  if (unknown !== undefined) throw new ProblemError('erasure_evidence_unknown', { sha256: unknown });
  return all;
}

const TRIES = 5;

async function eraseUntilDone(
  parts: ApiParts,
  first: Judged,
  selection: Selection,
  { erasure, authority }: { erasure: Erasure; authority: PostId | undefined },
  evidence: readonly string[],
): Promise<void> {
  const rights = { erasure, ...(authority === undefined ? {} : { authority }) };
  let judged = first;
  for (let i = 0; i < TRIES; i += 1) {
    const nothing = selection.scope === 'person' && !changesRecord(judged);
    if (nothing || (await eraseRecord(parts, judged, selection, rights))) return;
    judged = await judge(parts.store, first.incidentId, selection, new Set(evidence));
  }
  throw new Error(`the record of ${first.incidentId} grows while somebody is erased from it`);
}

async function begin(
  { store, settings }: ApiParts,
  about: Pick<Erasure, 'kind' | 'subject' | 'reason'>,
  by: ErasureBy,
): Promise<Erasure> {
  return store.beginErasure({ ...about, id: randomUUID(), erasedBy: by, begunAt: settings.now() });
}

/** Each takes Temporal some seconds, in which it can take others as well. */
const AT_ONCE = 20;

/** Those that are not gone yet. */
async function forgetAll({ incidents }: ApiParts, incidentIds: readonly string[]): Promise<string[]> {
  const pending: string[] = [];
  for (let i = 0; i < incidentIds.length; i += AT_ONCE) {
    const some = incidentIds.slice(i, i + AT_ONCE);
    const gone = await Promise.all(some.map((id) => incidents.forget(id)));
    pending.push(...some.filter((_, n) => gone[n] === false));
  }
  return pending;
}

interface Ended {
  erasure: Erasure;
  incidents: Judged[];
  improvements: JudgedImprovement[];
  histories: string[];
  pending: string[];
  traces: Traces;
  person?: PersonId;
  counts: ErasedOutside & { registers: number };
}

async function end(parts: ApiParts, ended: Ended): Promise<ErasureOutcome> {
  const { erasure, incidents, improvements, histories, pending, traces, person, counts: outside } = ended;
  const counts = { ...NOTHING, ...(await onRecord(parts, erasure)), ...outside, histories: histories.length };
  const done = pending.length === 0;
  if (done) await parts.store.endErasure(erasure.id, counts, parts.settings.now());
  const left = await parts.store.searchAll(traces.pattern);
  parts.log.info(
    { erasure: erasure.id, kind: erasure.kind, subject: erasure.subject, counts, done },
    'personal data erased',
  );
  return { erasure, done, incidents, improvements, counts, left, idRows: await rowsWithId(parts, person), pending };
}

/** From the chain: also what was done before an erasure was broken off. */
async function onRecord({ store }: ApiParts, { id }: Erasure): Promise<Partial<ErasureCounts>> {
  const { improvements, texts: said, files } = await store.erasedInImprovements(id);
  const counts = {
    ...{ incidents: 0, improvements, texts: said, messages: 0 },
    ...{ documentsRewritten: 0, documentsDestroyed: 0, evidence: files },
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

async function foretold(
  parts: ApiParts,
  { incidents, improvements }: Pick<Ended, 'incidents' | 'improvements'>,
  histories: readonly string[],
  traces: Traces,
  person?: PersonId,
): Promise<Omit<ErasureOutcome, 'incidents' | 'improvements'>> {
  const destroyed = improvements.reduce((all, one) => all + one.destroyed.length, 0);
  const said = improvements.reduce((all, { texts }) => all + texts, 0);
  const sum = (count: (one: Judged) => number) => incidents.reduce((all, one) => all + count(one), 0);
  const counts: ErasureCounts = {
    ...NOTHING,
    incidents: incidents.filter(changesRecord).length,
    improvements: improvements.filter(({ texts, destroyed: files }) => texts > 0 || files.length > 0).length,
    texts: said + sum(({ texts }) => texts.reduce((all, { fields }) => all + fields.length, 0)),
    messages: sum(({ messages }) => messages.length),
    documentsRewritten: sum(({ documents }) => documents.length),
    evidence: destroyed + sum((one) => one.destroyed.length),
    histories: histories.length,
  };
  const left = person === undefined ? [] : await parts.store.searchAll(traces.pattern);
  return { done: false, counts, left, idRows: await rowsWithId(parts, person), pending: [] };
}

async function rowsWithId({ store }: ApiParts, person: PersonId | undefined): Promise<number> {
  if (person === undefined) return 0;
  const id = person.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const found = await store.searchAll(`(?<![[:alnum:]_-])${id}(?![[:alnum:]_-])`);
  return found.reduce((all, { rows }) => all + rows, 0);
}
