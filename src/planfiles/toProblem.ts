import { pathText } from '../domain/plan/issues.js';
import type { PlanIssue } from '../domain/plan/issues.js';
import { locate } from './locate.js';
import type { Problem } from './problem.js';
import type { YamlFile } from './yamlFile.js';

export function toProblem({ path, code, message, hint }: PlanIssue, file: YamlFile): Problem {
  return { file: file.file, ...locate(file, path, code), path: pathText(path), code, message, hint };
}

export function inOrder(problems: Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))];
  return problems.toSorted(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
