import { Option } from 'commander';
import { ReadinessInspection, ReadinessOverview } from '../../api/contract.js';
import { LANGS } from '../../domain/lang.js';
import { EXIT } from '../exitCodes.js';
import { mustBeNew, writeNew } from '../newFile.js';
import { paperFormat } from '../paperFile.js';
import { inspectionLines, readinessLines } from '../print/readiness.js';
import { newKey } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';

interface Options extends KeyOption {
  now?: true;
  all?: true;
  out?: string;
  in?: string;
}

const SHOWN = 20;

/** Whether people, stock, drills, plan and follow-up are as they should be, and why not. */
export function addReadiness(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('readiness')
    .description(
      say('how ready the organisation is, what is lacking, and whose it is to put right', '应急准备情况、问题和责任人'),
    )
    .argument('[inspection]', say('an earlier one; default: the latest', '某次检查的编号，默认最近一次'))
    .option('--now', say('inspect now; owners are told', '立即检查，并通知责任人'))
    .option(
      '--all',
      say(`every finding; default: the ${SHOWN} that cost most`, `列出全部问题，默认扣分最多的${SHOWN}项`),
    )
    .option('--out <file>', say('the report as a new file, .docx or .html', '报告文件，.docx 或 .html'))
    .addOption(
      new Option('--in <lang>', say('of the report; default: yours', '报告语言，默认为您的语言')).choices(LANGS),
    );
  withKey(command, cli);
  command.action((inspection: string | undefined, options: Options) => {
    const { now, all, out, in: lang, idempotencyKey: key = newKey() } = options;
    const most = all === true ? Infinity : SHOWN;
    const run = now === true ? cli.byName : cli.run;
    return run(command, async (session) => {
      const format = out === undefined ? undefined : paperFormat(out, say);
      if (out !== undefined) mustBeNew(out, say);
      let id = inspection;
      if (now === true) {
        const text = await session.api.call({ method: 'POST', path: ['readiness'], key });
        session.show(text, ReadinessInspection, (made) => inspectionLines(made, most, session));
        ({ id } = session.read(text, ReadinessInspection));
      } else if (inspection !== undefined) {
        const text = await session.api.call({ path: ['readiness', inspection] });
        session.show(text, ReadinessInspection, (one) => inspectionLines(one, most, session));
      } else {
        const text = await session.api.call({ path: ['readiness'] });
        session.show(text, ReadinessOverview, (readiness) => readinessLines(readiness, most, session));
        id = session.read(text, ReadinessOverview).latest?.id;
      }
      if (out !== undefined && id === undefined) return EXIT.notFound;
      if (out !== undefined && id !== undefined) {
        const bytes = await session.api.download(['readiness', id, 'report'], { lang, format });
        writeNew(out, bytes, say);
        session.notice('written', out);
      }
      return EXIT.ok;
    });
  });
}
