import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Files below these paths, in a fixed order, relative to the project's folder. */
export function filesBelow(paths) {
  return paths.flatMap((path) => {
    const full = join(root, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [path];
    return filesBelow(
      readdirSync(full)
        .sort()
        .map((name) => `${path}/${name}`),
    );
  });
}

/** One hash of all names and contents. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of filesBelow(paths))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
