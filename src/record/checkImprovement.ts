import { fold, restored } from '../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementEventOf, ImprovementState } from '../domain/improvement/index.js';
import type { ImprovementVerdict } from '../domain/record.js';
import { ChainCheck } from './chainCheck.js';
import { differences } from './differences.js';
import { Findings } from './findings.js';
import type { KeptEvent } from './kept.js';
import { objectIn } from './readEvent.js';

/** One improvement as it is kept. JSON is given as its text, which may be damaged. */
export interface KeptImprovement {
  id: string;
  /** What its chain is sealed under. */
  chain: string;
  seq: number;
  /** Of the last event that there is. */
  lastSeq: number;
  headHash: string;
  state: string;
  /** What it is found by. */
  columns: Record<string, unknown>;
  /** In order of `seq`. */
  events: KeptEvent[];
}

/** Holds the events of an improvement against their chain, and what is kept of it against the events. */
export function checkImprovement(kept: KeptImprovement): ImprovementVerdict {
  const { id: improvementId, seq, lastSeq, headHash: head } = kept;
  const findings = new Findings();
  const events = wholeEvents(kept, findings);
  if (lastSeq > seq) findings.fault({ code: 'event_stray', seq: lastSeq, needed: `≤ ${seq}` });
  if (events === undefined) findings.remark({ code: 'state_unchecked' });
  else checkState(kept, events, findings);
  findings.remark({ code: 'head_to_keep' });
  const { checked, faults, faultsInAll, remarks } = findings;
  return { improvementId, seq, head, checked: { events: checked.events }, faults, faultsInAll, remarks };
}

/** Undefined where one of them is not as it was sealed. */
function wholeEvents(kept: KeptImprovement, findings: Findings): ImprovementEvent[] | undefined {
  const { chain, seq: upTo, headHash } = kept;
  const check = new ChainCheck<ImprovementEvent>(chain, erasedTexts(kept.events), findings);
  const sealed = kept.events.filter(({ seq }) => seq <= upTo).map((one) => check.take(one));
  const isWhole = check.end(upTo, headHash);
  const read = sealed.flatMap((one) => one ?? []);
  findings.remark({ code: 'texts_erased', count: read.reduce((all, { erased }) => all + erased.length, 0) });
  return isWhole && read.length === sealed.length ? read.map(({ event }) => event) : undefined;
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

function checkState({ seq, state, columns }: KeptImprovement, events: ImprovementEvent[], findings: Findings): void {
  const given = plain(fold(events)) as ImprovementState;
  const kept = objectIn(state);
  if (kept === undefined) findings.fault({ code: 'state_unreadable', seq });
  const differing = [
    ...(kept === undefined ? [] : differences(plain(restored(kept as unknown as ImprovementState)), given)),
    ...differences(columns, columnsFrom(given, events.at(-1)?.at ?? 0)).map((one) => ({
      ...one,
      path: `improvements.${one.path}`,
    })),
  ];
  for (const { path: item, ...values } of differing) findings.fault({ code: 'state_changed', seq, item, ...values });
}

function columnsFrom(state: ImprovementState, updatedAt: number): KeptImprovement['columns'] {
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
