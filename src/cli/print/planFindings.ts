import type { PlanCheck } from '../../api/contract.js';
import type { Voice } from '../session.js';

/** The worst first, each with what it rests on and what to do. */
export function planFindingLines({ findings, counts, skipped }: PlanCheck, voice: Voice): string[] {
  const { say, style } = voice;
  const severities = { error: say('error', '错误'), warning: say('warning', '警告'), info: say('information', '提示') };
  const registers = { plan: '', roster: say(' (roster)', '（通讯录）'), ledger: say(' (ledger)', '（台账）') };
  const lines = findings.flatMap(({ rule, severity, title, basis, place, found, todo, accepted, ...finding }) => {
    const kind = severity === 'error' ? style.bad(severities[severity]) : severities[severity];
    const settled = accepted ? style.good(say(' accepted', ' 已接受')) : '';
    return [
      `${style.bold(rule)} ${kind}${settled} ${place}${registers[finding.in]}`,
      `  ${title} ${style.dim([basis.document, basis.clause].filter((part) => part !== undefined).join(' '))}`,
      `  ${found}`,
      `  ${style.good('→')} ${todo}`,
    ];
  });
  const total = say(
    `${counts.error} errors, ${counts.warning} warnings, ${counts.info} for information; ${skipped.length} rules not checked.`,
    `错误${counts.error}项，警告${counts.warning}项，提示${counts.info}项；${skipped.length}条规则未检查。`,
  );
  return [...lines, total];
}
