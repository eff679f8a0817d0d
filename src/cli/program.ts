import { Command, Option } from 'commander';
import { LANGS } from '../domain/lang.js';
import type { Lang } from '../domain/lang.js';
import { addAnalysis } from './commands/analysis.js';
import { addAck } from './commands/ack.js';
import type { Cli } from './commands/cli.js';
import { addCommand } from './commands/command.js';
import { addDecisions } from './commands/decisions.js';
import { addErase } from './commands/erase.js';
import { addFollow } from './commands/follow.js';
import { addIncidentReport } from './commands/incidentReport.js';
import { addDrills } from './commands/drills.js';
import { addImprovements } from './commands/improvements.js';
import { addMetrics } from './commands/metrics.js';
import { addMobilisation } from './commands/mobilisation.js';
import { addPlan } from './commands/plan.js';
import { addProof } from './commands/proof.js';
import { addReadiness } from './commands/readiness.js';
import { addRecord } from './commands/record.js';
import { addPace } from './commands/pace.js';
import { addRehearse } from './commands/rehearse.js';
import { addWhatIf } from './commands/whatIf.js';
import { addReport } from './commands/report.js';
import { addResources } from './commands/resources.js';
import { addRoster } from './commands/roster.js';
import { addSituation } from './commands/situation.js';
import { addLessons } from './commands/lessons.js';
import { addSummary } from './commands/summary.js';
import { addSitrep } from './commands/sitrep.js';
import { addObligations } from './commands/obligations.js';
import { addPublications } from './commands/publications.js';
import { addNeeds } from './commands/needs.js';
import { addOpinion } from './commands/opinion.js';
import { addScene } from './commands/scene.js';
import { addStatus } from './commands/status.js';
import { addTasks } from './commands/tasks.js';
import { addTimeline } from './commands/timeline.js';
import { addToken } from './commands/token.js';
import { exitCodeWords } from './exitCodes.js';
import type { ExitCode } from './exitCodes.js';
import { inputsIn } from './inputs.js';
import { sayIn } from './say.js';
import type { Who } from './connection.js';
import type { Say } from './say.js';
import { openDesk, openSession } from './session.js';
import type { GlobalOptions } from './session.js';
import { usageErrorIn } from './usageErrors.js';
import type { World } from './world.js';

/** All commands. `end` receives the exit code of the one that was carried out; what goes wrong is thrown. */
export function buildProgram(world: World, lang: Lang, json: boolean, end: (code: ExitCode) => void): Command {
  const say = sayIn(lang);
  const program = rootCommand(say);
  program.exitOverride().configureOutput({
    writeOut: (text) => world.stdout.write(text),
    writeErr: (text) => world.stderr.write(text),
    outputError: (text, write) => {
      const told = usageErrorIn(lang, text);
      write(json ? usageProblem(told, say) : told);
    },
  });
  program.configureHelp({ showGlobalOptions: true, styleTitle: (title) => say(title, TITLES[title] ?? title) });
  if (!json) program.showHelpAfterError(say('Add --help for the usage.', '加 --help 查看用法。'));
  const cli: Cli = {
    program,
    say,
    inputs: inputsIn(say, () => world.now()),
    run: runAs('anybody'),
    byName: runAs('named'),
    inPerson: runAs('person'),
    local,
  };
  for (const add of [
    addReport,
    addDecisions,
    addPace,
    addCommand,
    addTasks,
    addScene,
    addObligations,
    addPublications,
    addNeeds,
    addOpinion,
    addAnalysis,
    addIncidentReport,
    addDrills,
    addImprovements,
    addAck,
    addSituation,
    addSitrep,
    addLessons,
    addSummary,
    addMobilisation,
    addStatus,
    addFollow,
    addTimeline,
    addMetrics,
    addReadiness,
    addRecord,
    addProof,
    addErase,
    addToken,
    addPlan,
    addRehearse,
    addWhatIf,
    addRoster,
    addResources,
  ])
    add(cli);
  return program;

  async function local(command: Command, work: Parameters<Cli['local']>[1]): Promise<void> {
    end(await work(openDesk(world, lang, command.optsWithGlobals<GlobalOptions>())));
  }

  function runAs(who: Who): Cli['run'] {
    return async (command, work) => {
      end(await work(openSession(world, lang, command.optsWithGlobals<GlobalOptions>(), who)));
    };
  }
}

function rootCommand(say: Say): Command {
  return new Command('muster')
    .description(say('The emergency plan for software incidents, carried out.', '软件突发事件应急预案的执行。'))
    .option(
      '--url <url>',
      say(
        'of Muster; default: MUSTER_URL, else the one running here',
        'Muster 地址；默认 MUSTER_URL 或本机正在运行的实例',
      ),
    )
    .addOption(new Option('--token <token>', say('better in MUSTER_TOKEN', '宜放在 MUSTER_TOKEN 中')).conflicts('as'))
    .option(
      '--as <name>',
      say(
        'operator, commander, deputy: the token kept on this machine',
        'operator、commander、deputy：使用本机保存的令牌',
      ),
    )
    .option(
      '--json',
      say('the JSON of the API; problems as JSON on stderr', '输出 API 的 JSON；问题以 JSON 写到标准错误输出'),
    )
    .addOption(new Option('--lang <lang>', say('default: from LANG', '默认取自 LANG')).choices(LANGS))
    .helpOption('-h, --help', say('show the usage', '显示用法'))
    .helpCommand('help [command]', say('show the usage of a command', '显示某命令的用法'))
    .addHelpText('after', `\n${exitCodeWords(say)}`);
}

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

function usageProblem(text: string, say: Say): string {
  const detail = text.trim().replace(/^(?:error: |错误：)/, '');
  return `${JSON.stringify({ code: 'usage', title: say('Wrong usage', '用法错误'), detail })}\n`;
}
