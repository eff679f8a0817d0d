#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// An image carries only the build. The build reports on stderr, in a process of its own, because stdout belongs to the answer.
if (existsSync(inProject('src'))) {
  const { status } = spawnSync(process.execPath, [inProject('scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  // 70: a fault in muster itself, see src/cli/exitCodes.ts.
  if (status !== 0) process.exit(70);
}
await import('../dist/cli/main.js');
