import { Option } from 'commander';
import { IncidentMetrics, Metrics, Mode } from '../../api/contract.js';
import { GROUPINGS } from '../../domain/metrics/index.js';
import { EXIT } from '../exitCodes.js';
import { incidentMetricsLines } from '../print/incidentMetrics.js';
import { metricsLines } from '../print/metrics.js';
import type { Cli } from './cli.js';

interface MetricsOptions {
  from?: string;
  to?: string;
  by?: string;
  mode?: string;
  category?: string;
  level?: string;
}

/** How long what took, and what was in time: of one incident, or of all in a time. */
export function addMetrics(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('metrics')
    .description(
      say(
        'how long what took and what was in time: of one incident, or of all',
        '某一事故或全部事故的处置用时和按时情况',
      ),
    )
    .argument('[id]', say('of one incident', '某一事故的编号'))
    .option(
      '--from <time>',
      say('all: reported from then on; default: a year', '全部：自此时起报告，默认一年'),
      inputs.time,
    )
    .option(
      '--to <time>',
      say('all: reported before then; default: now', '全部：在此时之前报告，默认至今'),
      inputs.time,
    )
    .addOption(
      new Option('--by <what>', say('all: in groups; default: month', '全部：分组，默认按月')).choices(GROUPINGS),
    )
    .addOption(
      new Option('--mode <mode>', say('all: default: real; never both', '全部：默认 real，不混合统计')).choices(
        Mode.options,
      ),
    )
    .option('--category <category>', say('all: only this one', '全部：仅此类别'))
    .option('--level <level>', say('all: only this response level in the end', '全部：仅最终为此响应级别'));
  command.action((id: string | undefined, query: MetricsOptions) =>
    cli.run(command, async (session) => {
      if (id === undefined) {
        const text = await session.api.call({ path: ['metrics'], query: { ...query } });
        session.show(text, Metrics, (metrics) => metricsLines(metrics, session));
      } else {
        const text = await session.api.call({ path: ['incidents', id, 'metrics'] });
        session.show(text, IncidentMetrics, (metrics) => incidentMetricsLines(metrics, session));
      }
      return EXIT.ok;
    }),
  );
}
