import type { AftermathRule } from '../compiled.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';
import { inMilliseconds } from './durations.js';

export function compileAftermath(written: NonNullable<PlanDocument['aftermath']>): AftermathRule {
  const { analysis, report, publication, publicOpinion, lessons, summary, mandatory, personalData } = written;
  const { owner, reviewer, approver, within } = report;
  return {
    analysis: { owner: analysis.owner, within: parseDuration(analysis.within), ...forLevels(analysis) },
    report: { owner, reviewer, approver, within: parseDuration(within) },
    ...(publication === undefined ? {} : { publication: compilePublication(publication) }),
    ...(publicOpinion === undefined
      ? {}
      : { publicOpinion: { owner: publicOpinion.owner, cadence: publicOpinion.cadence.map(inMilliseconds('every')) } }),
    lessons: { askedFrom: lessons.askedFrom, within: parseDuration(lessons.within), collectedBy: lessons.collectedBy },
    summary: {
      chair: summary.chair,
      participants: summary.participants,
      within: parseDuration(summary.within),
      ...forLevels(summary),
    },
    mandatory: mandatory ?? [],
    ...(personalData === undefined
      ? {}
      : { personalData: { owner: personalData.owner, destroyAfter: parseDuration(personalData.destroyAfter) } }),
  };
}

function compilePublication(
  written: NonNullable<NonNullable<PlanDocument['aftermath']>['publication']>,
): NonNullable<AftermathRule['publication']> {
  const { drafter, approvedBy, legalCheck, firstStatement } = written;
  return {
    drafter,
    approvedBy,
    ...(legalCheck === undefined ? {} : { legalCheck }),
    firstStatement: (firstStatement ?? []).map(inMilliseconds('within')),
  };
}

function forLevels({ levels }: { levels?: string[] }): { levels?: string[] } {
  return levels === undefined ? {} : { levels };
}
