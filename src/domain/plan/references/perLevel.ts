import { said } from '../../lang.js';
import { authorityRules } from '../compile/authority.js';
import { issue } from '../issues.js';
import type { Path, PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** What is laid down level by level is laid down once for each. */
export const perLevelChecks: Check[] = [
  check(['sitreps', 'levels'], levelsWithoutSitrep),
  check(['sitreps'], ({ sitreps }) => sharedLevels(['sitreps', 'cadence'], sitreps?.cadence)),
  check(['command'], ({ command }) => sharedLevels(['command', 'checkIn'], command.checkIn)),
  check(['termination'], ({ termination }) => sharedLevels(['termination', 'watch'], termination.watch)),
  check(['aftermath'], ({ aftermath }) =>
    sharedLevels(['aftermath', 'publicOpinion', 'cadence'], aftermath?.publicOpinion?.cadence),
  ),
  check(['aftermath', 'levels'], levelsWithoutApproval),
];

function levelsWithoutSitrep({ sitreps, levels }: Pick<PlanDocument, 'sitreps' | 'levels'>): PlanIssue[] {
  if (sitreps === undefined) return [];
  const named = new Set(sitreps.cadence.flatMap((entry) => entry.levels));
  return levels
    .filter(({ id }) => !named.has(id))
    .map(({ id }) => {
      const message = said(`no cadence says when level ${id} is reported on`, `没有写 ${id} 级响应多久报送一次`);
      const hint = said('add the level to an entry', '把这一级写入其中一项');
      return issue(['sitreps', 'cadence'], 'level_without_cadence', message, hint);
    });
}

/** Whoever may approve at one level need not be told so at another: then nothing could be published there. */
function levelsWithoutApproval({ aftermath, levels }: Pick<PlanDocument, 'aftermath' | 'levels'>): PlanIssue[] {
  if (aftermath?.publication === undefined) return [];
  const rules = authorityRules(aftermath.publication.approvedBy);
  const without = levels.map(({ id }) => id).filter((id) => !rules.some((rule) => rule.levels?.includes(id) ?? true));
  if (without.length === 0) return [];
  const ids = without.join(', ');
  const message = said(
    `nobody may approve what is published at level ${ids}`,
    `响应级别 ${without.join('、')} 下无人有权批准对外发布`,
  );
  const hint = said('add these levels to an entry', '把这些级别写入其中一条授权');
  return [issue(['aftermath', 'publication', 'approvedBy'], 'authority_without_level', message, hint)];
}

function sharedLevels(path: Path, entries: readonly { levels: string[] }[] = []): PlanIssue[] {
  return entries.flatMap(({ levels }, i) =>
    levels.flatMap((level, j) => {
      if (!entries.slice(0, i).some((earlier) => earlier.levels.includes(level))) return [];
      const message = said(`an entry above already has the level ${level}`, `前面一项已写有 ${level} 级`);
      const hint = said('name each level in one entry only', '每个响应级别只写在一项里');
      return [issue([...path, i, 'levels', j], 'clashing_rules', message, hint)];
    }),
  );
}
