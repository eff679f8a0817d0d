import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * The parts of a plan whose waits an incident goes through; limits of law and the plan's own reviews stay as they are. `aftermath`
 * and `termination`: only where an incident goes on to its closure.
 */
const HURRIED = ['command', 'verification', 'mobilisation', 'notification', 'shifts', 'sitreps', 'tasks'];
export const HURRIED_TO_THE_END = [...HURRIED, 'aftermath', 'termination'];

const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A copy of a plan's folder in which every wait of an incident is so many times shorter, and none below a second. */
export function hurryPlan(from, to, factor, hurried = HURRIED) {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to).filter((file) => file.endsWith('.yaml'))) {
    const file = join(to, name);
    const document = parse(readFileSync(file, 'utf8'));
    const parts = Object.keys(document).filter((key) => hurried.includes(key));
    if (parts.length === 0) continue;
    for (const key of parts) document[key] = shorter(document[key], factor);
    writeFileSync(file, stringify(document));
  }
}

function shorter(value, factor) {
  if (Array.isArray(value)) return value.map((item) => shorter(item, factor));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorter(item, factor)]));
  const duration = typeof value === 'string' && /^(\d+)([smhd])$/.exec(value);
  if (!duration) return value;
  const ms = Number(duration[1]) * MS[duration[2]];
  return `${Math.max(1, Math.round(ms / factor / 1_000))}s`;
}
