import type { RoomName, State } from './state.js';

// Name by name, because it is done for every event: the engine copies a spread of so many properties one at a time, each time
// looking for the shape that comes next, which took longer than all that the rooms do with the event.

/** The same of another kind, for each room. */
export function eachOf<Of>(of: Readonly<Record<RoomName, Of>>): Record<RoomName, Of> {
  return {
    report: of.report,
    clock: of.clock,
    plan: of.plan,
    merging: of.merging,
    command: of.command,
    checkIn: of.checkIn,
    grading: of.grading,
    verification: of.verification,
    mobilisation: of.mobilisation,
    situation: of.situation,
    sitreps: of.sitreps,
    tasks: of.tasks,
    scene: of.scene,
    obligations: of.obligations,
    resources: of.resources,
    termination: of.termination,
    publicOpinion: of.publicOpinion,
    analysis: of.analysis,
    incidentReport: of.incidentReport,
    publication: of.publication,
    aftermath: of.aftermath,
    lessons: of.lessons,
    summary: of.summary,
    improvements: of.improvements,
    failures: of.failures,
    effects: of.effects,
    claims: of.claims,
  };
}

/** Another state with the same in it. */
export function copied(state: State): State {
  return {
    report: state.report,
    clock: state.clock,
    plan: state.plan,
    merging: state.merging,
    command: state.command,
    checkIn: state.checkIn,
    grading: state.grading,
    verification: state.verification,
    mobilisation: state.mobilisation,
    situation: state.situation,
    sitreps: state.sitreps,
    tasks: state.tasks,
    scene: state.scene,
    obligations: state.obligations,
    resources: state.resources,
    termination: state.termination,
    publicOpinion: state.publicOpinion,
    analysis: state.analysis,
    incidentReport: state.incidentReport,
    publication: state.publication,
    aftermath: state.aftermath,
    lessons: state.lessons,
    summary: state.summary,
    improvements: state.improvements,
    failures: state.failures,
    effects: state.effects,
    claims: state.claims,
    basis: state.basis,
    incidentId: state.incidentId,
    seq: state.seq,
    phase: state.phase,
    moved: state.moved,
    requests: state.requests,
  };
}
