import type { Command } from 'commander';
import { PublicOpinion } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { opinionLines } from '../print/opinion.js';
import type { Cli } from './cli.js';
import { decide, decision, decisionOptions } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** What is said in public, and what is answered. */
export function addOpinion(cli: Cli): void {
  const program = cli.program
    .command('opinion')
    .description(cli.say('what is said in public: enter, answer, list, end', '舆情：记录、回应、查看、结束监测'));
  const on = { ...cli, program };
  addEntry(on);
  addReply(on);
  addList(on);
  addEnd(on);
}

function command({ program, say }: Cli, name: string, about: string): Command {
  return program.command(name).description(about).argument('<id>', say('of the incident', '事故编号'));
}

type EntryOptions = DecisionOptions & {
  source: string;
  volume?: number;
  usual?: number;
  sentiment?: number;
  reach?: number;
  claim?: string;
  untrue?: true;
  alert?: string[];
  note?: string;
  link?: string;
  observedAt?: string;
};

function addEntry(cli: Cli): void {
  const { say, inputs } = cli;
  const add = command(cli, 'add', say('enter what is said in public', '记录舆情'))
    .requiredOption('--source <text>', say('platform or monitor, never a person', '来源：平台或监测系统，不写人名'))
    .option('--volume <count>', say('mentions, calls or tickets', '提及量、来电量或工单量'), inputs.wholeNumber)
    .option('--usual <count>', say('the same on other days', '平日同时段的数量'), inputs.wholeNumber)
    .option(
      '--sentiment <value>',
      say('from -2, very negative, to 2, very positive', '情绪：-2 很负面至 2 很正面'),
      inputs.sentiment,
    )
    .option('--reach <count>', say('how many people have seen it', '触达人数'), inputs.wholeNumber)
    .option('--claim <text>', say('what is claimed', '主要说法'))
    .option('--untrue', say('what is claimed is not so', '该说法不实'))
    .option(
      '--alert <ids>',
      say('alerts of the plan that you see reached, comma-separated', '您认为已达到的报告情形编号，以逗号分隔'),
      inputs.ids,
    )
    .option('--note <text>', say('anything else', '说明'))
    .option('--link <url>', say('where it can be seen', '链接'))
    .option('--observed-at <time>', say('ISO 8601 with offset; default: now', '观察时间，默认现在'), inputs.time);
  decisionOptions(add, cli).action((id: string, options: EntryOptions) => {
    const { source, volume, usual, sentiment, reach, claim, untrue, alert: alerts, note, link, observedAt } = options;
    const figures = { source, volume, usual, sentiment, reach, observedAt };
    const body = { action: 'record', ...figures, claim, untrue, alerts, note, link };
    return cli.inPerson(add, (session) => decide(session, id, 'public-opinion', body, options));
  });
}

function addReply(cli: Cli): void {
  const { say, inputs } = cli;
  const reply = command(cli, 'reply', say('register the reply that went out', '登记已经发出的回应'))
    .argument('<entry>', say('see opinion list', '舆情编号，见 opinion list'))
    .requiredOption('--text <text>', say('what was answered', '回应内容'))
    .option('--at <time>', say('when it went out; default: now', '发出时间，默认现在'), inputs.time);
  decisionOptions(reply, cli).action(
    (id: string, entry: string, options: DecisionOptions & { text: string; at?: string }) => {
      const body = { action: 'reply', entry, reply: options.text, repliedAt: options.at };
      return cli.inPerson(reply, (session) => decide(session, id, 'public-opinion', body, options));
    },
  );
}

function addList(cli: Cli): void {
  const { say, inputs } = cli;
  const list = command(
    cli,
    'list',
    say('the entries, the newest first, and where they go', '舆情记录及走势，最新的在前'),
  );
  list.option('--limit <count>', say('default: 50', '条数，默认50'), inputs.wholeNumber);
  list.action((id: string, { limit }: { limit?: number }) =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'public-opinion'], query: { limit } });
      session.show(text, PublicOpinion, (answer) => opinionLines(answer, session));
      return EXIT.ok;
    }),
  );
}

function addEnd(cli: Cli): void {
  const end = decision(
    cli,
    'end',
    cli.say('watch it no more; after the end of the response', '应急终止后，结束舆情监测'),
  );
  end.action((id: string, options: DecisionOptions) => {
    const body = { action: 'end', reason: options.reason };
    return cli.inPerson(end, (session) => decide(session, id, 'public-opinion', body, options));
  });
}
