import { oneLine } from '../../domain/words/index.js';
import { cleaned } from '../cleaned.js';
import type { CliFailure, CliProblem } from '../failure.js';
import type { Voice } from '../session.js';
import { timelineLine } from './timeline.js';

/** The reason in words, then the ids and numbers behind it: these are what the next command needs. */
export function problemLines({ problem }: CliFailure, voice: Voice): string[] {
  const { say, style } = voice;
  const clean = cleaned(JSON.stringify(problem)) as typeof problem;
  const lines = problem.detail.split('\n').map(oneLine);
  return [
    `${style.bad(style.bold(clean.title))} (${clean.code})`,
    ...lines,
    ...(clean.errors ?? []).map(({ path, message }) => `  ${path}: ${message}`),
    ...(clean.problems ?? []).map(placeLine),
    // What stands there line by line names its ids itself.
    ...(lines.length > 1 ? [] : details(say('Found: ', '实际：'), clean.found)),
    ...details(say('Needed: ', '应为：'), clean.needed),
    ...(clean.newer ?? []).map((item) => timelineLine(item, voice)),
  ];
}

function placeLine({ line, column, path, code, message, hint }: NonNullable<CliProblem['problems']>[number]): string {
  const place = [line, column].filter((number) => number !== undefined).join(':');
  return `  ${[place, path, code].filter((word) => word !== '').join(' ')}: ${message} (${hint})`;
}

function details(label: string, values: Record<string, unknown> = {}): string[] {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${plain(value)}`);
  return pairs.length === 0 ? [] : [`  ${label}${pairs.join(' ')}`];
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(plain).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
