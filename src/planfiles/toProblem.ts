import { pathText } from '../domain/plan/issues.js';
import type { PlanIssue } from '../domain/plan/issues.js';
import { locate } from './locate.js';
import type { Problem } from './problem.js';
import type { YamlFile } from './yamlFile.js';

export function toProblem({ path, code, message, hint, atKey }: PlanIssue, file: YamlFile): Problem {
  return { file: file.file, ...locate(file, path, atKey), path: pathText(path), code, message, hint };
}

/** As one reads the files; what aliases bring up several times at one place is told once. */
export function inOrder(problems: Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))];
  const told = new Set<string>();
  return problems
    .filter(({ file, line, column, code, message }) => {
      const key = JSON.stringify([file, line, column, code, message.en]);
      return !told.has(key) && told.add(key);
    })
    .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}
