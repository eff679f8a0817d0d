import { CommanderError } from 'commander';
import type { Lang } from '../domain/lang.js';
import { EXIT } from './exitCodes.js';
import type { ExitCode } from './exitCodes.js';
import { CliFailure } from './failure.js';
import { problemLines } from './print/problem.js';
import { buildProgram } from './program.js';
import { langFrom } from './say.js';
import { voiceFor } from './session.js';
import { styleFor } from './style.js';
import type { World } from './world.js';

/** Carries out one command line, without the names of program and script. Never throws. */
export async function runCli(argv: readonly string[], world: World): Promise<ExitCode> {
  const lang = langFrom(argv, world.env);
  const json = argv.includes('--json');
  let exitCode: ExitCode = EXIT.ok;
  try {
    await buildProgram(world, lang, json, (code) => (exitCode = code)).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said already what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof CliFailure) return tell(error, json, lang, world);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return tell(
      new CliFailure(EXIT.fault, { code: 'fault', title: 'muster: internal error', detail }),
      json,
      lang,
      world,
    );
  }
}

function tell(failure: CliFailure, json: boolean, lang: Lang, world: World): ExitCode {
  const voice = { ...voiceFor(world, lang), style: styleFor(world.stderr, world.env) };
  const lines = json ? [failure.received?.trimEnd() ?? JSON.stringify(failure.problem)] : problemLines(failure, voice);
  world.stderr.write(`${lines.join('\n')}\n`);
  return failure.exitCode;
}
