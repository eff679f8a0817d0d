import type { Remark } from '../../api/contract.js';
import type { Voice } from '../session.js';

/** Warnings first, each with its place and what to do; then the count. `file`: what the places are in. */
export function remarkLines(remarks: Remark[], file: string, voice: Voice): string[] {
  const { say } = voice;
  const of = (severity: Remark['severity']) => remarks.filter((remark) => remark.severity === severity);
  const warnings = of('warning');
  const infos = of('info');
  const count = say(
    `${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}, ${infos.length} for information.`,
    `警告${warnings.length}项，提示${infos.length}项。`,
  );
  return [...[...warnings, ...infos].flatMap((remark) => linesOf(remark, file, voice)), count];
}

function linesOf({ severity, code, line, column, path, found, todo }: Remark, file: string, voice: Voice): string[] {
  const { say, style } = voice;
  const word = severity === 'warning' ? style.bad(say('warning', '警告')) : say('info', '提示');
  const place = [file, line, column].filter((part) => part !== undefined && part !== '').join(':');
  return [
    `${[word, style.bold(place), path].filter((part) => part !== '').join(' ')} (${code})`,
    `  ${found}`,
    `  ${style.good('→')} ${todo}`,
  ];
}
