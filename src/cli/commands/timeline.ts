import { Timeline } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { timelineLine } from '../print/timeline.js';
import type { Cli } from './cli.js';

interface TimelineOptions {
  after?: number;
  limit?: number;
}

export function addTimeline(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('timeline')
    .description(say('everything that happened in an incident', '事故时间线'))
    .argument('<id>', say('of the incident', '事故编号'))
    .option('--after <seq>', say('only what came after it', '仅此序号之后'), inputs.wholeNumber)
    .option(
      '--limit <count>',
      say('at most so many; default: all, with --json one page', '最多条数；默认全部，--json 时为一页'),
      inputs.wholeNumber,
    );
  command.action((id: string, { after, limit }: TimelineOptions) =>
    cli.run(command, async (session) => {
      let from = after;
      do {
        const text = await session.api.call({ path: ['incidents', id, 'timeline'], query: { after: from, limit } });
        const page = session.show(text, Timeline, ({ items }) => items.map((item) => timelineLine(item, session)));
        from = page.next;
      } while (from !== undefined && limit === undefined && !session.json);
      return EXIT.ok;
    }),
  );
}
