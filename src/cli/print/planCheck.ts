import { SEVERITIES } from '../../domain/plan/rules/index.js';
import type { Severity } from '../../domain/plan/rules/index.js';
import type { CheckedFolder, LocatedFinding } from '../../planfiles/index.js';
import type { Voice } from '../session.js';

/** The worst first, rule by rule; then what could not be checked; then the count. */
export function checkLines({ findings, skipped, passed }: CheckedFolder, voice: Voice): string[] {
  const { style } = voice;
  const groups = SEVERITIES.flatMap((severity) => {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    const title = style.bold(`${severityWords(severity, voice)} (${group.length})`);
    return [severity === 'error' ? style.bad(title) : title, ...ruleLines(group, voice), ''];
  });
  return [...groups, ...skippedLines(skipped, voice), countLine(findings, skipped.length, passed.length, voice)];
}

function ruleLines(findings: LocatedFinding[], voice: Voice): string[] {
  const { lang, style } = voice;
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((id) => {
    const group = findings.filter(({ rule }) => rule === id);
    return group.flatMap((finding, i) => {
      const head = [`  ${style.bold(id)} ${finding.title[lang]}`, `       ${style.dim(basisWords(finding, voice))}`];
      return [...(i === 0 ? head : []), ...findingLines(finding, voice)];
    });
  });
}

function basisWords({ basis: { document, clause, kind, verified } }: LocatedFinding, { lang, say }: Voice): string {
  const source = [document, clause].map((words) => words?.[lang]).filter((words) => words !== undefined);
  const doubt = verified === false ? say(', clause not verified', '，条款未核实') : '';
  return `${source.join(' ')}${say(`, ${kind}`, `，${KINDS_ZH[kind]}`)}${doubt}`;
}

function findingLines({ file, line, column, path, code, found, todo }: LocatedFinding, voice: Voice): string[] {
  const { lang, style } = voice;
  const about = [code, path].filter((word) => word !== undefined && word !== '').join(' ');
  return [
    `    ${style.bold(`${file}:${line}:${column}`)} ${about}`,
    `      ${found[lang]}`,
    `      ${style.good('→')} ${todo[lang]}`,
  ];
}

/** Rules by the reason for which they were not asked. */
function skippedLines(skipped: CheckedFolder['skipped'], { lang, say, style }: Voice): string[] {
  if (skipped.length === 0) return [];
  const reasons = [...new Set(skipped.map(({ reason }) => reason[lang]))];
  const lines = reasons.map((reason) => {
    const rules = skipped.filter((other) => other.reason[lang] === reason).map(({ rule }) => rule);
    return `  ${reason}${say(': ', '：')}${rules.join(say(', ', '、'))}`;
  });
  return [style.bold(say(`Not checked (${skipped.length})`, `未检查 (${skipped.length})`)), ...lines, ''];
}

const KINDS_ZH = { execution: '执行所需', direct: '明文规定', derived: '据以推导', configured: '推荐做法' };

function severityWords(severity: Severity, { say }: Voice): string {
  return { error: say('Errors', '错误'), warning: say('Warnings', '警告'), info: say('Information', '提示') }[severity];
}

function countLine(findings: LocatedFinding[], skipped: number, passed: number, { say }: Voice): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const many = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return say(
    `${many(errors, 'error')}, ${many(warnings, 'warning')}, ${infos} for information; ` +
      `${many(passed, 'rule')} passed, ${skipped} not checked.`,
    `错误${errors}项，警告${warnings}项，提示${infos}项；${passed}条规则通过，${skipped}条未检查。`,
  );
}
