import type { IncidentEvent } from '../domain/incident/index.js';
import type { KnownHead } from '../domain/record.js';
import type { Chained } from '../seal/index.js';
import { ChainCheck } from './chainCheck.js';
import type { ErasedTexts } from './chainCheck.js';
import type { Findings } from './findings.js';
import type { KeptEvent } from './kept.js';

/** The record of an improvement or a drill, which is read at once. */
export interface KeptChain {
  seq: number;
  /** Of the last event that there is. */
  lastSeq: number;
  headHash: string;
  /** In order of `seq`. */
  events: KeptEvent[];
}

type Told = Chained & { type: string };

/** The events as they were sealed; undefined where one of them is not. `key`: under which they were. */
export function wholeChain<E extends Told = IncidentEvent>(
  key: string,
  { seq: upTo, lastSeq, headHash, events }: KeptChain,
  erased: ErasedTexts,
  findings: Findings,
  heads: readonly KnownHead[] = [],
): E[] | undefined {
  const check = new ChainCheck<E>(key, erased, findings, heads);
  const sealed = events.filter(({ seq }) => seq <= upTo).map((one) => check.take(one));
  const isWhole = check.end(upTo, headHash);
  const read = sealed.flatMap((one) => one ?? []);
  findings.remark({ code: 'texts_erased', count: read.reduce((all, { erased: gone }) => all + gone.length, 0) });
  if (lastSeq > upTo) findings.fault({ code: 'event_stray', seq: lastSeq, needed: `≤ ${upTo}` });
  if (isWhole && read.length === sealed.length) return read.map(({ event }) => event);
  findings.remark({ code: 'state_unchecked' });
  return undefined;
}
