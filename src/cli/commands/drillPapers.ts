import { Option } from 'commander';
import type { Command } from 'commander';
import { DrillRecord } from '../../api/contract.js';
import { LANGS } from '../../domain/lang.js';
import { EXIT } from '../exitCodes.js';
import { comparisonLines } from '../print/drillComparison.js';
import { mustBeNew, writeNew } from '../newFile.js';
import { PAPER_FORMATS, paperFormat } from '../paperFile.js';
import type { Cli } from './cli.js';

interface PaperOptions {
  out: string;
  in?: string;
  format?: string;
  copy?: string;
}

/** What drills are prepared and judged with, on paper. */
export function addPapers(cli: Cli): void {
  const { say } = cli;
  addPaper(cli, 'scheme', say('the scheme, as a file', '演练方案文件')).addOption(
    new Option(
      '--copy <copy>',
      say('without or with the injects; default: with them for whoever may', '文本种类，默认按本人权限'),
    ).choices(['players', 'controllers']),
  );
  addPaper(cli, 'questionnaire', say('the questionnaire, to be printed', '演练反馈表文件，供打印'));
  addPaper(cli, 'report', say('the evaluation report, as a file', '演练评估报告文件'));
  addCompare(cli);
}

function addPaper(cli: Cli, paper: string, about: string): Command {
  const { say } = cli;
  const command = cli.program
    .command(paper)
    .description(about)
    .argument('<id>', say('of the drill', '演练编号'))
    .requiredOption('--out <file>', say('a new one, .docx or .html', '新建的文件，.docx 或 .html'))
    .addOption(new Option('--in <lang>', say('default: yours', '文书语言，默认为您的语言')).choices(LANGS))
    .addOption(new Option('--format <format>', say('default: by the file', '默认按文件名')).choices(PAPER_FORMATS));
  command.action((id: string, options: PaperOptions) =>
    cli.run(command, async (session) => {
      const { out, in: lang, copy, format = paperFormat(out, say) } = options;
      mustBeNew(out, say);
      const bytes = await session.api.download(['drills', id, paper], { lang, format, copy });
      writeNew(out, bytes, say);
      session.print(session.json ? JSON.stringify({ file: out, bytes: bytes.length }) : out);
      return EXIT.ok;
    }),
  );
  return command;
}

function addCompare(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('compare')
    .description(say('beside earlier drills and real incidents', '与以往演练和真实事故比较'))
    .argument('<id>', say('of the drill', '演练编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const { comparison } = session.read(await session.api.call({ path: ['drills', id] }), DrillRecord);
      session.print(...(session.json ? [JSON.stringify(comparison ?? null)] : comparisonLines(comparison, session)));
      return EXIT.ok;
    }),
  );
}
