import { fold, improvementKey, restored } from '../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementState } from '../domain/improvement/index.js';
import type { ImprovementVerdict, KnownHead } from '../domain/record.js';
import { differences } from './differences.js';
import { erasedTexts } from './erasedTexts.js';
import { Findings } from './findings.js';
import type { KeptEvidence } from './kept.js';
import { objectIn } from './readEvent.js';
import { wholeChain } from './wholeChain.js';
import type { KeptChain } from './wholeChain.js';

/** One improvement as it is kept. JSON is given as its text, which may be damaged. */
export interface KeptImprovement extends KeptChain {
  id: string;
  state: string;
  /** What it is found by; undefined where that cannot be read. */
  columns: Record<string, unknown> | undefined;
  /** The files that were handed in, or stored to be. */
  evidence: KeptEvidence[];
}

/** Holds the events of an improvement against their chain, and what is kept of it against the events. */
export function checkImprovement(kept: KeptImprovement, heads: readonly KnownHead[] = []): ImprovementVerdict {
  const { id: improvementId, seq, headHash: head } = kept;
  const findings = new Findings();
  const erased = erasedTexts(kept.events);
  const events = wholeChain<ImprovementEvent>(improvementKey(improvementId), kept, erased, findings, heads);
  if (events !== undefined) checkState(kept, events, findings);
  checkFiles(kept, events, findings);
  findings.remark({ code: 'head_to_keep' });
  const { checked, faults, faultsInAll, remarks } = findings;
  const { events: compared, evidence } = checked;
  return { improvementId, seq, head, checked: { events: compared, evidence }, faults, faultsInAll, remarks };
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
