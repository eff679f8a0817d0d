import { extname } from 'node:path';
import { said } from '../domain/lang.js';
import { pathText } from '../domain/plan/issues.js';
import type { Path, PlanIssue } from '../domain/plan/issues.js';
import { fault } from './fault.js';
import { placeIn } from './place.js';
import type { Place } from './place.js';
import type { Problem } from './problem.js';
import { toProblem } from './toProblem.js';
import { readYaml } from './yamlFile.js';

/** A roster or ledger as somebody wrote it down. */
export interface Written {
  file: string;
  /** Undefined when it says nothing that can be relied on. */
  content: unknown;
  problems: Problem[];
  placeOf: (path: Path) => NamedPlace;
  /** An issue of the content, in words that fit the form in which it is written. */
  problem: (issue: PlanIssue) => Problem;
}

/** `path`: what the place is called there. */
export type NamedPlace = Place & Pick<Problem, 'path'>;

/** JSON is YAML as well. */
export function formatOf(file: string): 'csv' | 'yaml' {
  return extname(file).toLowerCase() === '.csv' ? 'csv' : 'yaml';
}

export function inYaml(file: string, text: string): Written {
  const yaml = readYaml(file, text);
  const { content, problems } = yaml;
  return {
    file,
    content,
    problems,
    placeOf: (path) => ({ ...placeIn(yaml, path), path: pathText(path) }),
    problem: (issue) => toProblem(issue, yaml),
  };
}

/** `column` of a place is the number of the cell in its row, `path` the heading above it. */
export function inCells(file: string, content: unknown, problems: Problem[], placeOf: Written['placeOf']): Written {
  return {
    file,
    content: problems.length > 0 ? undefined : content,
    problems,
    placeOf,
    problem({ path, code, message, hint }) {
      const at = placeOf(path);
      if (code !== 'missing_key') return { ...at, code, message, hint };
      return fault(at, code, said('this cell is empty', '此单元格为空'), said('fill it in', '请填写'));
    },
  };
}
