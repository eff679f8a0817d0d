import { hasReasons } from '../../plan/grade.js';
import { moreSevere } from '../rooms/grading.js';
import type { State } from '../state.js';

/** Whether a SITREP finds on record what waits for command: see the part of it that says what command has to decide. */
export function awaitsCommand(state: State): boolean {
  const { verification, command, checkIn, claims, termination, grading } = state;
  const isOver = termination.terminatedAt !== undefined;
  const { level, proposal } = grading;
  const isTooLow =
    level !== undefined &&
    hasReasons(proposal) &&
    level !== proposal.level &&
    moreSevere(state, level, proposal.level) === proposal.level;
  return (
    verification.outcome === 'provisional' ||
    command.offer !== undefined ||
    // Somebody has to take over from a silent commander.
    checkIn.asked.length > 0 ||
    Object.keys(claims.contested).length > 0 ||
    (!isOver && (termination.proposed !== undefined || isTooLow))
  );
}
