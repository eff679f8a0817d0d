import { Argument } from 'commander';
import { PreviewAnswer } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { foretoldLines, previewLines } from '../print/answers.js';
import { newKey } from '../session.js';
import type { Session } from '../session.js';
import type { Cli } from './cli.js';
import { ask, decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

type LevelOptions = DecisionOptions & { level?: string; incidentLevel?: string };

export function addDecisions(cli: Cli): void {
  addVerify(cli);
  addLevel(cli);
  addCategory(cli);
  addCriterion(cli);
  addTerminate(cli);
  addReopen(cli);
  addRecurrence(cli);
  addClose(cli);
  addMove(cli);
}

function addVerify(cli: Cli): void {
  const { say } = cli;
  const command = decision(
    cli,
    'verify',
    say(
      'verify a report and decide on it; standby again prolongs it',
      '核实事故报告并作出决定；预警启动期间再次 standby 即为延长',
    ),
  )
    .addArgument(new Argument('<outcome>').choices(['confirmed', 'standby', 'rejected']))
    .option(
      '--level <level>',
      say('response level; default: of the incident level', '响应级别；默认取事故等级对应的级别'),
    )
    .option(
      '--incident-level <level>',
      say('incident level; default: what the criteria propose', '事故等级；默认取定级准则的建议'),
    );
  command.action((id: string, outcome: string, options: LevelOptions) => {
    const { level, incidentLevel, reason } = options;
    const body = { outcome, level, incidentLevel, reason };
    return cli.inPerson(command, (session) => decide(session, id, 'verification', body, options));
  });
}

function addLevel(cli: Cli): void {
  const { say } = cli;
  const command = decision(cli, 'level', say('change the response level', '调整响应级别'))
    .argument('<level>')
    .option('--incident-level <level>', say('default: stays as it is', '默认不变'));
  command.action((id: string, level: string, options: LevelOptions) => {
    const { incidentLevel, reason } = options;
    const body = { level, incidentLevel, reason };
    return cli.inPerson(command, (session) => decide(session, id, 'level', body, options));
  });
}

function addCategory(cli: Cli): void {
  const { say } = cli;
  const about = say('change the category, where it is another kind of incident', '更改事故类别');
  const command = decision(cli, 'category', about).argument('<category>');
  command.action((id: string, category: string, options: DecisionOptions) => {
    const body = { category, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'category', body, options));
  });
}

function addCriterion(cli: Cli): void {
  const { say, inputs } = cli;
  const program = cli.program
    .command('criterion')
    .description(say('say whether termination criteria are met', '确认终止条件是否满足'));
  const on = { ...cli, program };
  const about = say('ids, comma-separated, see `muster status`', '终止条件编号，以逗号分隔，见 muster status');
  const confirm = decision(on, 'confirm', say('confirm that they are met', '确认已满足'), { reason: 'none' })
    .argument('<criteria>', about, inputs.ids)
    .option('--note <text>', say('how it was checked', '核对情况'));
  confirm.action((id: string, criteria: string[], options: DecisionOptions & { note?: string }) => {
    const body = { action: 'confirm', criteria, note: options.note };
    return cli.inPerson(confirm, (session) => decide(session, id, 'criteria', body, options));
  });
  const withdraw = decision(on, 'withdraw', say('take back that they are met', '撤回确认')).argument(
    '<criteria>',
    about,
    inputs.ids,
  );
  withdraw.action((id: string, criteria: string[], options: DecisionOptions) => {
    const body = { action: 'withdraw', criteria, reason: options.reason };
    return cli.inPerson(withdraw, (session) => decide(session, id, 'criteria', body, options));
  });
}

function addTerminate(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say(
    'the end of the emergency: ask for what has to be confirmed, propose, override what is open, sign, withdraw',
    '应急终止：请有关人员确认终止条件（ask）、提议（propose）、强制终止（override）、签署（confirm）、撤回提议（withdraw）',
  );
  // A second signature needs no reason.
  const command = decision(cli, 'terminate', about, { reason: 'optional' })
    .addArgument(new Argument('<action>').choices(['ask', 'propose', 'override', 'confirm', 'withdraw']))
    .option(
      '--criteria <ids>',
      say(
        'with propose: the criteria that you confirm with it, comma-separated',
        '提议时：由您一并确认的终止条件，以逗号分隔',
      ),
      inputs.ids,
    );
  command.action((id: string, action: string, options: DecisionOptions & { criteria?: string[] }) => {
    const { criteria, reason } = options;
    return cli.inPerson(command, (session) =>
      decide(session, id, 'termination', { action, criteria, reason }, options),
    );
  });
}

