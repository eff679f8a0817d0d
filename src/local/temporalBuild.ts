import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { executableName, findOnPath, isExecutable } from './executables.js';
import { temporaryName } from './files.js';
import { tryLock, type ProcessLock } from './processLock.js';
import { lastLines, runCommand } from './runCommand.js';
import { temporalVersion } from './serverSettings.js';

export interface BuildOptions {
  /** From `buildFolder`. */
  folder: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}

const moduleFolder = fileURLToPath(new URL('../../tools/temporal/', import.meta.url));
const cliPackage = 'github.com/temporalio/cli/cmd/temporal';

/** One folder for each version of the module, so that a clone with other pins builds its own. */
export function buildFolder(cache: string): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(moduleFolder, file)));
  return join(cache, `temporal-${hash.digest('hex').slice(0, 16)}`);
}

export function builtBinary(folder: string): string {
  return join(folder, executableName('temporal'));
}

/** Builds the pinned CLI with Go, or waits for another process that is doing so. Returns why it failed, if it did. */
export async function buildTemporal(options: BuildOptions): Promise<string | undefined> {
  const go = findOnPath('go', options.env);
  if (go === undefined) return 'go is not on PATH';
  mkdirSync(options.folder, { recursive: true });
  const lock = await waitForTurn(options);
  try {
    return isExecutable(builtBinary(options.folder)) ? undefined : await build(go, options);
  } finally {
    lock.release();
  }
}

async function waitForTurn({ folder, say }: BuildOptions): Promise<ProcessLock> {
  for (let told = false; ; told = true) {
    const attempt = tryLock(folder, 'build');
    if ('lock' in attempt) return attempt.lock;
    if (!told) say(`Process ${attempt.heldBy.identity.pid} is already building the Temporal server. Waiting for it.`);
    await pause(500);
  }
}

async function build(go: string, { folder, env, say }: BuildOptions): Promise<string | undefined> {
  removeUnfinished(folder);
  say('Building the Temporal server from tools/temporal with Go. This happens once and takes about 3 minutes.');
  const began = Date.now();
  const unfinished = temporaryName(builtBinary(folder));
  const flags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${temporalVersion}`;
  const { exitCode, output } = await runCommand(
    go,
    ['build', '-trimpath', '-ldflags', flags, '-o', unfinished, cliPackage],
    {
      cwd: moduleFolder,
      env: { ...env, CGO_ENABLED: '0', GOWORK: 'off' },
      onProgress: (seconds) => say(`  still building, ${seconds} s`),
    },
  );
  if (exitCode !== 0) return lastLines(output, 3);
  renameSync(unfinished, builtBinary(folder));
  say(`Built in ${Math.round((Date.now() - began) / 1_000)} s. Kept in ${dirname(builtBinary(folder))}`);
  return undefined;
}

/** What an interrupted build left behind: 138 MB each. */
function removeUnfinished(folder: string): void {
  for (const file of readdirSync(folder)) if (file.endsWith('.tmp')) rmSync(join(folder, file), { force: true });
}
