import { ReportAnswer } from '../../api/contract.js';
import type { ReportRequest } from '../../api/contract.js';
import type { Facts } from '../../domain/plan/condition.js';
import { EXIT } from '../exitCodes.js';
import { reportLines } from '../print/answers.js';
import { newKey } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';

type ReportOptions = KeyOption & Omit<ReportRequest, 'facts'> & { fact?: Facts };

export function addReport(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('report')
    .description(say('report an incident; command is alerted at once', '报告事故，立即通知指挥部'))
    .requiredOption('--category <id>', say('a category of the plan', '预案中的类别'))
    .requiredOption('--title <text>', say('what it is, in one line', '一句话说明'))
    .requiredOption('--place <text>', say('a site, a system, an environment', '地点、系统或环境'))
    .option('--occurred-at <time>', say('ISO 8601 with offset', '发生时间，ISO 8601，带时区'), inputs.time)
    .option('--cause <text>', say('as far as it is known', '已知原因'))
    .option('--impact <text>', say('whom or what it affects', '影响'))
    .option('--description <text>', say('anything else', '其他情况'))
    .option(
      '--dedup-key <key>',
      say('further reports under it are added to the incident that runs', '同一键的后续报告并入运行中的事故'),
    )
    .option(
      '--fact <fact=value>',
      say('what the grading criteria ask for; may be repeated', '定级准则所需的事实，可重复'),
      inputs.fact,
    );
  withKey(command, cli).action((options: ReportOptions) => {
    const { idempotencyKey = newKey(), fact: facts, ...report } = options;
    return cli.run(command, async (session) => {
      const body = { ...report, facts };
      const text = await session.api.call({ method: 'POST', path: ['incidents'], body, key: idempotencyKey });
      session.show(text, ReportAnswer, (answer) => reportLines(answer, session));
      return EXIT.ok;
    });
  });
}
