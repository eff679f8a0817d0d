import type { PlanDocument } from '../../src/domain/plan/schema.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';

interface PlanFiles {
  document: PlanDocument;
  /** Of the plan as it stands in the files. */
  hash: string;
  roster: RosterDocument;
}

const read = new Map<string, PlanFiles>();

/**
 * The plan and the roster of a folder of the project, read and checked against each other once in a process; whoever asks may
 * change what they get.
 */
export function planFiles(folder: string): PlanFiles {
  let files = read.get(folder);
  if (files === undefined) {
    const { document, hash } = loadPlan(folder);
    files = { document, hash, roster: loadRoster(`${folder}/roster.yaml`, document).document };
    read.set(folder, files);
  }
  return structuredClone(files);
}
