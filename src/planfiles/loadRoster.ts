import { checkRoster } from '../domain/plan/roster.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { readWritten } from './readWritten.js';
import type { Loaded } from './readWritten.js';
import { readText } from './readText.js';
import { rosterInCsv } from './rosterTable.js';
import { formatOf, inYaml } from './written.js';

/** The roster beside a plan, unless another file is named. */
export const ROSTER_FILE = 'roster.yaml';

/** With a plan, also checks that these people can run it. Throws `PlanFileError` with everything that is wrong. */
export function loadRoster(file: string, plan?: PlanDocument): Loaded<RosterDocument> {
  const what = `The roster ${file}`;
  const text = readText(file, { what, code: 'no_roster', hint: 'a roster lists people and who holds which post' });
  const written = formatOf(file) === 'csv' ? rosterInCsv(file, text) : inYaml(file, text);
  return readWritten(what, written, (content) => checkRoster(content, plan));
}
