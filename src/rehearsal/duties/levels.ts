import { proposesMore } from '../../domain/incident/rooms/grading.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Cast } from '../cast.js';
import type { Duty } from '../responder.js';
import { WRITTEN } from '../written.js';
import { RANK } from './rank.js';

/** Is it real, and how bad? A wrong answer is one level too mild, and looked at again later. */
export function verifyDuty(cast: Cast, person: PersonId): Duty {
  const { parameters } = cast;
  return {
    key: 'verify',
    rank: RANK.decision,
    takes: cast.draw(parameters.verification, `verification ${person}`),
    stands: () => isUnverified(cast),
    done() {
      const { basis, grading } = cast.state;
      const { incidentLevels } = basis.plan;
      const right = grading.proposal?.incidentLevel;
      const at = incidentLevels.findIndex(({ id }) => id === right);
      const wrong = cast.chance(parameters.wrong, `wrong ${person}`) && grading.level === undefined;
      const milder = wrong && at >= 0 ? incidentLevels[at + 1] : undefined;
      const levels = milder === undefined ? withoutProposal(cast) : { incidentLevel: milder.id, level: milder.level };
      cast.says(person, { type: 'verify', outcome: 'confirmed', reason: WRITTEN, ...levels });
      if (milder !== undefined) {
        cast.after(cast.draw(parameters.secondLook, `second look ${person}`), () =>
          cast.asks(person, levelDuty(cast, person)),
        );
      }
    },
  };
}

/** What the criteria propose, where that is more than what is done. */
export function levelDuty(cast: Cast, person: PersonId): Duty {
  const { parameters } = cast;
  return {
    key: 'level',
    rank: RANK.decision,
    takes: cast.draw(parameters.decision, `level ${person}`),
    stands: () => wanted(cast) !== undefined,
    done() {
      const levels = wanted(cast);
      if (levels === undefined) return;
      if (cast.chance(parameters.wrong, `wrong ${person}`)) {
        cast.after(cast.draw(parameters.secondLook, `second look ${person}`), () =>
          cast.asks(person, levelDuty(cast, person)),
        );
        return;
      }
      cast.says(person, { type: 'changeLevel', ...levels, reason: WRITTEN });
    },
  };
}

export function isUnverified({ state: { phase, verification } }: Cast): boolean {
  return (
    phase === 'reported' || phase === 'standby' || (phase === 'responding' && verification.outcome === 'provisional')
  );
}

/** Nothing is proposed: whoever confirms it has to name a level, and names the mildest. */
function withoutProposal({ state: { basis, grading } }: Cast) {
  const mildest = basis.plan.incidentLevels.at(-1);
  const { proposal, level } = grading;
  const proposes = proposal !== undefined && proposal.hits.length + proposal.raises.length > 0;
  return proposes || level !== undefined || mildest === undefined
    ? {}
    : { incidentLevel: mildest.id, level: mildest.level };
}

function wanted({ state }: Cast): { level: string; incidentLevel: string } | undefined {
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
