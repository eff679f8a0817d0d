import type { Path } from '../domain/plan/issues.js';
import { locate } from './locate.js';
import type { Problem } from './problem.js';
import type { YamlFile } from './yamlFile.js';

export type Place = Pick<Problem, 'file' | 'line' | 'column'>;

/** The place of a value, or of the innermost thing around it that is there. */
export function placeIn(file: YamlFile, path: Path): Place {
  return { file: file.file, ...locate(file, path) };
}
