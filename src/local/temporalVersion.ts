import { lastLines, runCommand } from './runCommand.js';

export type VersionCheck = { usable: true; version: string } | { usable: false; why: string };

const oldest = { cli: '1.5.0', server: '1.29.0' };
/** `--version` answers in 0.1 s; a binary for another machine may hang in its emulator. */
const answerWithin = 10_000;

/** Runs `temporal --version`. A CLI that somebody built without a version is judged by the server inside it. */
export async function checkVersion(binary: string, env: NodeJS.ProcessEnv): Promise<VersionCheck> {
  const { exitCode, output } = await runCommand(binary, ['--version'], { env, timeout: answerWithin });
  if (exitCode !== 0) return { usable: false, why: `${binary} does not run: ${lastLines(output, 2)}` };
  const cli = /version v?(\d+\.\d+\.\d+)/.exec(output)?.[1];
  const server = /Server v?(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (cli === undefined) return { usable: false, why: `${binary} does not tell its version: ${lastLines(output, 1)}` };
  if (cli !== '0.0.0') return atLeast(cli, oldest.cli) ? { usable: true, version: cli } : tooOld(binary, cli);
  if (server !== undefined && atLeast(server, oldest.server)) return { usable: true, version: `with server ${server}` };
  return tooOld(binary, `with server ${server ?? 'unknown'}`);
}

function tooOld(binary: string, version: string): VersionCheck {
  return { usable: false, why: `${binary} is version ${version}, needed is ${oldest.cli} or newer` };
}

function atLeast(version: string, wanted: string): boolean {
  return version.localeCompare(wanted, 'en', { numeric: true }) >= 0;
}
