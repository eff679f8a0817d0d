import type { AftermathRule } from '../compiled.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';
import { compileCondition } from './conditions.js';
import { authorityRules } from './authority.js';
import { inMilliseconds } from './durations.js';

type Written = NonNullable<PlanDocument['aftermath']>;
type Grading = Parameters<typeof compileCondition>[1];

export function compileAftermath(written: Written, plan: Grading): AftermathRule {
  const { analysis, report, publication, publicOpinion, lessons, summary, improvements, mandatory, personalData } =
    written;
  const { owner, reviewer, approver, within, sections } = report;
  return {
    analysis: { owner: analysis.owner, within: parseDuration(analysis.within), ...forLevels(analysis) },
    report: { owner, reviewer, approver, within: parseDuration(within), sections: sections.map(({ id }) => id) },
    ...(publication === undefined ? {} : { publication: compilePublication(publication) }),
    ...(publicOpinion === undefined ? {} : { publicOpinion: compileOpinion(publicOpinion, plan) }),
    lessons: {
      askedFrom: lessons.askedFrom,
      within: parseDuration(lessons.within),
      collectedBy: lessons.collectedBy,
      questions: lessons.questions.length,
    },
    summary: {
      chair: summary.chair,
      participants: summary.participants,
      within: parseDuration(summary.within),
      ...forLevels(summary),
    },
    ...(improvements === undefined
      ? {}
      : { improvements: { owner: improvements.owner, types: improvements.types.map(({ id }) => id) } }),
    mandatory: mandatory ?? [],
    ...(personalData === undefined
      ? {}
      : { personalData: { owner: personalData.owner, destroyAfter: parseDuration(personalData.destroyAfter) } }),
  };
}

function compilePublication(written: NonNullable<Written['publication']>): NonNullable<AftermathRule['publication']> {
  const { drafter, approvedBy, legalCheck, firstStatement, outcomeWithin } = written;
  return {
    drafter,
    approvedBy: authorityRules(approvedBy),
    ...(legalCheck === undefined ? {} : { legalCheck }),
    firstStatement: (firstStatement ?? []).map(inMilliseconds('within')),
    ...(outcomeWithin === undefined ? {} : { outcomeWithin: parseDuration(outcomeWithin) }),
  };
}

function compileOpinion(
  { owner, cadence, alertWhen }: NonNullable<Written['publicOpinion']>,
  plan: Grading,
): NonNullable<AftermathRule['publicOpinion']> {
  return {
    owner,
    cadence: cadence.map(inMilliseconds('every')),
    alerts: alertWhen.map(({ text: _, when, ...alert }) => ({
      ...alert,
      ...(when === undefined ? {} : { when: compileCondition(when, plan) }),
    })),
  };
}

function forLevels({ levels }: { levels?: string[] }): { levels?: string[] } {
  return levels === undefined ? {} : { levels };
}
