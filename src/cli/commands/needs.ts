import { Option } from 'commander';
import type { Command } from 'commander';
import { Needs } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { needLines } from '../print/needs.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

interface AskOptions extends DecisionOptions {
  purpose: string;
  priority?: string;
  by?: string;
  budget?: string;
}

interface LotOptions extends DecisionOptions {
  lot?: { item: string; quantity: number }[];
  note?: string;
  quantity?: number;
  eta?: string;
}

/** What an incident asks for, what it got, and what became of it. The ledger itself is `muster resources`. */
export function addNeeds(cli: Cli): void {
  const { say } = cli;
  addList(cli);
  const program = cli.program
    .command('need')
    .description(
      say('ask for resources of an incident, send them out, return them', '申请资源，登记出库、到位、归还和消耗'),
    );
  const on = { ...cli, program };
  addAsk(on);
  addPartner(on);
  addReasoned(on, 'cancel', 'cancel', say('it is not needed any more', '撤销申请'));
  addAmend(on);
  addSubstitute(on);
  addReasoned(on, 'approve', 'approve', say('approve that money is spent', '批准支出'));
  addReasoned(on, 'refuse', 'refuse', say('do not approve it', '不批准支出'));
  addDispatch(on);
  addArrive(on);
  addReturn(on);
  addConsume(on);
  addDamage(on);
  addReply(on);
}

function addList(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('needs')
    .description(
      say('what an incident has asked for, what is missing, and where it is', '查看事故的资源申请、短缺和去向'),
    )
    .argument('<id>', say('of the incident', '事故编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'resources'] });
      session.show(text, Needs, (needs) => needLines(needs, session));
      return EXIT.ok;
    }),
  );
}

function withRequest(command: Command, { say }: Cli): Command {
  return command.argument('<request>', say('its id, see `muster needs`', '申请编号，见 muster needs'));
}

function withWhen(command: Command, { say, inputs }: Cli): Command {
  return command
    .addOption(
      new Option('--priority <priority>', say('default: routine', '优先级，默认 routine')).choices([
        'urgent',
        'routine',
        'low',
      ]),
    )
    .option('--by <time>', say('when it is needed', '需用时间'), inputs.time);
}

/** Given once for each item. */
function withLots(command: Command, { say, inputs }: Cli, required: boolean): Command {
  const about = say(
    'item of the ledger and quantity, such as `gen-1=1`; repeatable',
    '台账物品和数量，如 gen-1=1，可重复',
  );
  const option = new Option('--lot <item=quantity>', about).argParser(inputs.lot);
  return command.addOption(option.makeOptionMandatory(required));
}

function addAsk(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('ask for a resource of the plan', '申请预案中的资源');
  const command = withWhen(decision(cli, 'ask', about, { reason: 'none' }), cli)
    .argument('<resource>', say('its id, see `muster resources`', '资源编号，见 muster resources'))
    .argument('<quantity>', say('in its unit', '数量，以其单位计'), inputs.quantity)
    .requiredOption('--purpose <text>', say('what for', '用途'))
    .option('--budget <id>', say('of money: out of which budget', '资金所用预算'));
  command.action((id: string, resource: string, quantity: number, options: AskOptions) => {
    const { purpose, priority, by: neededBy, budget } = options;
    const body = { action: 'request', resource, quantity, purpose, priority, neededBy, budget };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addPartner(cli: Cli): void {
  const { say, inputs } = cli;
  const command = decision(cli, 'partner', say('ask an external partner for help', '请外部单位支援'), {
    reason: 'none',
  })
    .argument('<partner>', say('its id in the plan', '预案中的外部单位编号'))
    .requiredOption('--purpose <text>', say('what for', '事项'))
    .option('--by <time>', say('when it is needed', '需用时间'), inputs.time);
  command.action((id: string, partner: string, options: AskOptions) => {
    const body = { action: 'requestPartner', partner, purpose: options.purpose, neededBy: options.by };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addReasoned(cli: Cli, name: string, action: 'cancel' | 'approve' | 'refuse', about: string): void {
  const command = withRequest(decision(cli, name, about), cli);
  command.action((id: string, request: string, options: DecisionOptions) => {
    const body = { action, request, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addAmend(cli: Cli): void {
  const about = cli.say('change how urgent it is, or by when', '更改优先级或需用时间');
  const command = withWhen(withRequest(decision(cli, 'amend', about, { reason: 'none' }), cli), cli);
  command.action((id: string, request: string, options: AskOptions) => {
    const body = { action: 'amend', request, priority: options.priority, neededBy: options.by };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addSubstitute(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('use another resource for what is missing', '所缺部分改用其他资源');
  const command = withRequest(decision(cli, 'substitute', about), cli)
    .argument('<resource>', say('which one', '资源编号'))
    .option('--quantity <number>', say('default: as much as is missing', '数量，默认为所缺数量'), inputs.quantity);
  command.action((id: string, request: string, resource: string, options: LotOptions) => {
    const { reason, quantity } = options;
    const body = { action: 'substitute', request, resource, quantity, reason };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addDispatch(cli: Cli): void {
  const about = cli.say('register that it was sent out', '登记出库');
  const command = withLots(withRequest(decision(cli, 'dispatch', about, { reason: 'none' }), cli), cli, false);
  command.action((id: string, request: string, options: LotOptions) => {
    const body = { action: 'dispatch', request, lots: options.lot };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addArrive(cli: Cli): void {
  const about = cli.say('register that it is there', '登记到位');
  const command = withRequest(decision(cli, 'arrive', about, { reason: 'none' }), cli);
  command.action((id: string, request: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'resources', { action: 'arrive', request }, options)),
  );
}

function addReturn(cli: Cli): void {
  const { say } = cli;
  const about = say('register that it is back', '登记归还');
  const which = say('its id, or all', '申请编号，或 all 表示全部');
  const command = withLots(decision(cli, 'return', about, { reason: 'none' }).argument('<request>', which), cli, false);
  command.action((id: string, request: string, options: LotOptions) => {
    const requests = request === 'all' ? 'all' : [request];
    const body = { action: 'return', requests, lots: options.lot };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addConsume(cli: Cli): void {
  const { say } = cli;
  const about = say('register that it was used up, or money spent', '登记消耗或支用');
  const command = withLots(
    withRequest(decision(cli, 'consume', about, { reason: 'none' }), cli),
    cli,
    true,
  ).requiredOption('--note <text>', say('what for, with the voucher', '用途和凭证'));
  command.action((id: string, request: string, options: LotOptions) => {
    const body = { action: 'consume', request, lots: options.lot, note: options.note };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addDamage(cli: Cli): void {
  const about = cli.say('register that it was damaged or lost', '登记损坏或丢失');
  const command = withLots(withRequest(decision(cli, 'damage', about), cli), cli, true);
  command.action((id: string, request: string, options: LotOptions) => {
    const body = { action: 'damage', request, lots: options.lot, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}

function addReply(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('register what the partner answered', '登记外部单位的答复');
  const command = withRequest(decision(cli, 'reply', about, { reason: 'none' }), cli)
    .argument('<reply>', say('confirmed or declined', 'confirmed（同意）或 declined（不能）'))
    .requiredOption('--note <text>', say('who answered what', '答复人和内容'))
    .option('--eta <time>', say('when they come', '预计到达时间'), inputs.time);
  command.action((id: string, request: string, reply: string, options: LotOptions) => {
    const body = { action: 'partnerReply', request, reply, note: options.note, eta: options.eta };
    return cli.inPerson(command, (session) => decide(session, id, 'resources', body, options));
  });
}
