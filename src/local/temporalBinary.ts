import { join } from 'node:path';
import { executableName, findOnPath, isExecutable, userCacheFolder } from './executables.js';
import { LocalError } from './localError.js';
import { temporalVersion } from './serverSettings.js';
import { buildFolder, buildTemporal, builtBinary } from './temporalBuild.js';
import { downloadTemporal } from './temporalDownload.js';
import { checkVersion } from './temporalVersion.js';

export interface BinaryOptions {
  env: NodeJS.ProcessEnv;
  /** One line for the person who waits. */
  say: (line: string) => void;
  /** By default this user's cache folder. */
  cacheDir?: string;
}

type Finding = { binary: string } | { failed: string };

/**
 * The path of a `temporal` that can run `server start-dev`: on PATH, kept from an earlier start, downloaded, or built.
 * Throws `no_temporal_server` when all fail. Only for a start without TEMPORAL_ADDRESS.
 */
export async function obtainTemporalBinary(options: BinaryOptions): Promise<string> {
  const { env, say, cacheDir = userCacheFolder(options.env) } = options;
  const downloads = join(cacheDir, 'temporal-download');
  const downloaded = join(downloads, executableName(`temporal-v${temporalVersion}`));
  const builds = buildFolder(cacheDir);
  const built = builtBinary(builds);

  const onPath = await fromPath(env, say);
  if ('binary' in onPath) return onPath.binary;
  for (const kept of [downloaded, built]) if ((await fromFile(kept, env)) === undefined) return kept;

  say(`Downloading the Temporal server ${temporalVersion}.`);
  const downloadFailed = await downloadTemporal(downloads, env, (seconds) => say(`  still downloading, ${seconds} s`));
  const downloadUnusable = await fromFile(downloaded, env);
  if (downloadUnusable === undefined) return downloaded;
  say('The download failed.');

  const buildFailed = await buildTemporal({ folder: builds, env, say });
  const buildUnusable = await fromFile(built, env);
  if (buildUnusable === undefined) return built;

  throw noServer(onPath.failed, downloadFailed ?? downloadUnusable, buildFailed ?? buildUnusable);
}

async function fromPath(env: NodeJS.ProcessEnv, say: BinaryOptions['say']): Promise<Finding> {
  const binary = findOnPath('temporal', env);
  if (binary === undefined) return { failed: 'There is no temporal on PATH' };
  const check = await checkVersion(binary, env);
  if (check.usable) return { binary };
  // Whoever installed it expects it to be used.
  const failed = `The temporal on PATH is passed over: ${check.why}`;
  say(`${failed}.`);
  return { failed };
}

/** Why the file cannot be used, if it cannot. */
async function fromFile(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (!isExecutable(path)) return `${path} is not there`;
  const check = await checkVersion(path, env);
  return check.usable ? undefined : check.why;
}

function noServer(path: string, download: string, build: string): LocalError {
  return new LocalError(
    'no_temporal_server',
    [
      'No Temporal server can be started, and Muster needs one. All four ways failed:',
      '  1. TEMPORAL_ADDRESS is not set. Set it to host:port of a running cluster.',
      `  2. ${path}. Install the Temporal CLI, 1.5 or newer.`,
      `  3. Download: ${download}. Start again with a connection to the internet.`,
      `  4. Build with Go: ${build}. Install Go 1.26 or newer.`,
      'One of them is enough.',
    ].join('\n'),
  );
}
