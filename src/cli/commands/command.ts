import { Argument } from 'commander';
import { DecisionLog } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { decisionLogLines } from '../print/decisionLog.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

type HandoverOptions = DecisionOptions & { to?: string } & Partial<Record<(typeof BRIEF)[number], string>>;

const BRIEF = ['situation', 'objectives', 'actions', 'resources', 'risks', 'pending'] as const;

/** Who commands: handing over, checking in, taking over, merging, and the log of what was decided. */
export function addCommand(cli: Cli): void {
  addHandover(cli);
  addCheckIn(cli);
  addMissCommander(cli);
  addTakeCommand(cli);
  addClaim(cli);
  addMerge(cli);
  addDecisionLog(cli);
}

function addHandover(cli: Cli): void {
  const { say } = cli;
  const about = say('hand over command: offer, accept, decline, withdraw', '移交指挥权：提出、接受、不接受、撤回');
  const command = decision(cli, 'handover', about, { reason: 'optional' })
    .addArgument(new Argument('<action>').choices(['offer', 'accept', 'decline', 'withdraw']))
    .option('--to <person>', say('with offer: who is to command', '提出时：接任人员'))
    .option('--situation <text>', say('with offer, required: where it stands', '提出时必填：态势'))
    .option('--objectives <text>', say('with offer, required: what is to be achieved', '提出时必填：目标'))
    .option('--actions <text>', say('what has been done and goes on', '已采取和进行中的行动'))
    .option('--resources <text>', say('who and what is there or on the way', '已到位和途中的人员物资'))
    .option('--risks <text>', say('what may go wrong', '风险'))
    .option('--pending <text>', say('decisions that wait', '待决事项'));
  command.action((id: string, action: string, options: HandoverOptions) => {
    const { to, reason } = options;
    const brief = Object.fromEntries(BRIEF.map((part) => [part, options[part]]));
    const body = action === 'offer' ? { action, to, brief } : { action, reason };
    return cli.inPerson(command, (session) => decide(session, id, 'handover', body, options));
  });
}

function addCheckIn(cli: Cli): void {
  const { say } = cli;
  const about = say('say that command stands, as whoever commands', '指挥长报到');
  const command = decision(cli, 'check-in', about, { reason: 'none' }).option(
    '--note <text>',
    say('goes on the record', '说明，记入记录'),
  );
  command.action((id: string, options: DecisionOptions & { note?: string }) =>
    cli.inPerson(command, (session) => decide(session, id, 'check-in', { note: options.note }, options)),
  );
}

function addMissCommander(cli: Cli): void {
  const { say } = cli;
  const about = say(
    'say that whoever commands does not answer: a sign of life is asked for, then the deputies',
    '报告指挥长联系不上：先催其报到，再请副指挥长接替',
  );
  const command = decision(cli, 'miss-commander', about, { reason: 'none' }).option(
    '--note <text>',
    say('goes on the record', '说明，记入记录'),
  );
  command.action((id: string, options: DecisionOptions & { note?: string }) =>
    cli.inPerson(command, (session) => decide(session, id, ['command', 'missed'], { note: options.note }, options)),
  );
}

function addTakeCommand(cli: Cli): void {
  const { say } = cli;
  const about = say('take over command, when asked because it is silent', '指挥长无应答时，接替指挥');
  const command = decision(cli, 'take-command', about, { reason: 'none' });
  command.action((id: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'command', {}, options)),
  );
}

function addClaim(cli: Cli): void {
  const { say } = cli;
  const about = say('decide about somebody whom two incidents want', '决定两起事故同时需要的人员的归属');
  const command = decision(cli, 'claim', about)
    .argument('<person>', say('id of the person', '人员编号'))
    .addArgument(
      new Argument(
        '<decision>',
        say('share: serves both; yield: is left to the other', 'share：同时参与；yield：让给另一起'),
      ).choices(['share', 'yield']),
    );
  command.action((id: string, person: string, decided: string, options: DecisionOptions) => {
    const body = { person, decision: decided, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'claims', body, options));
  });
}

function addMerge(cli: Cli): void {
  const { say } = cli;
  const about = say('merge an incident into another one', '将事故并入另一起事故');
  const command = decision(cli, 'merge', about).argument('<into>', say('id of the other incident', '另一起事故的编号'));
  command.action((id: string, into: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'merge', { into, reason: options.reason }, options)),
  );
}

function addDecisionLog(cli: Cli): void {
  const { say, inputs } = cli;
  const command = cli.program
    .command('decisions')
    .description(say('what was decided, by whom, why, and on what facts', '决定记录：何人、依据、理由和当时所知'))
    .argument('<id>', say('of the incident', '事故编号'))
    .option('--after <seq>', say('only what came after it', '仅此序号之后'), inputs.wholeNumber);
  command.action((id: string, { after }: { after?: number }) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'decisions'], query: { after } });
      session.show(text, DecisionLog, (log) => decisionLogLines(log, session));
      return EXIT.ok;
    }),
  );
}
