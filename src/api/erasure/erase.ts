import { randomUUID } from 'node:crypto';
import {
  destructionOwners,
  entriesChanged,
  entriesOf,
  hasNamesake,
  rosterWithout,
  tracesOfPerson,
} from '../../domain/erasure/index.js';
import type { PersonTraces, Traces } from '../../domain/erasure/index.js';
import { isOver, nowOf } from '../../domain/incident/index.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import { pathText } from '../../domain/plan/issues.js';
import { checkRoster } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { Erasure, ErasureBy, ErasureKey, Store } from '../../store/index.js';
import type { ApiParts } from '../deps.js';
import { loadIncident } from '../loadIncident.js';
import { ProblemError } from '../problemError.js';
import { iso } from '../views/named.js';
import { documentsNaming } from './documentsNaming.js';
import { drillsOfIncident, drillsOfPerson, eraseDrills } from './drills.js';
import { eraseRecord } from './eraseRecord.js';
import { eraseImprovements, improvementsOfIncident, improvementsOfPerson } from './improvements.js';
import type { JudgedImprovement } from './improvements.js';
import { changesRecord, eventsOf, judge } from './judge.js';
import type { Judged } from './judge.js';
import { mustHaveEnded } from './mustHaveEnded.js';
import { end, foretold } from './outcome.js';
import type { ErasureOutcome } from './outcome.js';
import { selectIncident, selectPerson } from './selection.js';
import type { Selection } from './selection.js';

export interface ErasureAsked {
  by: ErasureBy;
  /** Files of evidence that are to be destroyed, by SHA-256. */
  evidence: readonly string[];
  preview: boolean;
}

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
  await refuseUnlessRosterStands(parts, person, traces);
  const naming = await documentsNaming(store, traces.certain.finds);
  const concerned = await concernedBy(parts, person, traces, naming);
  const selection = selectPerson(person, traces);
  const improved = await improvementsOfPerson(parts, person, traces, selection, evidence);
  const improvements = improved.judged;
  const drilled = await drillsOfPerson(parts, person, traces, selection, new Set(naming.keys()));
  const drills = drilled.judged;
  const judged = await judgeAll(parts, key, concerned, selection, evidence, improvements);
  const histories = [...concerned, ...(await alsoKept(parts, concerned, traces))];
  const incidents = judged.filter((one) => changesRecord(one) || one.evidence.length > 0);
  const gone = [...histories, ...improved.histories, ...drilled.histories];
  if (preview) {
    const found = { incidents, improvements, drills };
    return { ...(await foretold(parts, found, gone, selection, traces)), ...found };
  }

  const erasure = await begin(parts, { ...key, reason }, by);
  for (const one of incidents) await eraseUntilDone(parts, one, selection, { erasure, authority }, evidence);
  const outside = await store.erasePersonOutside(person, traces);
  const pending = [
    ...(await forgetAll(parts, histories)),
    ...(await eraseImprovements(parts, improved, selection, erasure)),
    ...(await eraseDrills(parts, drilled, selection, erasure)),
  ];
  const registers = pending.length === 0 ? await store.eraseFromRegisters(person, traces) : 0;
  const counts = { ...outside, registers };
  const about = { person, traces };
  return end(parts, { erasure, incidents, improvements, drills, histories: gone, pending, about, counts });
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
  const plan = await parts.directory.document(state.basis.plan);
  const selection = selectIncident(
    recorded.map(({ event }) => event),
    plan,
  );
  if (selection.traces.finds(why)) throw new ProblemError('erasure_reason_names');
  const improved = await improvementsOfIncident(parts, incidentId, selection, evidence);
  const improvements = improved.judged;
  const drilled = await drillsOfIncident(parts, incidentId, selection);
  const drills = drilled.judged;
  const judged = await judgeAll(parts, key, [incidentId], selection, evidence, improvements);
  const { traces } = selection;
  const histories = [incidentId, ...improved.histories, ...drilled.histories];
  if (preview) {
    const found = { incidents: judged, improvements, drills };
    const told = await foretold(parts, found, histories, selection);
    const mails = (await store.noticesOf(incidentId)).filter(({ address }) => address !== '').length;
    return { ...told, counts: { ...told.counts, mails }, ...found };
  }

  const erasure = await begin(parts, { ...key, reason: why }, by);
  // First, because by the texts of the incident one knows whom to look for.
  const waiting = [
    ...(await eraseImprovements(parts, improved, selection, erasure)),
    ...(await eraseDrills(parts, drilled, selection, erasure)),
  ];
  for (const one of waiting.length > 0 ? [] : judged) {
    // That it was done is on the record, also where there was nothing.
    if (erasedAt === undefined || changesRecord(one)) {
      await eraseUntilDone(parts, one, selection, { erasure, authority }, evidence);
    }
  }
  const outside = await store.eraseIncidentOutside(incidentId, traces);
  const pending = [...waiting, ...(await forgetAll(parts, [incidentId]))];
  const counts = { ...outside, registers: 0 };
  return end(parts, { erasure, incidents: judged, improvements, drills, histories, pending, counts });
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
async function tracesIn({ store }: ApiParts, person: PersonId): Promise<PersonTraces> {
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
  const today = (await store.currentRoster())?.document as RosterDocument | undefined;
  const others = (today?.people ?? []).filter(({ id }) => id !== person);
  if (entries.length > 0) return tracesOfPerson(entries, others);
  const key = { kind: 'person' as const, subject: person };
  // The roster goes last: what was broken off after it has only to be ended.
  if ((await store.begunErasure(key)) !== undefined) return tracesOfPerson([]);
  const last = await store.lastErasure(key);
  if (last?.doneAt) throw new ProblemError('already_erased', { subject: person, at: iso(last.doneAt) });
  throw new ProblemError('unknown_person', { person });
}

