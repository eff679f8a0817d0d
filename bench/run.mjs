import { acknowledgements } from './cases/acknowledgements.mjs';
import { agreement } from './cases/agreement.mjs';
import { decision } from './cases/decision.mjs';
import { firstMail } from './cases/firstMail.mjs';
import { grading } from './cases/grading.mjs';
import { lastItem } from './cases/lastItem.mjs';
import { mobilisations } from './cases/mobilisation.mjs';
import { month } from './cases/month.mjs';
import { preemption } from './cases/preemption.mjs';
import { rehearsal } from './cases/rehearsal.mjs';
import { reopening } from './cases/reopening.mjs';
import { restart } from './cases/restart.mjs';
import { start } from './cases/start.mjs';
import { timers } from './cases/timers.mjs';
import { workerKill } from './cases/workerKill.mjs';
import { endWithUs } from './lib/children.mjs';
import { loadMeter, machine } from './lib/machine.mjs';
import { isMet, save, writeTable } from './lib/results.mjs';

const CASES = [
  start,
  firstMail,
  decision,
  reopening,
  lastItem,
  ...mobilisations,
  acknowledgements,
  timers,
  workerKill,
  restart,
  grading,
  preemption,
  rehearsal,
  agreement,
  month,
];
const names = CASES.map(({ name }) => name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

endWithUs();

let failed = false;
for (const { name, run } of CASES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`— ${name}`);
  const load = loadMeter();
  const date = new Date().toISOString();
  try {
    const measures = await run();
    save({ name, date, load: load(), machine: machine(), measures });
    for (const measure of measures) console.log(line(measure));
  } catch (error) {
    console.error(`${name} could not be measured:`, error);
    failed = true;
  }
}
writeTable(names);
process.exitCode = failed ? 1 : 0;

function line({ measure, targets = [], samples: _, ...figures }) {
  const missed = targets.filter((target) => !isMet(target, figures));
  const verdict = targets.length === 0 ? '' : missed.length === 0 ? ' (met)' : ' (MISSED)';
  const list = Object.entries(figures).map(([key, value]) => `${key} ${value}`);
  return `  ${measure}: ${list.join(', ')}${verdict}`;
}
