import { openTurn } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import type { Basis, PersonId } from '../domain/plan/compiled.js';
import { hasReasons } from '../domain/plan/grade.js';
import { reportFault } from '../domain/plan/reportFault.js';
import type { IncomingReport } from '../intake/report.js';
import { hashOfUnchanging } from '../seal/index.js';
import type { Opening } from '../workflows/messages.js';
import type { ReportAnswer } from './contract.js';
import type { ApiDeps } from './deps.js';
import { ProblemError, unavailable } from './problemError.js';
import { iso, namedIfAny } from './views/named.js';

/** What a new incident is pinned to, once the report is known to fit it. */
export async function basisFor({ directory }: ApiDeps, report: IncomingReport): Promise<Basis> {
  const basis = await directory.basis();
  if (!basis) throw unavailable('no_plan');
  const fault = reportFault(report, basis.plan);
  if (fault) throw new ProblemError(fault.code, fault.found, fault.needed);
  return basis;
}

/**
 * Starts the incident and answers from the machine, without waiting for the record: workflow and API derive the same
 * events from the same opening.
 */
export async function openIncident(deps: ApiDeps, basis: Basis, opening: Opening, lang: Lang): Promise<ReportAnswer> {
  const engaged = await commandingElsewhere(deps, basis, opening);
  const sealed = { ...opening, basisHash: hashOfUnchanging(basis) };
  const known = engaged.length === 0 ? sealed : { ...sealed, engaged };
  await deps.incidents.start(opening.report.incidentId, { basis, opening: known });
  return answerTo(deps, basis, known, lang);
}

/** Who could command this one and commands another: a hint for the opening, the claim that follows is what counts. */
async function commandingElsewhere(
  { store }: ApiDeps,
  { plan, holders }: Basis,
  { report }: Opening,
): Promise<PersonId[]> {
  const posts = [plan.command.commander, ...plan.command.deputies];
  return store.whoCommands(report.mode, [...new Set(posts.flatMap((post) => holders[post] ?? []))]);
}

/**
 * The answer to a report that came before. Starting again is harmless, and makes good a start that a crash prevented
 * after the key was claimed.
 */
export async function openAgain(deps: ApiDeps, basis: Basis, opening: Opening, lang: Lang): Promise<ReportAnswer> {
  const { incidentId } = opening.report;
  const known = await deps.store.getIncident(incidentId);
  if (!known) return openIncident(deps, basis, opening, lang);
  const { state } = known;
  return answerTo(deps, state.basis, { ...opening, at: state.report.reportedAt }, lang);
}

async function answerTo(
  deps: ApiDeps,
  basis: Basis,
  { report, by, at, engaged, basisHash }: Opening,
  lang: Lang,
): Promise<ReportAnswer> {
  const { state } = openTurn(report, basis, by, at, engaged, basisHash);
  const speech = { names: await deps.directory.names(basis.plan), lang };
  const { proposal } = state.grading;
  const proposed = hasReasons(proposal) ? proposal : undefined;
  return {
    id: state.incidentId,
    phase: state.phase,
    seq: state.seq,
    reportedAt: iso(at),
    proposed: {
      incidentLevel: namedIfAny(speech, 'incidentLevel', proposed?.incidentLevel),
      level: namedIfAny(speech, 'level', proposed?.level),
    },
  };
}
