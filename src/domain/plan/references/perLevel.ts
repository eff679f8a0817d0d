import { said } from '../../lang.js';
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
