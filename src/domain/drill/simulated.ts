import type { PersonId, Rating } from '../plan/compiled.js';
import { SIMULATED_REASON, simulatedReport } from '../words/drills/simulated.js';
import type { DrillDecision, DrillMessage } from './messages.js';
import { isSimulated, mayAccept, mayApprove } from './people.js';
import { overallRating, ratingsNow } from './proposed.js';
import { isClearing } from './state.js';
import type { DrillState } from './state.js';
import { waitsFor } from './waiting.js';

/**
 * What the simulator does next about the drill itself, for people who are not there: approve, begin, rate, hand in, accept.
 * Where one of those who could do it is there, it is theirs. Tried once: what is refused waits for a person.
 */
export function simulatedStep(state: DrillState): DrillMessage | undefined {
  const step = stepOf(state);
  if (step === undefined) return undefined;
  const { person, decision } = step;
  const what = decision.type === 'rate' ? `rate-${decision.criterion}` : decision.type;
  const requestId = `${state.drill}/simulated/${what}/${state.decidedSeq}`;
  if (state.requests.some(({ id }) => id === requestId)) return undefined;
  return { requestId, actor: { kind: 'person', id: person }, via: 'simulator', simulated: true, ...decision };
}

/** Whether command, in person, has accepted the report. Only then does the drill prove that something works. */
export function acceptedByPeople({ status, report }: Pick<DrillState, 'status' | 'report'>): boolean {
  return status === 'closed' && report !== undefined && report.simulated !== true;
}

interface Step {
  person: PersonId;
  decision: DrillDecision;
}

function stepOf(state: DrillState): Step | undefined {
  const { status, roles } = state;
  switch (status) {
    case 'review':
      return by(state, mayApprove(state), { type: 'approve' });
    case 'ready':
      return waitsFor(state) === 'date' ? by(state, [roles.director], { type: 'start' }) : undefined;
    case 'evaluating':
      // What came to light is known once its incident is cleared away.
      if (isClearing(state)) return undefined;
      return ratedNext(state) ?? submittedNext(state);
    case 'submitted':
      return by(state, mayAccept(state), { type: 'accept' });
    default:
      return undefined;
  }
}

/** By the first of them, when none of them is there. */
function by(state: DrillState, people: readonly PersonId[], decision: DrillDecision): Step | undefined {
  const [person] = people;
  return person !== undefined && people.every((one) => isSimulated(state, one)) ? { person, decision } : undefined;
}

/** What neither a person nor the record has rated. */
function ratedNext(state: DrillState): Step | undefined {
  const known = new Set(ratingsNow(state).map(({ criterion }) => criterion));
  const open = state.rules.evaluation?.criteria.find(({ id }) => !known.has(id));
  const rating: Rating | undefined = overallRating(state);
  const { evaluators, players } = state.roles;
  const judges = evaluators.filter((person) => !players.includes(person));
  if (open === undefined || rating === undefined) return undefined;
  return by(state, judges, { type: 'rate', criterion: open.id, rating, reason: SIMULATED_REASON });
}

/** Once everybody who was asked has answered, or their time is up. */
function submittedNext(state: DrillState): Step | undefined {
  const { feedback, injects, roles, rules } = state;
  const isAnswered = feedback?.asked.every((one) => feedback.given.includes(one) || feedback.missing.includes(one));
  const rated = new Set(ratingsNow(state).map(({ criterion }) => criterion));
  const waitsForJudges = rules.evaluation?.criteria.some(({ id }) => !rated.has(id)) && overallRating(state);
  if (isAnswered !== true || waitsForJudges) return undefined;
  const missed = Object.entries(injects).flatMap(([id, { actions }]) =>
    actions.some((one) => one.status === 'missed') ? [id] : [],
  );
  return by(state, [roles.director], { type: 'submit', despite: true, ...simulatedReport(missed) });
}
