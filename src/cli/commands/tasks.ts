import { Option } from 'commander';
import type { Command } from 'commander';
import { Incident } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { taskLines } from '../print/tasks.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import { storeEvidence } from './evidence.js';
import type { DecisionOptions } from './decide.js';
import { timeThere } from './timeThere.js';

type OwnerOptions = DecisionOptions & { toPost?: string; toPerson?: string };
type FinishOptions = DecisionOptions & { note?: string; link?: string; file?: string; finding?: string };
type AddOptions = OwnerOptions & { due: string; mandatory?: true };

/** What is to be done in an incident. */
export function addTasks(cli: Cli): void {
  const { say } = cli;
  addList(cli);
  const task = cli.program
    .command('task')
    .description(
      say('start, finish, skip, reassign or add a task of an incident', '开始、完成、不做、改交或增加事故中的任务'),
    );
  const on = { ...cli, program: task };
  addStart(on);
  addFinish(on);
  addSkip(on);
  addReassign(on);
  addAdd(on);
}

function addList(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('tasks')
    .description(say('what is to be done in an incident, by whom, by when', '事故中的任务、负责人和时限'))
    .argument('<id>', say('of the incident', '事故编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id] });
      const { tasks } = session.read(text, Incident);
      session.print(...(session.json ? [JSON.stringify({ id, tasks })] : taskLines({ tasks }, session)));
      return EXIT.ok;
    }),
  );
}

function taskArgument(command: Command, { say }: Cli): Command {
  return command.argument('<task>', say('id of the task, see `muster tasks`', '任务编号，见 muster tasks'));
}

function ownerOptions(command: Command, { say }: Cli): Command {
  return command
    .addOption(new Option('--to-post <post>', say('whoever holds it', '交给该岗位')).conflicts('toPerson'))
    .option('--to-person <person>', say('one person', '交给该人员'));
}

function ownerFrom({ toPost, toPerson }: OwnerOptions) {
  return toPost === undefined ? { person: toPerson } : { post: toPost };
}

function addStart(cli: Cli): void {
  const about = cli.say('say that somebody is at it', '登记任务已开始');
  const command = taskArgument(decision(cli, 'start', about, { reason: 'none' }), cli);
  command.action((id: string, task: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'tasks', { action: 'start', task }, options)),
  );
}

function addFinish(cli: Cli): void {
  const { say } = cli;
  const about = say(
    'say that it is done, with the evidence that the plan asks for',
    '登记任务已完成，附预案要求的凭证',
  );
  const command = taskArgument(decision(cli, 'finish', about, { reason: 'none' }), cli)
    .option('--note <text>', say('evidence: what was done', '凭证：文字记录'))
    .option('--link <url>', say('evidence: where it can be seen', '凭证：链接'))
    .option('--file <path>', say('evidence: a file, which is stored with the incident', '凭证：文件，随事故保存'))
    .option('--finding <text>', say('what was found out', '查明的情况'));
  command.action((id: string, task: string, options: FinishOptions) =>
    cli.inPerson(command, async (session) => {
      const { note, link, finding } = options;
      const file =
        options.file === undefined ? undefined : await storeEvidence(session, id, options.file, options.preview);
      return decide(session, id, 'tasks', { action: 'finish', task, note, link, finding, file }, options);
    }),
  );
}

function addSkip(cli: Cli): void {
  const about = cli.say('decide that it is not to be done, as command', '由指挥人员决定不做');
  const command = taskArgument(decision(cli, 'skip', about), cli);
  command.action((id: string, task: string, options: DecisionOptions) => {
    const body = { action: 'skip', task, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'tasks', body, options));
  });
}

function addReassign(cli: Cli): void {
  const about = cli.say('give it to another post or person, as lead or command', '由组长或指挥人员改交他人');
  const command = ownerOptions(taskArgument(decision(cli, 'reassign', about), cli), cli);
  command.action((id: string, task: string, options: OwnerOptions) => {
    const body = { action: 'reassign', task, to: ownerFrom(options), reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'tasks', body, options));
  });
}

function addAdd(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('add a task, as command or as the lead of a team', '由指挥人员或组长增加任务');
  const command = ownerOptions(decision(cli, 'add', about, { reason: 'none' }), cli)
    .argument('<title>', say('what there is to do', '任务内容'))
    .addOption(
      new Option('--due <when>', say('a time with offset, or 20m or 2h from now', '时限：带时区的时间，或 20m、2h 后'))
        .argParser(inputs.timeThere)
        .makeOptionMandatory(),
    )
    .option('--mandatory', say('only whoever commands may skip it', '必做：只有指挥长可以决定不做'));
  command.action((id: string, title: string, options: AddOptions) => {
    const { mandatory = false } = options;
    return cli.inPerson(command, async (session) => {
      const due = await timeThere(session, id, options.due);
      return decide(session, id, 'tasks', { action: 'add', title, owner: ownerFrom(options), due, mandatory }, options);
    });
  });
}