/** Without the person today's roster has to be one still: what becomes current is what people are called by. */
async function refuseUnlessRosterStands({ store }: ApiParts, person: PersonId, traces: PersonTraces): Promise<void> {
  const roster = (await store.currentRoster())?.document as RosterDocument | undefined;
  if (roster === undefined) return;
  // Also of one who is not active: the post would be left with an id of nobody.
  const posts = Object.keys(roster.holders).filter((post) => roster.holders[post]?.includes(person));
  if (posts.length > 0) throw new ProblemError('person_holds_posts', { person, posts });
  const left = rosterWithout(roster, person, traces);
  if (entriesChanged(roster, left).length === 0) return;
  const checked = checkRoster(left);
  if ('document' in checked) return;
  const places = checked.issues.map(({ path }) => pathText(path));
  throw new ProblemError('erasure_breaks_roster', { person, places: places.slice(0, MOST_PLACES) });
}

const MOST_PLACES = 10;

/**
 * The incidents that have this person in them; refused while one of them is live. Of a live one that has a name alone which a
 * colleague has as well, it is the colleague's.
 */
async function concernedBy(
  { store, incidents }: ApiParts,
  person: PersonId,
  traces: PersonTraces,
  documents: ReadonlyMap<string, number>,
): Promise<string[]> {
  const naming = await store.incidentsNaming({ ...traces, ...traces.certain }, person);
  for (const owner of documents.keys()) {
    if (!naming.includes(owner) && (await store.getIncident(owner)) !== undefined) naming.push(owner);
  }
  const live = new Set((await store.liveIncidents()).map(({ id }) => id));
  const involved = naming.filter((id) => live.has(id));
  if (involved.length > 0) throw new ProblemError('person_in_live_incident', { person, incidents: involved });
  for (const incidentId of naming) await mustHaveEnded({ incidents }, incidentId);
  const concerned = [...naming];
  for (const id of hasNamesake(traces) ? await store.incidentsNaming(traces, person) : []) {
    if (!concerned.includes(id) && !live.has(id) && (await incidents.hasEnded(id))) concerned.push(id);
  }
  return concerned.sort();
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
  key: ErasureKey,
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
  const found = [...all, ...improvements].flatMap(({ destroyed }) => destroyed);
  // Of an erasure that was broken off some are gone: the same command completes it.
  const gone = evidence.every((hash) => found.includes(hash)) ? [] : await destroyedBefore(store, key);
  const unknown = evidence.find((hash) => !found.includes(hash) && !gone.includes(hash));
  if (unknown !== undefined) throw new ProblemError('erasure_evidence_unknown', { sha256: unknown });
  return all;
}

async function destroyedBefore(store: Store, key: ErasureKey): Promise<string[]> {
  const begun = await store.begunErasure(key);
  if (begun === undefined) return [];
  const { files } = await store.erasedInImprovements(begun.id);
  const events = await store.erasureEvents(begun.id);
  return [
    ...files,
    ...events.flatMap(({ event }) => (event.type === 'personalDataErased' ? event.erased.evidence : [])),
  ];
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
