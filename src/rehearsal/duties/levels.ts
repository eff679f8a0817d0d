import { proposesMore } from '../../domain/incident/rooms/grading.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Rehearsal } from '../rehearsal.js';
import type { Duty } from '../responder.js';
import { RANK } from './rank.js';

/** Is it real, and how bad? A wrong answer is one level too mild, and looked at again later. */
export function verifyDuty(rehearsal: Rehearsal, person: PersonId): Duty {
  const { parameters } = rehearsal.given;
  return {
    key: 'verify',
    rank: RANK.decision,
    takes: rehearsal.draw(parameters.verification),
    stands: () => isUnverified(rehearsal),
    done() {
      const { basis, grading } = rehearsal.state;
      const { incidentLevels } = basis.plan;
      const right = grading.proposal?.incidentLevel;
      const at = incidentLevels.findIndex(({ id }) => id === right);
      const wrong = rehearsal.random.chance(parameters.wrong) && grading.level === undefined;
      const milder = wrong && at >= 0 ? incidentLevels[at + 1] : undefined;
      const levels =
        milder === undefined ? withoutProposal(rehearsal) : { incidentLevel: milder.id, level: milder.level };
      rehearsal.says(person, { type: 'verify', outcome: 'confirmed', reason: 'r', ...levels });
      if (milder !== undefined) {
        rehearsal.after(rehearsal.draw(parameters.secondLook), () =>
          rehearsal.asks(person, levelDuty(rehearsal, person)),
        );
      }
    },
  };
}

/** What the criteria propose, where that is more than what is done. */
export function levelDuty(rehearsal: Rehearsal, person: PersonId): Duty {
  const { parameters } = rehearsal.given;
  return {
    key: 'level',
    rank: RANK.decision,
    takes: rehearsal.draw(parameters.decision),
    stands: () => wanted(rehearsal) !== undefined,
    done() {
      const levels = wanted(rehearsal);
      if (levels === undefined) return;
      if (rehearsal.random.chance(parameters.wrong)) {
        rehearsal.after(rehearsal.draw(parameters.secondLook), () =>
          rehearsal.asks(person, levelDuty(rehearsal, person)),
        );
        return;
      }
      rehearsal.says(person, { type: 'changeLevel', ...levels, reason: 'r' });
    },
  };
}

export function isUnverified({ state: { phase, verification } }: Rehearsal): boolean {
  return (
    phase === 'reported' || phase === 'standby' || (phase === 'responding' && verification.outcome === 'provisional')
  );
}

/** Nothing is proposed: whoever confirms it has to name a level, and names the mildest. */
function withoutProposal({ state: { basis, grading } }: Rehearsal) {
  const mildest = basis.plan.incidentLevels.at(-1);
  const { proposal, level } = grading;
  const proposes = proposal !== undefined && proposal.hits.length + proposal.raises.length > 0;
  return proposes || level !== undefined || mildest === undefined
    ? {}
    : { incidentLevel: mildest.id, level: mildest.level };
}

function wanted({ state }: Rehearsal): { level: string; incidentLevel: string } | undefined {
  const { phase, grading, basis } = state;
  const { level, incidentLevel, proposal } = grading;
  if (phase !== 'responding' || level === undefined || incidentLevel === undefined || proposal === undefined)
    return undefined;
  const order = basis.plan.incidentLevels.map(({ id }) => id);
  const isWorse = order.indexOf(proposal.incidentLevel) < order.indexOf(incidentLevel);
  const more = proposesMore(state);
  if (more === undefined && !isWorse) return undefined;
  return { level: more?.level ?? level, incidentLevel: isWorse ? proposal.incidentLevel : incidentLevel };
}
