import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from '../../scripts/lib/root.mjs';
import { hurryPlan } from '../../test/scripted/hurriedPlan.mjs';

const SAMPLE = join(root, 'plans', 'software-incident');

/** The team that every level calls; the crowd is in it. */
export const CROWD_TEAM = 'technical-rescue';

/**
 * The sample plan in a folder of its own.
 * `crowd`: the team of technical rescue has exactly that many people, `p-1` to `p-<crowd>`.
 * `oneDecides`: the person of the commander's token decides on the levels of any number of incidents at once, by the post
 * of the scribe: whoever commands one live incident is passed over for the next.
 * `change`: gets the file `response.yaml` as an object, for other waits.
 * `hurry`: every wait of an incident is so many times shorter, and none below a second.
 */
export function writePlan(folder, { crowd, oneDecides, change, hurry } = {}) {
  if (hurry) hurryPlan(SAMPLE, folder, hurry);
  else cpSync(SAMPLE, folder, { recursive: true });
  if (crowd) edit(join(folder, 'roster.yaml'), (roster) => addCrowd(roster, crowd));
  if (oneDecides) {
    edit(join(folder, 'roster.yaml'), ({ holders }) => (holders.scribe = holders.commander));
    edit(join(folder, 'grading.yaml'), ({ levels }) => levels.forEach(({ decidedBy }) => decidedBy.push('scribe')));
  }
  if (change) edit(join(folder, 'response.yaml'), change);
  return folder;
}

function addCrowd(roster, size) {
  const ids = Array.from({ length: size }, (_, i) => `p-${i + 1}`);
  for (const [i, id] of ids.entries()) {
    roster.people.push({
      id,
      name: { 'zh-CN': `人员${i + 1}`, en: `Person ${i + 1}` },
      languages: i % 2 ? ['en'] : ['zh-CN'],
      contacts: { email: `${id}@yunfan.example` },
    });
  }
  const [lead, ...others] = ids;
  Object.assign(roster.holders, {
    'technical-lead': [lead],
    developer: others,
    'operations-engineer': [others[0]],
    'security-engineer': [others[0]],
  });
}

function edit(file, change) {
  const content = parse(readFileSync(file, 'utf8'));
  change(content);
  writeFileSync(file, stringify(content));
}
