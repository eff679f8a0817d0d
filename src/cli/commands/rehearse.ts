import { InvalidArgumentError } from 'commander';
import { said, textIn } from '../../domain/lang.js';
import { basisOf } from '../../domain/plan/basis.js';
import { compileScenario } from '../../domain/plan/compile/scenario.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { DAY } from '../../domain/time.js';
import { inYaml, readText, readWritten } from '../../planfiles/index.js';
import { checkParameters, PARAMETERS, reportOn } from '../../rehearsal/index.js';
import type { Parameters } from '../../rehearsal/index.js';
import { EXIT } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { ledgerBeside, mustHaveRoster, SAMPLE_PLAN, usable, usablePlan } from '../planFolder.js';
import { rehearsalLines } from '../print/rehearsal.js';
import { Rehearsals } from '../rehearsal/runs.js';
import type { Desk } from '../session.js';
import type { Cli } from './cli.js';

interface RehearseOptions {
  runs: number;
  seed: number;
  plan: string;
  absent?: number;
  parameters?: string;
  threads?: number;
}

/** How often progress is told. */
const TOLD_EVERY = 2_000;

/** They are all kept until the report is made of them. */
const MOST_RUNS = 100_000;
/** The chances are drawn from 32 bits: a greater seed would be the same as a smaller one. */
const GREATEST_SEED = 0xffff_ffff;
/** Each takes memory of its own, and more of them than there are cores make nothing faster. */
const MOST_THREADS = 256;

export function addRehearse({ program, say, local }: Cli): void {
  const command = program
    .command('rehearse')
    .description(say('play a scenario many times against simulated people', '以模拟人员多次推演一个情景，检验预案'))
    .argument('<scenario>', say('of the plan', '预案中的演练情景'))
    .option('--plan <folder>', say('with roster and ledger', '含通讯录和资源台账的预案文件夹'), SAMPLE_PLAN)
    .option('--runs <number>', say('how many times', '推演次数'), runsIn, 1_000)
    .option(
      '--seed <number>',
      say('the same seed gives the same result', '相同的种子得出相同的结果'),
      wholeIn(0, GREATEST_SEED),
      1,
    )
    .option(
      '--absent <share>',
      say('of people who cannot be reached, such as 0.2', '联系不上的人员比例，如 0.2'),
      shareIn,
    )
    .option('--parameters <file>', say('YAML or JSON, see docs/rehearsal.md', 'YAML 或 JSON，见 docs/rehearsal.md'))
    .option('--threads <number>', say('default: one for each core', '默认每个核一个'), wholeIn(1, MOST_THREADS));
  command.action((id: string, options: RehearseOptions) =>
    local(command, async (desk) => {
      const { document, hash } = usablePlan(options.plan, desk);
      const roster = mustHaveRoster(options.plan, desk);
      const scenario = document.scenarios?.find((known) => known.id === id);
      if (scenario === undefined) throw unknownScenario(desk, id, document);
      const given = {
        basis: basisOf(document, hash, roster),
        ledger: ledgerBeside(options.plan, desk, document, roster),
        scenario: compileScenario(document, id),
        parameters: parametersFrom(desk, options),
        seed: options.seed,
        // Qualifications run out and people are away by the day: within one, the seed alone decides.
        start: Math.floor(desk.world.now() / DAY) * DAY,
      };
      const rehearsals = new Rehearsals(options.threads, options.runs);
      const outcomes = await rehearsals
        .run(given, options.runs, progressOf(desk, options.runs))
        .finally(() => rehearsals.close());
      const report = reportOn(given, outcomes);
      desk.print(
        ...(desk.json
          ? [JSON.stringify(report)]
          : rehearsalLines(report, {
              ...desk,
              names: namesFrom(document, roster),
              scenario: textIn(scenario.name, desk.lang),
              injects: new Map(scenario.injects.map((inject) => [inject.id, textIn(inject.event, desk.lang)])),
            })),
      );
      return EXIT.ok;
    }),
  );

  function wholeIn(least: number, most: number, why = '') {
    return (text: string): number => {
      const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
      if (number >= least && number <= most) return number;
      throw new InvalidArgumentError(
        say(`Needed: a whole number from ${least} to ${most}.${why}`, `应为：${least} 至 ${most} 的整数。${why}`),
      );
    };
  }

  function runsIn(text: string): number {
    const why = say(
      ' All runs are kept in memory until the end, and a thousand put a share within three points already.',
      '全部结果须留在内存中直到结束，而一千次已可使比例的误差在三个百分点以内。',
    );
    return wholeIn(1, MOST_RUNS, why)(text);
  }

  function shareIn(text: string): number {
    if (/^(0(\.\d+)?|1(\.0+)?)$/.test(text)) return Number(text);
    throw new InvalidArgumentError(say('Needed: a share from 0 to 1.', '应为：0 至 1 之间的比例。'));
  }
}

function progressOf({ notice, say, world }: Desk, runs: number): (done: number) => void {
  let toldAt = world.now();
  return (done) => {
    const now = world.now();
    if (now - toldAt < TOLD_EVERY || done === runs) return;
    toldAt = now;
    notice('working', say(`${done} of ${runs} runs are done.`, `已完成 ${done}/${runs} 次。`));
  };
}

function parametersFrom(desk: Desk, { parameters: file, absent }: RehearseOptions): Parameters {
  const read = file === undefined ? PARAMETERS : parametersIn(desk, file);
  return absent === undefined ? read : { ...read, absent };
}

function parametersIn(desk: Desk, file: string): Parameters {
  const title = desk.say('The parameters cannot be used', '参数无法使用');
  const what = said(`The parameters ${file}`, `参数文件 ${file} `);
  const hint = said('docs/rehearsal.md lists them', '各项参数见 docs/rehearsal.md');
  const load = () => {
    const text = readText(file, { what, code: 'no_parameters', hint });
    return readWritten(what, inYaml(file, text), checkParameters).document;
  };
  return usable(load, { code: 'unusable_parameters', title, file }, desk);
}

function unknownScenario({ say }: Desk, id: string, { scenarios = [] }: PlanDocument): CliFailure {
  const known = scenarios.map((scenario) => scenario.id).join(', ');
  return new CliFailure(EXIT.notFound, {
    code: 'unknown_scenario',
    title: say('The plan has no such scenario', '预案中没有该情景'),
    detail: say(`“${id}” is not among: ${known}.`, `没有“${id}”，现有：${known}。`),
  });
}
