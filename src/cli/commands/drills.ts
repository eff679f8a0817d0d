import { Option } from 'commander';
import type { Command } from 'commander';
import { Drill, DrillList, DrillRecord } from '../../api/contract.js';
import type { Facts } from '../../domain/plan/condition.js';
import { EXIT } from '../exitCodes.js';
import { addImprove } from './drillImprove.js';
import { addDrillRun, withAbsent } from './drillRun.js';
import { drillLines, drillListLines } from '../print/drills.js';
import { newKey } from '../session.js';
import { addPapers } from './drillPapers.js';
import { deciding, tell, withId } from './drillDeciding.js';
import type { DrillOptions } from './drillDeciding.js';
import { addRevise } from './drillRevise.js';
import { rolesFrom, withRoles } from './drillRoles.js';
import type { RoleOptions } from './drillRoles.js';
import { withTimes } from './drillTimes.js';
import { withKey } from './cli.js';
import { addProgramme } from './programme.js';
import type { Cli, KeyOption } from './cli.js';

/** Exercises: scheme, conduct, feedback, evaluation, report. */
export function addDrills(cli: Cli): void {
  const program = cli.program
    .command('drill')
    .description(cli.say('prepare, conduct and evaluate drills', '筹备、实施和评估演练'));
  const on = { ...cli, program };
  addOpen(on);
  addProgramme(on);
  addDrillRun(on);
  addList(on);
  addShow(on);
  addScheme(on);
  addRevise(on);
  addPapers(on);
  addConduct(on);
  addInjects(on);
  addEvaluation(on);
  addImprove(on);
}

interface OpenOptions extends KeyOption, RoleOptions {
  programme?: string;
  pace?: number;
  simulateAbsent?: true;
  present?: string[];
  seed?: number;
  at?: string;
}

function addOpen(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('open')
    .description(say('draft the scheme of a drill', '拟定演练方案'))
    .argument('<scenario>', say('one of the plan, such as ransomware', '预案中的情景，如 ransomware'))
    .option('--programme <id>', say('the entry of the yearly programme that it is', '对应的年度演练计划项'));
  withTimes(command, cli);
  withRoles(command, cli, say('default: the organiser of the plan', '默认为预案规定的组织人'));
  withAbsent(command, cli);
  withKey(command, cli);
  command.action((scenario: string, options: OpenOptions) =>
    cli.byName(command, async (session) => {
      const { programme, pace, simulateAbsent, present, seed, at: plannedAt } = options;
      const roles = rolesFrom(options);
      const body = { scenario, programme, pace, simulateAbsent, present, seed, plannedAt, roles };
      const key = options.idempotencyKey ?? newKey();
      const text = await session.api.call({ method: 'POST', path: ['drills'], body, key });
      session.show(text, Drill, (opened) => drillListLines([opened], session));
      return EXIT.ok;
    }),
  );
}

function addList(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('list')
    .description(say('drills, the newest first', '演练，最近的在前'))
    .option('--status <status>', say('only these', '按状态'))
    .option('--scenario <id>', say('only of this scenario', '按情景'))
    .option('--live', say('neither closed nor called off', '只看尚未办结的'));
  command.action((options: { status?: string; scenario?: string; live?: true }) =>
    cli.run(command, async (session) => {
      const { live, ...rest } = options;
      const items: Drill[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...rest, ...(live ? { live: 'true' } : {}), limit: '200', cursor };
        const page = session.read(await session.api.call({ path: ['drills'], query }), DrillList);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      session.print(...(session.json ? [JSON.stringify({ items })] : drillListLines(items, session)));
      return EXIT.ok;
    }),
  );
}

function addShow(cli: Cli): void {
  const command = withId(cli.program.command('show'), cli).description(
    cli.say('one, with everything that happened in it', '一次演练及其全部经过'),
  );
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['drills', id] });
      session.show(text, DrillRecord, (drill) => drillLines(drill, session));
      return EXIT.ok;
    }),
  );
}

function addScheme(cli: Cli): void {
  const { say } = cli;
  plain(cli, 'submit-scheme', 'submitScheme', say('hand the scheme in for approval', '提交演练方案审批'));
  plain(
    cli,
    'approve',
    'approve',
    say('approve the scheme, as somebody who did not draft it', '批准演练方案，不得由拟定人批准'),
  );
  said(cli, 'return', '--remarks', say('return the scheme, or the report', '退回演练方案或者评估报告'), (remarks) => ({
    action: 'return',
    remarks,
  }));
  said(cli, 'call-off', '--reason', say('before it has begun', '开始之前取消演练'), (reason) => ({
    action: 'callOff',
    reason,
  }));
}

