import { destructionDue, restored } from '../domain/incident/index.js';
import type { State } from '../domain/incident/index.js';
import type { Basis } from '../domain/plan/compiled.js';
import { canonical, sha256 } from '../seal/index.js';
import { differences } from './differences.js';
import type { CheckedEvents } from './checkEvents.js';
import type { Findings } from './findings.js';
import type { KeptIncident, KeptRecord } from './kept.js';
import { objectIn } from './readEvent.js';

/** What the record was pinned to at its beginning, as it is kept. */
export async function firstBasis(record: KeptRecord, findings: Findings): Promise<Basis | undefined> {
  const { firstBasisHash } = record.incident;
  if (firstBasisHash !== null) return keptBasis(record, firstBasisHash, 'first', findings);
  findings.remark({ code: 'first_basis_unknown' });
  return record.likelyFirstBasis();
}

/** Whoever held the posts then stands in the chain by the hash of that; an earlier release did not put it there. */
export function checkFirstBasis(first: Basis | undefined, { named }: CheckedEvents, findings: Findings): void {
  // What is missing or changed is told already.
  if (first === undefined || named.reported === undefined) return;
  const { basisHash: needed, ...at } = named.reported;
  if (needed === undefined) return findings.remark({ code: 'first_basis_not_sealed' });
  const found = sha256(canonical(first));
  if (found !== needed) findings.fault({ code: 'basis_changed', ...at, item: 'first', found, needed });
}

/** What it is pinned to now. */
export async function checkLastBasis(record: KeptRecord, findings: Findings): Promise<void> {
  const { basisHash, firstBasisHash } = record.incident;
  if (basisHash !== firstBasisHash) await keptBasis(record, basisHash, 'last', findings);
}

async function keptBasis(
  record: KeptRecord,
  hash: string,
  item: 'first' | 'last',
  findings: Findings,
): Promise<Basis | undefined> {
  const text = await record.basis(hash);
  if (text === undefined) return void findings.fault({ code: 'basis_missing', item, needed: hash });
  const basis = objectIn(text);
  const found = basis === undefined ? 'unreadable' : sha256(canonical(basis));
  if (found === hash) return basis as unknown as Basis;
  return void findings.fault({ code: 'basis_changed', item, found, needed: hash });
}

/** The projection against the events. Returns the SHA-256 of the state that they give. */
export function checkState(
  { incident }: KeptRecord,
  { state, lastAt, unknown }: CheckedEvents,
  findings: Findings,
  exportedState?: string,
): string | undefined {
  if (unknown.length > 0) findings.remark({ code: 'other_release', item: unknown.slice(0, MOST_NAMED).join(', ') });
  if (state === undefined) return void findings.remark({ code: 'state_unchecked' });
  const plain = JSON.parse(JSON.stringify(state)) as State;
  const { basis, ...given } = plain;
  const at = { seq: incident.seq };
  const basisHash = sha256(canonical(basis));
  if (basisHash !== incident.basisHash) {
    findings.fault({ code: 'state_changed', ...at, item: 'basis', found: incident.basisHash, needed: basisHash });
  }
  const kept = objectIn(incident.state);
  const isAsExported = kept !== undefined && sha256(canonical({ ...kept, basis })) === exportedState;
  if (kept === undefined) findings.fault({ code: 'state_unreadable', ...at });
  else compareStates(kept, given, basis, findings, { ...at, isNewer: unknown.length > 0, isAsExported });
  // What it does not know may have moved these too.
  if (isAsExported && unknown.length > 0) return sha256(canonical(plain));
  for (const { path, found, needed } of differences(columnsOf(incident), columnsFrom(given, lastAt, incident))) {
    findings.fault({
      code: 'state_changed',
      ...at,
      item: `incidents.${path}`,
      ...(found === undefined ? {} : { found }),
      ...(needed === undefined ? {} : { needed }),
    });
  }
  return sha256(canonical(plain));
}

const MOST_NAMED = 5;

/** What says that another release wrote it. */
interface Release {
  /** There are sealed events of types that this one does not know. */
  isNewer: boolean;
  /** It is to the byte what the events gave where it was exported. */
  isAsExported: boolean;
}

function compareStates(
  kept: Record<string, unknown>,
  given: Omit<State, 'basis'>,
  basis: Basis,
  findings: Findings,
  { seq, isNewer, isAsExported }: Release & { seq: number },
): void {
  const { basis: _, ...whole } = JSON.parse(
    JSON.stringify(restored(basis, kept as unknown as Omit<State, 'basis'>)),
  ) as State;
  const more: string[] = [];
  const lacking: string[] = Object.keys(whole).filter((room) => !Object.hasOwn(kept, room));
  const all = differences(whole, given);
  const less = new Set(all.filter((one) => one.found === undefined).map(({ path }) => path.split('.')[0] ?? ''));
  const beyond = new Set(all.filter((one) => one.needed === undefined).map(({ path }) => path.split('.')[0] ?? ''));
  const isLacking = (room: string) => lacking.includes(room) || less.has(room);
  for (const { path, found, needed } of all) {
    const [first, room = ''] = path.split('.');
    // What an earlier release kept of a room with less in it has moved less often.
    if (first === 'moved' && (isLacking(room) || (isAsExported && beyond.has(room)))) continue;
    if (found === undefined) lacking.push(path);
    else if (needed === undefined ? isNewer || isAsExported : isNewer && isAsExported) more.push(path);
    else findings.fault({ code: 'state_changed', seq, item: path, found, ...(needed === undefined ? {} : { needed }) });
  }
  if (more.length > 0) findings.remark({ code: 'other_release', item: more.slice(0, MOST_NAMED).join(', ') });
  findings.remark({ code: 'state_lacks', count: lacking.length, item: lacking.slice(0, 5).join(', ') });
}

function columnsOf(kept: KeptIncident) {
  const { phase, level, incidentLevel, category, mode, title, openedAt, updatedAt, lookedFor } = kept;
  return { phase, level, incidentLevel, category, mode, title, openedAt, updatedAt, ...plain(lookedFor) };
}

function plain(lookedFor: KeptIncident['lookedFor']) {
  if (lookedFor === undefined) return {};
  const { clock, destroyBy } = lookedFor;
  return { clock: clock === null ? null : (objectIn(clock) ?? clock), destroyBy };
}

function columnsFrom(state: Omit<State, 'basis'>, updatedAt: number, kept: KeptIncident) {
  const { phase, grading, report, clock = null } = state;
  const { title } = report.texts;
  return {
    phase,
    level: grading.level ?? null,
    incidentLevel: grading.incidentLevel ?? null,
    category: report.category,
    mode: report.mode,
    // What the database cannot hold in a text is shown otherwise there.
    title: storable(title) === kept.title ? kept.title : title,
    openedAt: report.reportedAt,
    updatedAt,
    ...(kept.lookedFor === undefined ? {} : { clock, destroyBy: destructionDue(state) ?? null }),
  };
}

function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}
