import { plansOf } from '../../domain/incident/index.js';
import type { DocumentKind, IncidentEvent, State } from '../../domain/incident/index.js';
import type { Basis, CompiledPlan } from '../../domain/plan/compiled.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { Named } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { namesAtEvents } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import { drillFile } from '../drill/drillFile.js';
import type { DrillOrder } from '../drill/drillFile.js';
import { recordedFiles } from '../recordedFiles.js';
import type { RecordedFile, RecordedFilesInput } from '../recordedFiles.js';
import { statesAlong } from '../statesAlong.js';

type Recorded = RecordedFilesInput['recorded'];

/** A further part of the record of an incident, in order; the first one with what the incident was reported under. */
export interface RecordPart {
  incidentId: string;
  recorded: Recorded;
  basis?: Basis;
}

/** A document about what the desk has of the incident, up to this event. */
export interface Order {
  incidentId: string;
  document: DocumentKind;
  upTo: number;
  /** Of a SITREP. */
  number?: number;
  /** Of a report that was approved: its text is what stood by this event. */
  textUpTo?: number;
  /** Every version of the plan that the incident has run by. */
  plans: (Pick<CompiledPlan, 'id' | 'version'> & { document: PlanDocument })[];
  people: Named[];
  zone: Zone;
}

/**
 * Writes the documents of incidents. What was read of a record stays on the desk, so that the next document of a long
 * incident takes the events since the last one, and not the tens of thousands before.
 */
export interface Desk {
  /** Up to which event it has the record of the incident. */
  has(incidentId: string): Promise<number>;
  add(part: RecordPart): Promise<void>;
  write(order: Order): Promise<RecordedFile[]>;
  /** Of a drill; nothing of it is kept. */
  writeDrill(order: DrillOrder): Promise<RecordedFile>;
  forget(incidentId: string): Promise<void>;
  close(): Promise<void>;
}

/** Of all incidents together, but for the one that was written about last: some 100 MB. */
const MOST_EVENTS = 100_000;

interface Kept {
  basis: Basis;
  recorded: Recorded[number][];
  stateAt: (seq: number) => State;
  add: (recorded: Recorded) => void;
}

function begin(basis: Basis): Kept {
  const recorded: Recorded[number][] = [];
  const events: IncidentEvent[] = [];
  return {
    basis,
    recorded,
    stateAt: statesAlong(basis, events),
    add(part) {
      recorded.push(...part);
      events.push(...part.map(({ event }) => event));
    },
  };
}

/** In this thread. */
export function createDesk(mostEvents = MOST_EVENTS): Desk {
  /** The one written about last stands last. */
  const incidents = new Map<string, Kept>();

  function tidyUp(): void {
    let events = 0;
    for (const { recorded } of incidents.values()) events += recorded.length;
    for (const [incidentId, { recorded }] of incidents) {
      if (events <= mostEvents || incidents.size === 1) return;
      incidents.delete(incidentId);
      events -= recorded.length;
    }
  }

  return {
    has: async (incidentId) => incidents.get(incidentId)?.recorded.length ?? 0,

    async add({ incidentId, recorded, basis }) {
      const kept = basis === undefined ? incidents.get(incidentId) : begin(basis);
      const next = (kept?.recorded.length ?? 0) + 1;
      const first = recorded[0]?.event.seq;
      if (kept === undefined || first !== next)
        throw new Error(`the record of incident ${incidentId} goes on with event ${next}, not ${first}`);
      incidents.set(incidentId, kept);
      kept.add(recorded);
    },

    async write({ incidentId, document, upTo, number, textUpTo, plans, people, zone }) {
      const kept = incidents.get(incidentId);
      if (kept === undefined || kept.recorded.length < upTo)
        throw new Error(`event ${upTo} of incident ${incidentId} is not on the desk`);
      incidents.delete(incidentId);
      incidents.set(incidentId, kept);
      tidyUp();
      const { basis, stateAt } = kept;
      const state = stateAt(upTo);
      const documentOf = ({ id, version }: Pick<CompiledPlan, 'id' | 'version'>): PlanDocument => {
        const plan = plans.find((one) => one.id === id && one.version === version);
        if (plan === undefined) throw new Error(`version ${version} of the plan ${id} is not on the desk`);
        return plan.document;
      };
      const names = plansOf(state).map((plan) => namesFrom(documentOf(plan), { people }));
      const files: RecordedFile[] = [];
      for await (const file of recordedFiles({
        ...{ incidentId, document, number, textUpTo, basis, stateAt, zone },
        recorded: kept.recorded.slice(0, upTo),
        namesAt: namesAtEvents(state, names),
        planOf: documentOf,
      }))
        files.push(file);
      return files;
    },

    writeDrill: (order) => drillFile(order),

    async forget(incidentId) {
      incidents.delete(incidentId);
    },

    async close() {
      incidents.clear();
    },
  };
}