function addConduct(cli: Cli): void {
  const { say } = cli;
  plain(cli, 'start', 'start', say('begin now', '宣布开始'));
  plain(cli, 'end', 'end', say('the conduct is over', '宣布结束'));
  const stop = deciding(cli, 'stop', say('break it off at once', '立即中止'));
  stop.option('--reason <text>', say('goes on the record', '记入记录'));
  stop.action((id: string, options: DrillOptions & { reason?: string }) =>
    cli.byName(stop, (session) => tell(session, id, { action: 'stop', reason: options.reason }, options)),
  );
  const pace = deciding(cli, 'pace', say('how many times as fast as the clock', '调整时间速度'));
  pace.argument('<factor>', say('0 to 3600; 0: it stands still', '0 至 3600；0 为暂停'), cli.inputs.pace);
  pace.action((id: string, factor: number, options: DrillOptions) => tellPace(cli, pace, id, factor, options));
  const pause = deciding(cli, 'pause', say('let it stand still', '暂停'));
  pause.action((id: string, options: DrillOptions) => tellPace(cli, pause, id, 0, options));
  const resume = deciding(cli, 'resume', say('let it go on', '恢复'));
  resume.option(
    '--pace <factor>',
    say('default: the one before it stood still', '时间速度，默认为暂停前的速度'),
    cli.inputs.pace,
  );
  resume.action((id: string, options: DrillOptions & { pace?: number }) =>
    tellPace(cli, resume, id, options.pace, options),
  );
}

function tellPace(
  cli: Cli,
  command: Command,
  id: string,
  pace: number | undefined,
  options: DrillOptions,
): Promise<void> {
  return cli.byName(command, (session) => tell(session, id, { action: 'pace', pace }, options));
}

interface AddedOptions {
  player: string[];
  fact?: string[];
  expected?: string;
  expects?: string;
  within: string;
  by?: string[];
  anew?: true;
  objective?: string;
  evaluator?: string;
}

function addedFrom(event: string, options: AddedOptions, { inputs }: Cli): object {
  const { player: players, fact, expected, expects, within, by, anew, objective, evaluator } = options;
  return {
    ...{ action: 'addInject', event, players, expected, objective, evaluator },
    facts: fact?.reduce<Facts>((facts, one) => inputs.fact(one, facts), {}),
    expects: expects === undefined ? undefined : [{ event: expects, within, by, anew }],
  };
}

function addInjects(cli: Cli): void {
  const { say } = cli;
  const inject = deciding(
    cli,
    'inject',
    say('play an inject now; once played, its contingency', '立即注入；已注入的，使用备用注入'),
  );
  inject.argument('<inject>', say('its id, see `muster drill show`', '编号，见 muster drill show'));
  inject.action((id: string, one: string, options: DrillOptions) =>
    cli.byName(inject, (session) => tell(session, id, { action: 'inject', inject: one }, options)),
  );
  const skip = deciding(cli, 'skip', say('leave an inject out', '跳过一项注入'));
  skip
    .argument('<inject>', say('its id', '编号'))
    .requiredOption('--reason <text>', say('goes on the record', '理由，记入记录'));
  skip.action((id: string, one: string, options: DrillOptions & { reason: string }) =>
    cli.byName(skip, (session) => tell(session, id, { action: 'skip', inject: one, reason: options.reason }, options)),
  );
  const add = deciding(cli, 'add-inject', say('something else that happens now', '增加并立即注入'));
  add
    .argument('<event>', say('what happens', '情景内容'))
    .requiredOption('--player <post...>', say('whom it reaches, by their posts', '注入对象（岗位）'))
    .option('--fact <id=value...>', say('what becomes known through it', '由此得知的事实'))
    .option('--expected <text>', say('what they are to do', '预期行动'))
    .option(
      '--expects <event>',
      say('by which it is recognised, such as sitrepReleased', '识别标志（事件），如 sitrepReleased'),
    )
    .option('--within <time>', say('so long after the inject; default: 30m', '注入后时限，默认 30m'), '30m')
    .option('--by <post...>', say('who is to do it', '应由何岗位完成'))
    .option('--anew', say('what was done before does not count', '注入前已完成的不算'))
    .option('--objective <id>', say('of the scenario, that it is to show', '检验的演练目标'))
    .option('--evaluator <post>', say('who is to judge it', '评估人（岗位）'));
  add.action((id: string, event: string, options: DrillOptions & AddedOptions) =>
    cli.byName(add, (session) => tell(session, id, addedFrom(event, options, cli), options)),
  );
  const observe = deciding(cli, 'observe', say('note what you see, at any time', '随时记录观察'));
  observe
    .argument('<note>', say('in words', '内容'))
    .option('--criterion <id>', say('on this criterion', '对应的评估标准'))
    .option('--inject <id>', say('on this inject', '对应的注入'));
  observe.action((id: string, note: string, options: DrillOptions & { criterion?: string; inject?: string }) =>
    cli.byName(observe, (session) => {
      const { criterion, inject: on } = options;
      return tell(session, id, { action: 'observe', note, criterion, inject: on }, options);
    }),
  );
}

