import { readFileSync } from 'node:fs';
import type { PostId } from '../domain/plan/compiled.js';
import type { Path } from '../domain/plan/issues.js';
import { checkRoster } from '../domain/plan/roster.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { contentHash } from './hash.js';
import { placeIn } from './place.js';
import type { Place } from './place.js';
import { PlanFileError, wholeFile } from './problem.js';
import { inOrder, toProblem } from './toProblem.js';
import { readYaml } from './yamlFile.js';

/** The roster beside a plan, unless another file is named. */
export const ROSTER_FILE = 'roster.yaml';

interface LoadedRoster {
  document: RosterDocument;
  /** SHA-256 (hex) of its canonical JSON. */
  hash: string;
  placeOf: (path: Path) => Place;
}

/**
 * With a plan, also checks that these people can run it; `coming`: further posts that they may hold. Throws
 * `PlanFileError` with everything that is wrong.
 */
export function loadRoster(file: string, plan?: PlanDocument, coming: PostId[] = []): LoadedRoster {
  const yaml = readYaml(file, read(file));
  if (yaml.content === undefined) throw new PlanFileError(`The roster ${file}`, yaml.problems);
  const checked = checkRoster(yaml.content, plan, coming);
  if ('document' in checked) {
    const { document } = checked;
    return { document, hash: contentHash(document), placeOf: (path) => placeIn(yaml, path) };
  }
  const problems = checked.issues.map((issue) => toProblem(issue, yaml));
  throw new PlanFileError(`The roster ${file}`, inOrder(problems));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const hint = 'a roster lists people and who holds which post';
    throw new PlanFileError(`The roster ${file}`, [wholeFile(file, 'no_roster', 'the file cannot be read', hint)]);
  }
}
