import type { AftermathSlice, IncidentReportSlice, State, WrittenDocument } from '../state.js';

type Kept = Omit<State, 'basis'>;
type KeptAftermath = AftermathSlice & { asked?: string; report?: WrittenDocument };

/** An earlier release kept Muster's draft, and what was asked for, with the aftermath. */
export function reportApart(kept: Kept, fresh: IncidentReportSlice): Kept {
  const { asked, report: draft, ...aftermath }: KeptAftermath = kept.aftermath;
  if (asked === undefined && draft === undefined) return kept;
  const moved = kept.moved.aftermath;
  return {
    ...kept,
    aftermath,
    incidentReport: {
      ...fresh,
      ...(asked === undefined ? {} : { asked }),
      ...(draft === undefined ? {} : { draft }),
    },
    moved: { ...kept.moved, incidentReport: moved, aftermath: aftermath.closedAt === undefined ? 0 : moved },
  };
}