function addEvaluation(cli: Cli): void {
  const { say, inputs } = cli;
  const feedback = deciding(cli, 'feedback', say('answer the questions of the plan', '填写演练反馈'));
  feedback.addOption(
    new Option(
      '--answer <number=text...>',
      say('such as --answer 1="at once", see `muster drill show`', '如 --answer 1=立即接到，问题见 muster drill show'),
    )
      .argParser((text: string, before?: Record<string, string>) => inputs.numbered(text.replace(/^q/, ''), before))
      .makeOptionMandatory(),
  );
  feedback.option(
    '--for <person>',
    say('whose sheet it is, filled in on paper and handed to you', '代为录入纸质反馈：填写人'),
  );
  feedback.action((id: string, options: DrillOptions & { answer: Record<string, string>; for?: string }) =>
    cli.byName(feedback, (session) => {
      const { answer, for: person } = options;
      const answers = Object.fromEntries(Object.entries(answer).map(([number, text]) => [`q${number}`, text]));
      return tell(session, id, { action: 'answer', answers, for: person }, options);
    }),
  );
  const rate = deciding(cli, 'rate', say('rate a criterion, as an evaluator', '评定一项标准（评估人员）'));
  rate
    .argument('<criterion>', say('its id, such as E-21', '编号，如 E-21'))
    .addArgument(rate.createArgument('<rating>', 'P, S, M, U').choices(['P', 'S', 'M', 'U']))
    .requiredOption('--reason <text>', say('by what', '依据'));
  rate.action((id: string, criterion: string, rating: string, options: DrillOptions & { reason: string }) =>
    cli.byName(rate, (session) =>
      tell(session, id, { action: 'rate', criterion, rating, reason: options.reason }, options),
    ),
  );
  const submit = deciding(cli, 'submit', say('hand the evaluation report to command', '向指挥部提交评估报告'));
  submit
    .requiredOption('--problems <text>', say('what went wrong', '存在的问题'))
    .option('--suggestions <text>', say('what to do about it', '改进建议'), '')
    .option(
      '--despite',
      say('although feedback is still to come, or not everything is rated', '反馈未收齐或评定未完成，仍要提交'),
    );
  submit.action((id: string, options: DrillOptions & { problems: string; suggestions: string; despite?: true }) =>
    cli.byName(submit, (session) => {
      const { problems, suggestions, despite } = options;
      return tell(session, id, { action: 'submit', problems, suggestions, despite }, options);
    }),
  );
  plain(cli, 'accept', 'accept', say('accept the report, as command', '审定评估报告（指挥部）'));
}

function plain(cli: Cli, name: string, action: string, about: string): void {
  const command = deciding(cli, name, about);
  command.action((id: string, options: DrillOptions) =>
    cli.byName(command, (session) => tell(session, id, { action }, options)),
  );
}

function said(cli: Cli, name: string, option: string, about: string, body: (words: string) => object): void {
  const command = deciding(cli, name, about).requiredOption(
    `${option} <text>`,
    cli.say('goes on the record', '记入记录'),
  );
  command.action((id: string, options: DrillOptions & { remarks?: string; reason?: string }) =>
    cli.byName(command, (session) => tell(session, id, body(options.remarks ?? options.reason ?? ''), options)),
  );
}
