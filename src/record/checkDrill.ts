import { drillKey, fold, planDrilled, restored } from '../domain/drill/index.js';
import type { DrillEvent, DrillState } from '../domain/drill/index.js';
import type { DrillVerdict, KnownHead } from '../domain/record.js';
import { differences } from './differences.js';
import { Findings } from './findings.js';
import { erasedTexts } from './erasedTexts.js';
import { checkPapers } from './checkPapers.js';
import type { KeptDocument } from './kept.js';
import { objectIn } from './readEvent.js';
import { wholeChain } from './wholeChain.js';
import type { KeptChain } from './wholeChain.js';

/** One drill as it is kept, without the incident that is played in it. JSON is given as its text, which may be damaged. */
export interface KeptDrill extends KeptChain {
  id: string;
  state: string;
  /** What it is found by. */
  columns: Record<string, unknown>;
  /** What was written to be handed out. */
  papers: KeptDocument[];
}

/** Holds the events of a drill against their chain, and what is kept of it, its papers too, against the events. */
export function checkDrill(kept: KeptDrill, heads: readonly KnownHead[] = []): DrillVerdict {
  const { id: drillId, seq, headHash: head } = kept;
  const findings = new Findings();
  const events = wholeChain<DrillEvent>(drillKey(drillId), kept, erasedTexts(kept.events), findings, heads);
  if (events !== undefined) {
    checkState(kept, events, findings);
    checkPapers(kept, events, findings);
  }
  findings.remark({ code: 'drill_not_covered' });
  findings.remark({ code: 'head_to_keep' });
  const { checked, faults, faultsInAll, remarks } = findings;
  return {
    drillId,
    seq,
    head,
    checked: { events: checked.events, documents: checked.documents },
    faults,
    faultsInAll,
    remarks,
  };
}

const MOST_NAMED = 5;

function checkState({ seq, state, columns }: KeptDrill, events: DrillEvent[], findings: Findings): void {
  const given = plain(restored(fold(events))) as DrillState;
  const kept = objectIn(state);
  if (kept === undefined) findings.fault({ code: 'state_unreadable', seq });
  const all = kept === undefined ? [] : differences(plain(restored(kept as unknown as DrillState)), given);
  // What an earlier release did not keep.
  const lacking = all.filter(({ found }) => found === undefined).map(({ path }) => path);
  findings.remark({ code: 'state_lacks', count: lacking.length, item: lacking.slice(0, MOST_NAMED).join(', ') });
  const differing = [
    ...all.filter(({ found }) => found !== undefined),
    ...differences(columns, columnsFrom(given, events.at(-1)?.at ?? 0)).map((one) => ({
      ...one,
      path: `drills.${one.path}`,
    })),
  ];
  for (const { path: item, ...values } of differing) findings.fault({ code: 'state_changed', seq, item, ...values });
}

function columnsFrom(state: DrillState, updatedAt: number): Record<string, unknown> {
  const { status, scenario, programme = null, incidentId, openedAt } = state;
  const plan = planDrilled(state);
  return {
    ...{ status, programme, incidentId, openedAt, updatedAt },
    ...{ scenario: scenario.id, kind: scenario.kind },
    ...{ planId: plan.id, planVersion: plan.version },
  };
}

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
