import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A copy of a plan's folder in which every watch after the end is over so soon: a journey goes on to its closure. */
export function watchBriefly(from, to, duration = '2s') {
  cpSync(from, to, { recursive: true });
  const file = join(to, 'response.yaml');
  const document = parse(readFileSync(file, 'utf8'));
  document.termination.watch = document.termination.watch.map((watch) => ({ ...watch, for: duration }));
  writeFileSync(file, stringify(document));
}
