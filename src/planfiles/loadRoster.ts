import { said } from '../domain/lang.js';
import type { PostId } from '../domain/plan/compiled.js';
import { checkRoster } from '../domain/plan/roster.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { readText } from './readText.js';
import { readWritten } from './readWritten.js';
import type { Loaded } from './readWritten.js';
import { rosterInCsv } from './rosterTable.js';
import { formatOf, inYaml } from './written.js';

/** The roster beside a plan, unless another file is named. */
export const ROSTER_FILE = 'roster.yaml';

/** With a plan, also checks that these people can run it; `coming`: further posts that they may hold. Throws `PlanFileError` with everything that is wrong. */
export function loadRoster(file: string, plan?: PlanDocument, coming: PostId[] = []): Loaded<RosterDocument> {
  const what = said(`The roster ${file}`, `通讯录 ${file} `);
  const hint = said('a roster lists people and who holds which post', '通讯录列出人员以及谁担任哪个岗位');
  const text = readText(file, { what, code: 'no_roster', hint });
  const written = formatOf(file) === 'csv' ? rosterInCsv(file, text) : inYaml(file, text);
  return readWritten(what, written, (content) => checkRoster(content, plan, coming));
}
