import { checkRoster } from '../domain/plan/roster.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { checked } from './checked.js';
import type { Loaded } from './checked.js';
import { readText } from './readText.js';
import { rosterInCsv } from './rosterTable.js';
import { formatOf, inYaml } from './written.js';
import type { Written } from './written.js';

/** The roster beside a plan, unless another file is named. */
export const ROSTER_FILE = 'roster.yaml';

/** With a plan, also checks that these people can run it. Throws `PlanFileError` with everything that is wrong. */
export function loadRoster(file: string, plan?: PlanDocument): Loaded<RosterDocument> {
  const text = readText(file, {
    what: `The roster ${file}`,
    code: 'no_roster',
    hint: 'a roster lists people and who holds which post',
  });
  return readRoster(formatOf(file) === 'csv' ? rosterInCsv(file, text) : inYaml(file, text), plan);
}

export function readRoster(written: Written, plan?: PlanDocument): Loaded<RosterDocument> {
  return checked(`The roster ${written.file}`, written, (content) => checkRoster(content, plan));
}