function addReopen(cli: Cli): void {
  const { say } = cli;
  const about = say('reopen an incident that has come back within its watch', '观察期内再次发生的，重新启动响应');
  const command = decision(cli, 'reopen', about)
    .option('--level <level>', say('default: the one at which it ended', '默认为终止时的级别'))
    .option('--incident-level <level>', say('default: stays as it is', '默认不变'));
  command.action((id: string, options: LevelOptions) => {
    const { level, incidentLevel, reason } = options;
    return cli.inPerson(command, (session) =>
      decide(session, id, 'reopening', { level, incidentLevel, reason }, options),
    );
  });
}

function addRecurrence(cli: Cli): void {
  const { say } = cli;
  const program = cli.program
    .command('recurrence')
    .description(say('what may be the same thing come back, while it is watched', '观察期内的疑似复发'));
  const about = say('say that it has not come back; the watch goes on', '认定不是再次发生，继续观察');
  const dismiss = decision({ ...cli, program }, 'dismiss', about);
  dismiss.action((id: string, options: DecisionOptions) => {
    const body = { reason: options.reason };
    return cli.inPerson(dismiss, (session) => decide(session, id, ['recurrence', 'dismissal'], body, options));
  });
}

function addClose(cli: Cli): void {
  const command = decision(cli, 'close', cli.say('close the incident after its report', '事故报告书完成后结案'));
  command.option('--despite', cli.say('although steps of the aftermath are not done', '后期处置尚未办完，仍要结案'));
  command.action((id: string, options: DecisionOptions & { despite?: true }) => {
    const body = { reason: options.reason, despite: options.despite };
    return cli.inPerson(command, (session) => decide(session, id, 'closure', body, options));
  });
}

type MoveOptions = DecisionOptions & { yes?: true };

/** What a version changes in a running incident is seen before it happens. */
function addMove(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('move a running incident to another version of its plan', '将运行中的事故切换到预案的其他版本');
  const command = decision(cli, 'move', about)
    .argument('<version>', say('in effect', '已生效的版本'), inputs.wholeNumber)
    .option('--yes', say('decide; without it only what would happen is shown', '作出决定；不加则只显示后果'));
  command.action((id: string, version: number, options: MoveOptions) => {
    const body = { version, reason: options.reason };
    return cli.inPerson(command, (session) => move(session, id, body, options));
  });
}

/** Shows the difference, and decides on exactly that. */
async function move(session: Session, id: string, body: object, options: MoveOptions): Promise<ExitCode> {
  const { yes, preview, ifSeq, idempotencyKey = newKey() } = options;
  if (preview) return decide(session, id, 'plan', body, options);
  const text = await ask(session, id, 'plan', { ...body, preview: true, ifSeq }, idempotencyKey);
  if (!yes) {
    const { allowed, seq } = session.show(text, PreviewAnswer, (answer) => previewLines(answer, session));
    if (allowed) throw nothingDone(session, seq);
    return EXIT.refused;
  }
  const foretold = session.read(text, PreviewAnswer);
  // What is refused says why by itself; what stands already under this key is answered again.
  if (foretold.allowed && !session.json) session.print(...foretoldLines(foretold, session));
  return decide(session, id, 'plan', body, { idempotencyKey, ifSeq: ifSeq ?? foretold.seq });
}

function nothingDone({ say }: Session, seq: number): CliFailure {
  return new CliFailure(EXIT.refused, {
    code: 'yes_required',
    title: say('Nothing was done', '未作任何决定'),
    detail: say(
      `If this is what you want, repeat the command with --yes --if-seq ${seq}.`,
      `确认无误后，请加上 --yes --if-seq ${seq} 重新执行。`,
    ),
    needed: { ifSeq: seq },
  });
}
