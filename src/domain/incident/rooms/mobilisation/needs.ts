import type { CompiledPlan, LevelId, MobilisationRule, TeamId } from '../../../plan/compiled.js';
import type { Duration } from '../../../time.js';
import type { Need } from '../../events.js';
import type { CalledBody, State } from '../../state.js';

/** Of several rules for a team, the one that names the category says more than one for all of them; else the first. */
function ruleFor(plan: CompiledPlan, level: LevelId, category: string, team: TeamId): MobilisationRule | undefined {
  const rules = plan.mobilisation.filter((rule) => rule.team === team && fits(rule, level, category));
  return rules.find((rule) => rule.categories !== undefined) ?? rules[0];
}

export function teamsNeeded(plan: CompiledPlan, level: LevelId, category: string): TeamId[] {
  const wanted = new Set(plan.mobilisation.filter((rule) => fits(rule, level, category)).map((rule) => rule.team));
  return plan.teams.map((team) => team.id).filter((id) => wanted.has(id));
}

function fits({ levels, categories }: MobilisationRule, level: LevelId, category: string): boolean {
  return levels.includes(level) && (categories === undefined || categories.includes(category));
}

export function ruleNow({ basis, grading, report }: State, team: TeamId): MobilisationRule | undefined {
  return grading.level === undefined ? undefined : ruleFor(basis.plan, grading.level, report.category, team);
}

/**
 * What the plan wants of a team now, and within what time. Nothing where it counts nothing. Without a time of its own the
 * team has as long as it takes until silence is told.
 */
export function wantedOf(state: State, team: TeamId): { need: Need; within: Duration } | undefined {
  const rule = ruleNow(state, team);
  if (rule === undefined || (rule.headcount === undefined && rule.qualifications === undefined)) return undefined;
  const qualifications = rule.qualifications ?? [];
  const headcount = rule.headcount ?? Math.max(...qualifications.map(({ people }) => people));
  return {
    need: { headcount, qualifications },
    within: rule.quorumWithin ?? state.basis.plan.notification.call.escalateAfter,
  };
}

/** The team is counted by what the plan wants of it now. */
export function isInLine(state: State, { target, quorum }: CalledBody): boolean {
  const wanted = wantedOf(state, target.id);
  if (wanted === undefined || quorum === undefined) return wanted === undefined && quorum === undefined;
  return wanted.within === quorum.within && sameNeed(wanted.need, quorum.need);
}

function sameNeed(a: Need, b: Need): boolean {
  return (
    a.headcount === b.headcount &&
    a.qualifications.length === b.qualifications.length &&
    a.qualifications.every(({ qualification, people }, i) => {
      const other = b.qualifications[i];
      return other?.qualification === qualification && other.people === people;
    })
  );
}
