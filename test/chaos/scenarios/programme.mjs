import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { untilAnswered } from '../http.mjs';
import { until } from '../until.mjs';
import { withApart, withInstallation } from './withInstallation.mjs';

const ENTRY = 'yearly-live';
/** Everything that is killed stays away for so long; the drill falls due in the middle of it. */
const AWAY_MS = 35_000;
const KILLED_BEFORE_MS = 10_000;
/** Enough for the first start. */
const DUE_IN_MS = 80_000;
const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export const programme = {
  name: 'programme',
  about:
    'a drill of the programme falls due while everything, all but Temporal, or one part is dead for 35 s: opened once, delay on record',
  async run({ keep, say }) {
    const outcomes = [];
    for (const target of ['group', 'main', 'temporal', 'worker', 'database'])
      outcomes.push(await missed({ keep, say, target }));
    const lateMs = Object.fromEntries(outcomes.map(({ target, lateMs: late }) => [target, late]));
    return { violations: outcomes.flatMap(({ violations }) => violations), lateMs };
  },
};

/**
 * `group`: worker, API, database and Temporal. `main`: Temporal stays, and fires while nobody is there. Any other: that part
 * alone.
 */
async function missed({ keep, say, target }) {
  let opensAt;
  const before = ({ dir }) => void (opensAt = dueSoon(join(dir, 'plan', 'drills.yaml')));
  const isWhole = target === 'group' || target === 'main';
  return (isWhole ? withInstallation : withApart)({ keep, before }, async ({ sink, installation, tokens }) => {
    const violations = [];
    const wrong = (text) => violations.push(`${target}: ${text}`);
    // Whoever plays in a drill does not see all of it before.
    const get = async (path) =>
      (await untilAnswered({ url: `${installation.url}/api/v1${path}`, token: await tokens.of('operator') })).json;
    const left = opensAt - KILLED_BEFORE_MS - Date.now();
    if (left < 0) return { target, violations: [`${target}: the first start took too long for this scenario`] };
    await pause(left);
    if (isWhole) {
      installation.aim(target)();
      await pause(AWAY_MS);
      await installation.comeBack(target);
    } else {
      await installation.kill(target, AWAY_MS);
    }

    const entryNow = async () => (await get('/drill-programme')).items.find(({ id }) => id === ENTRY);
    const settled = await until(async () => (await entryNow()).past.length > 0);
    if (!settled) wrong('the drill was not opened');
    const [past] = (await entryNow()).past;
    say(`  ${target}: ${past?.words}, ${past?.lateMs} ms late`);
    if (past?.outcome !== 'opened') wrong(`not opened: ${JSON.stringify(past)}`);
    if (past?.scheduledFor !== new Date(opensAt).toISOString()) wrong(`opened for ${past?.scheduledFor}`);
    if (!(past?.lateMs >= AWAY_MS - KILLED_BEFORE_MS)) wrong(`its delay on record is ${past?.lateMs} ms`);

    const { items } = await get('/drills');
    if (items.length !== 1) wrong(`${items.length} drills: ${items.map(({ id }) => id).join()}`);
    const drill = await get(`/drills/${past?.drillId}`);
    const drafted = drill.events.filter(({ type }) => type === 'schemeDrafted');
    if (drafted.length !== 1) wrong(`drafted ${drafted.length} times`);
    if (!/\d (s|min) late/.test(drafted[0]?.words ?? '')) wrong(`the record says: ${drafted[0]?.words}`);
    const asked = () =>
      sink.ids().filter((id) => id.startsWith(`drill.${past?.drillId}.`) && /schemeToApprove/.test(id));
    if (!(await until(() => asked().length > 0))) wrong('nobody was asked to approve the scheme');
    if (new Set(asked()).size !== asked().length) wrong(`asked twice: ${asked().join()}`);
    return { target, violations, lateMs: past?.lateMs };
  });
}

/** Tomorrow at ten in China, with as much time to prepare as leaves the first start before it. Answers when that begins. */
function dueSoon(file) {
  const tomorrow = new Date(Date.now() + CHINA_MS + DAY_MS);
  const dueAt = Date.UTC(tomorrow.getUTCFullYear(), tomorrow.getUTCMonth(), tomorrow.getUTCDate(), 10) - CHINA_MS;
  const seconds = Math.floor((dueAt - Date.now() - DUE_IN_MS) / 1_000);
  const due = [
    `months: [${tomorrow.getUTCMonth() + 1}]`,
    `day: ${tomorrow.getUTCDate()}`,
    "time: '10:00'",
    'daysOff: keep',
    `prepare: ${seconds}s`,
  ];
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/(- id: yearly-live\n(?: {6}.*\n)*?)( {6})months: .*\n/, (_, head, indent) => {
    return head + due.map((line) => `${indent}${line}\n`).join('');
  });
  if (changed === text) throw new Error(`${file} has no entry ${ENTRY} whose months can be changed`);
  writeFileSync(file, changed);
  return dueAt - seconds * 1_000;
}
