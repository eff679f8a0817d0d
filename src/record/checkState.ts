import { restored } from '../domain/incident/index.js';
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
  { state, lastAt }: CheckedEvents,
  findings: Findings,
): string | undefined {
  if (state === undefined) return void findings.remark({ code: 'state_unchecked' });
  const plain = JSON.parse(JSON.stringify(state)) as State;
  const { basis, ...given } = plain;
  const at = { seq: incident.seq };
  const basisHash = sha256(canonical(basis));
  if (basisHash !== incident.basisHash) {
    findings.fault({ code: 'state_changed', ...at, item: 'basis', found: incident.basisHash, needed: basisHash });
  }
  const kept = objectIn(incident.state);
  if (kept === undefined) findings.fault({ code: 'state_unreadable', ...at });
  else compareStates(kept, given, basis, findings, at);
  for (const { path, found, needed } of differences(columnsOf(incident), columnsFrom(given, lastAt, incident.title))) {
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

function compareStates(
  kept: Record<string, unknown>,
  given: Omit<State, 'basis'>,
  basis: Basis,
  findings: Findings,
  at: { seq: number },
): void {
  const { basis: _, ...whole } = JSON.parse(
    JSON.stringify(restored(basis, kept as unknown as Omit<State, 'basis'>)),
  ) as State;
  const lacking: string[] = Object.keys(whole).filter((room) => !Object.hasOwn(kept, room));
  const all = differences(whole, given);
  const less = new Set(all.filter((one) => one.found === undefined).map(({ path }) => path.split('.')[0] ?? ''));
  const isLacking = (room: string) => lacking.includes(room) || less.has(room);
  for (const { path, found, needed } of all) {
    const [first, room = ''] = path.split('.');
    // What an earlier release kept of a room with less in it has moved less often.
    if (first === 'moved' && isLacking(room)) continue;
    if (found === undefined) lacking.push(path);
    else
      findings.fault({ code: 'state_changed', ...at, item: path, found, ...(needed === undefined ? {} : { needed }) });
  }
  findings.remark({ code: 'state_lacks', count: lacking.length, item: lacking.slice(0, 5).join(', ') });
}

function columnsOf({ phase, level, incidentLevel, category, mode, title, openedAt, updatedAt }: KeptIncident) {
  return { phase, level, incidentLevel, category, mode, title, openedAt, updatedAt };
}

function columnsFrom({ phase, grading, report }: Omit<State, 'basis'>, updatedAt: number, kept: string) {
  const { title } = report.texts;
  return {
    phase,
    level: grading.level ?? null,
    incidentLevel: grading.incidentLevel ?? null,
    category: report.category,
    mode: report.mode,
    // What the database cannot hold in a text is shown otherwise there.
    title: storable(title) === kept ? kept : title,
    openedAt: report.reportedAt,
    updatedAt,
  };
}

function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}
