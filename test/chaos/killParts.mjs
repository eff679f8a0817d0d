import { setTimeout as pause } from 'node:timers/promises';
import { PARTS } from './apart.mjs';

/** Each part once, in random order, one in each quarter of the time. */
export async function killParts(installation, name, ms, say) {
  const began = Date.now();
  const quarter = ms / PARTS.length;
  const parts = PARTS.map((part) => ({ part, by: Math.random() })).sort((a, b) => a.by - b.by);
  const outages = [];
  for (const [i, { part }] of parts.entries()) {
    const at = began + (i + Math.random()) * quarter;
    await pause(Math.max(0, at - Date.now()));
    const outage = await installation.kill(part);
    say(`    ${name}: the ${part} was away for ${outage.backAt - outage.at} ms`);
    outages.push(outage);
  }
  return outages;
}
