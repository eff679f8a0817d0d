import { pathText } from '../../domain/plan/issues.js';
import { diffGroups, diffPlans } from '../../domain/plan/diff/index.js';
import type { Lang, Said } from '../../domain/lang.js';
import { openWarnings } from '../../domain/plan/lifecycle/index.js';
import { SEVERITIES } from '../../domain/plan/rules/index.js';
import type { CheckResult, Severity } from '../../domain/plan/rules/index.js';
import type { PlanVersion } from '../../store/index.js';
import type { PlanCheck, PlanDiff } from '../contract.js';

export function planCheckView(plan: PlanVersion, { findings, skipped, passed }: CheckResult, lang: Lang): PlanCheck {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const { id, version, hash, standing } = plan;
  return {
    id,
    version,
    hash,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    findings: SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).map(
      ({ rule, severity, title, basis, in: where, path, found, todo }) => {
        const place = pathText(path);
        return {
          rule,
          severity,
          title: title[lang],
          basis: { document: basis.document[lang], clause: inLang(basis.clause, lang), kind: basis.kind },
          in: where,
          place,
          found: found[lang],
          todo: todo[lang],
          accepted:
            severity === 'warning' && where === 'plan' && openWarnings(standing, [{ rule, path: place }]).length === 0,
        };
      },
    ),
    skipped: skipped.map(({ rule, title, reason }) => ({ rule, title: title[lang], reason: reason[lang] })),
    passed,
  };
}

export function planDiffView(from: PlanVersion, to: PlanVersion, lang: Lang): PlanDiff {
  const changes = diffPlans(from.document, to.document);
  return {
    id: to.id,
    from: from.version,
    to: to.version,
    substantial: changes.some(({ weight }) => weight === 'substantial'),
    groups: diffGroups(changes, from.document, to.document, lang),
  };
}

function inLang(words: Said | undefined, lang: Lang): string | undefined {
  return words?.[lang];
}
