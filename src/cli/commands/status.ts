import { Option } from 'commander';
import { Incident, IncidentList, Mode, Phase } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { incidentLines } from '../print/incident.js';
import { listLines } from '../print/list.js';
import type { Cli } from './cli.js';

interface StatusOptions {
  phase?: string;
  level?: string;
  mode?: string;
  limit?: number;
  cursor?: string;
  minSeq?: number;
}

export function addStatus(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('status')
    .description(say('list incidents, or show where one stands', '列出事故，或查看某一事故的现状'))
    .argument('[id]', say('of one incident', '某一事故的编号'))
    .addOption(new Option('--phase <phase>', say('list: only these', '列表：仅此阶段')).choices(Phase.options))
    .option('--level <level>', say('list: only this response level', '列表：仅此响应级别'))
    .addOption(new Option('--mode <mode>', say('list: only these', '列表：仅此类')).choices(Mode.options))
    .option('--limit <count>', say('list: at most so many', '列表：最多条数'), inputs.wholeNumber)
    .option('--cursor <cursor>', say('list: the next page', '列表：下一页'))
    .option(
      '--min-seq <seq>',
      say('one: wait until the record includes it', '单个：等到记录包含此序号'),
      inputs.wholeNumber,
    );
  command.action((id: string | undefined, { minSeq, ...query }: StatusOptions) =>
    cli.run(command, async (session) => {
      if (id === undefined) {
        const text = await session.api.call({ path: ['incidents'], query });
        session.show(text, IncidentList, ({ items, next }) => listLines(items, next, session));
      } else {
        const text = await session.api.call({ path: ['incidents', id], query: { minSeq } });
        session.show(text, Incident, (incident) => incidentLines(incident, session));
      }
      return EXIT.ok;
    }),
  );
}
