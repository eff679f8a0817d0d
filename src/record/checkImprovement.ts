import { fold, improvementKey, restored } from '../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementEventOf, ImprovementState } from '../domain/improvement/index.js';
import type { ImprovementVerdict } from '../domain/record.js';
import { ChainCheck } from './chainCheck.js';
import { differences } from './differences.js';
import { Findings } from './findings.js';
import type { KeptEvent, KeptEvidence } from './kept.js';
import { objectIn } from './readEvent.js';

/** One improvement as it is kept. JSON is given as its text, which may be damaged. */
export interface KeptImprovement {
  id: string;
  seq: number;
  /** Of the last event that there is. */
  lastSeq: number;
  headHash: string;
  state: string;
  /** What it is found by; undefined where that cannot be read. */
  columns: Record<string, unknown> | undefined;
  /** In order of `seq`. */
  events: KeptEvent[];
  /** The files that were handed in, or stored to be. */
  evidence: KeptEvidence[];
}

/** Holds the events of an improvement against their chain, and what is kept of it against the events. */
export function checkImprovement(kept: KeptImprovement): ImprovementVerdict {
  const { id: improvementId, seq, lastSeq, headHash: head } = kept;
  const findings = new Findings();
  const events = wholeEvents(kept, findings);
  if (lastSeq > seq) findings.fault({ code: 'event_stray', seq: lastSeq, needed: `≤ ${seq}` });
  if (events === undefined) findings.remark({ code: 'state_unchecked' });
  else checkState(kept, events, findings);
  checkFiles(kept, events, findings);
  findings.remark({ code: 'head_to_keep' });
  const { checked, faults, faultsInAll, remarks } = findings;
  const { events: compared, evidence } = checked;
  return { improvementId, seq, head, checked: { events: compared, evidence }, faults, faultsInAll, remarks };
}

/** Undefined where one of them is not as it was sealed. */
function wholeEvents(kept: KeptImprovement, findings: Findings): ImprovementEvent[] | undefined {
  const { id, seq: upTo, headHash } = kept;
  const check = new ChainCheck<ImprovementEvent>(improvementKey(id), erasedTexts(kept.events), findings);
  const sealed = kept.events.filter(({ seq }) => seq <= upTo).map((one) => check.take(one));
  const isWhole = check.end(upTo, headHash);
  const read = sealed.flatMap((one) => one ?? []);
  findings.remark({ code: 'texts_erased', count: read.reduce((all, { erased }) => all + erased.length, 0) });
  return isWhole && read.length === sealed.length ? read.map(({ event }) => event) : undefined;
}

/** What was handed in must be there as it was; what an erasure has destroyed must not. */
function checkFiles({ evidence }: KeptImprovement, events: ImprovementEvent[] | undefined, findings: Findings): void {
  const handedIn = new Map<string, ImprovementEvent>();
  const destroyed = new Map<string, ImprovementEvent>();
  for (const event of events ?? []) {
    if (event.type === 'handedIn' && event.file !== undefined) {
      handedIn.set(event.file, event);
      destroyed.delete(event.file);
    } else if (event.type === 'textsErased') {
      for (const file of event.files ?? []) destroyed.set(file, event);
    }
  }
  for (const { sha256: item, found } of evidence) {
    const event = destroyed.get(item) ?? handedIn.get(item);
    const head = event === undefined ? {} : { seq: event.seq, type: event.type };
    if (destroyed.has(item)) findings.fault({ code: 'not_erased', ...head, item });
    if (found === undefined) continue;
    findings.checked.evidence += 1;
    if (found !== item) findings.fault({ code: 'evidence_changed', ...head, item, found, needed: item });
  }
  const kept = new Set(evidence.map(({ sha256 }) => sha256));
  for (const [item, { seq, type }] of handedIn) {
    if (!kept.has(item) && !destroyed.has(item)) findings.fault({ code: 'evidence_missing', seq, type, item });
  }
  const unused = evidence.filter(({ sha256 }) => !handedIn.has(sha256) && !destroyed.has(sha256)).length;
  if (events !== undefined) findings.remark({ code: 'evidence_unused', count: unused });
  const withheld = evidence.filter(({ found }) => found === undefined).length;
  findings.remark({ code: 'evidence_withheld', count: withheld });
  findings.remark({ code: 'evidence_erased', count: destroyed.size, item: [...destroyed.keys()].join(', ') });
}

/** Whether the events that say so are as sealed, the check says. */
function erasedTexts(events: readonly KeptEvent[]): Map<number, Set<string>> {
  const texts = new Map<number, Set<string>>();
  for (const { event } of events) {
    const read = objectIn(event);
    if (read?.['type'] !== 'textsErased') continue;
    const { erased } = read as unknown as ImprovementEventOf<'textsErased'>;
    for (const { seq, fields } of Array.isArray(erased) ? erased : []) {
      texts.set(seq, new Set([...(texts.get(seq) ?? []), ...(Array.isArray(fields) ? fields : [])]));
    }
  }
  return texts;
}

/** What an earlier release did not keep. */
const LATER = 'ownersBefore' satisfies keyof ImprovementState;

function checkState({ seq, state, columns }: KeptImprovement, events: ImprovementEvent[], findings: Findings): void {
  const given = plain(fold(events)) as ImprovementState;
  const kept = objectIn(state);
  if (kept === undefined || columns === undefined) findings.fault({ code: 'state_unreadable', seq });
  const all = kept === undefined ? [] : differences(plain(restored(kept as unknown as ImprovementState)), given);
  const lacking = all.filter(({ path, found }) => path === LATER && found === undefined);
  findings.remark({ code: 'state_lacks', count: lacking.length, item: LATER });
  const differing = [
    ...all.filter((one) => !lacking.includes(one)),
    ...(columns === undefined ? [] : differences(columns, columnsFrom(given, events.at(-1)?.at ?? 0))).map((one) => ({
      ...one,
      path: `improvements.${one.path}`,
    })),
  ];
  for (const { path: item, ...values } of differing) findings.fault({ code: 'state_changed', seq, item, ...values });
}

function columnsFrom(state: ImprovementState, updatedAt: number): Record<string, unknown> {
  const { status, kind, owner, origin, dueAt, doneAt = null, openedAt } = state;
  return {
    ...{ status, kind, dueAt, doneAt, openedAt, updatedAt, origin: origin.kind },
    ownerPost: 'post' in owner ? owner.post : null,
    ownerPerson: 'person' in owner ? owner.person : null,
    incidentId: origin.incidentId ?? null,
  };
}

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
