import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import {
  Improvement,
  ImprovementAnswer,
  ImprovementChain,
  ImprovementEvidence,
  ImprovementList,
  ImprovementPreview,
  ImprovementRecord,
} from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { chainLines, improvementLines, improvementListLines } from '../print/improvements.js';
import { newKey } from '../session.js';
import type { Session } from '../session.js';
import { withKey } from './cli.js';
import type { Cli } from './cli.js';
import { decide, decisionOptions } from './decide.js';
import type { DecisionOptions } from './decide.js';
import { readEvidence } from './evidence.js';
import { mustHaveOwner, withWhatToDo } from './whatToDo.js';
import type { WhatToDo } from './whatToDo.js';

interface OpenOptions extends WhatToDo {
  incident?: string;
  finding: string;
  origin?: string;
}

type ReasonOptions = DecisionOptions & { reason: string };

/** Corrective actions: what is to be done so that it does not happen again. */
export function addImprovements(cli: Cli): void {
  const program = cli.program
    .command('improvement')
    .description(cli.say('open, follow, hand in and verify improvements', '提出、跟踪、完成和验证改进措施'));
  const on = { ...cli, program };
  addOpen(on);
  addList(on);
  addShow(on);
  addDone(on);
  addVerify(on);
  addReturn(on);
  addMove(on);
  addReassign(on);
  addCancel(on);
  addLink(on);
  addChain(on);
}

function addOpen(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('open')
    .description(
      say(
        'open one, of an incident in its aftermath or of none (whoever keeps improvements, command)',
        '提出改进措施，可属于后期处置中的事故（改进措施管理岗位、指挥部）',
      ),
    )
    .argument('<action>', say('what is to be done', '要做什么'))
    .requiredOption('--finding <text>', say('what was found', '针对的问题'));
  withWhatToDo(command, cli);
  command
    .addOption(new Option('--incident <id>', say('the incident that leads to it', '所属事故编号')).conflicts('origin'))
    .addOption(
      new Option('--origin <origin>', say('where it comes from; default: other', '来源，默认 other')).choices([
        'drill',
        'planEvaluation',
        'other',
      ] as const),
    );
  withKey(command, cli);
  command.action((action: string, options: OpenOptions) => {
    mustHaveOwner(command, cli, options);
    return cli.inPerson(command, async (session) => {
      const { incident, finding, reference, type, priority, due: dueAt, planChange, origin } = options;
      const owner = ownerFrom(options.ownerPost, options.ownerPerson);
      const body = { finding, action, reference, type, priority, owner, dueAt, planChange };
      if (incident !== undefined) return decide(session, incident, 'improvements', body, options);
      const key = options.idempotencyKey ?? newKey();
      const text = await session.api.call({ method: 'POST', path: ['improvements'], body: { ...body, origin }, key });
      session.show(text, Improvement, (opened) => improvementListLines([opened], session));
      return EXIT.ok;
    });
  });
}

export function ownerFrom(post: string | undefined, person: string | undefined) {
  return post === undefined ? { person } : { post };
}

interface ListOptions {
  status?: string;
  owner?: string;
  overdue?: true;
  origin?: string;
  incident?: string;
}

function addList(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('list')
    .description(say('improvements, the first due first', '改进措施，按期限排列'))
    .addOption(
      new Option('--status <status>', say('only these', '按状态')).choices([
        'open',
        'done',
        'verified',
        'cancelled',
      ] as const),
    )
    .option('--owner <person>', say('theirs, by name or by a post', '按责任人（含其担任的岗位）'))
    .option('--overdue', say('open and past the due date', '只看逾期的'))
    .option('--incident <id>', say('those of an incident', '按所属事故'))
    .addOption(
      new Option('--origin <origin>', say('by where they come from', '按来源')).choices([
        'incident',
        'drill',
        'planEvaluation',
        'other',
      ] as const),
    );
  command.action((options: ListOptions) =>
    cli.run(command, async (session) => {
      const { overdue, ...rest } = options;
      const items: Improvement[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...rest, ...(overdue ? { overdue: 'true' } : {}), limit: '200', cursor };
        const page = session.read(await session.api.call({ path: ['improvements'], query }), ImprovementList);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      session.print(...(session.json ? [JSON.stringify({ items })] : improvementListLines(items, session)));
      return EXIT.ok;
    }),
  );
}

function addShow(cli: Cli): void {
  const { say } = cli;
  const command = withId(cli.program.command('show'), cli).description(
    say('one, with everything that happened to it', '一项改进措施及其全部经过'),
  );
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['improvements', id] });
      session.show(text, ImprovementRecord, (item) => improvementLines(item, session));
      return EXIT.ok;
    }),
  );
}

function addDone(cli: Cli): void {
  const { say } = cli;
  const about = say('hand in that it is done, as its owner', '由责任人报告完成，附凭证');
  const command = deciding(cli, 'done', about)
    .option('--note <text>', say('what was done', '凭证：文字记录'))
    .option('--link <url>', say('where it can be seen', '凭证：链接'))
    .option('--file <path>', say('a file, which is stored with it', '凭证：文件，随改进措施保存'));
  command.action((id: string, options: DecisionOptions & { note?: string; link?: string; file?: string }) =>
    cli.inPerson(command, async (session) => {
      const { note, link } = options;
      const file = options.file === undefined ? undefined : await stored(session, id, options.file, options.preview);
      return tell(session, id, { action: 'done', note, link, file }, options);
    }),
  );
}

function addVerify(cli: Cli): void {
  const { say } = cli;
  const about = say('find it done, as somebody else than its owner', '验证通过，须由责任人以外的人员办理');
  const command = deciding(cli, 'verify', about)
    .option('--note <text>', say('by what', '验证说明'))
    .option('--drill <id>', say('the drill that shows it', '可作为依据的演练'));
  command.action((id: string, options: DecisionOptions & { note?: string; drill?: string }) => {
    const { note, drill } = options;
    return cli.inPerson(command, (session) => tell(session, id, { action: 'verify', note, drill }, options));
  });
}

function addReturn(cli: Cli): void {
  const { say } = cli;
  const about = say('find it not done; it is open again', '验证不通过，退回继续整改');
  const command = deciding(cli, 'return', about).requiredOption('--remarks <text>', say('what is missing', '意见'));
  command.action((id: string, options: DecisionOptions & { remarks: string }) =>
    cli.inPerson(command, (session) => tell(session, id, { action: 'return', remarks: options.remarks }, options)),
  );
}

function addMove(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say(
    'give it another due date (whoever keeps improvements, command)',
    '变更期限（改进措施管理岗位、指挥部）',
  );
  const command = reasoned(cli, 'move', about).argument(
    '<due>',
    say('a time with offset, or 14d from now', '带时区的时间，或 14d 后'),
    inputs.timeAhead,
  );
  command.action((id: string, dueAt: string, options: ReasonOptions) =>
    cli.inPerson(command, (session) => tell(session, id, { action: 'move', dueAt, reason: options.reason }, options)),
  );
}

function addReassign(cli: Cli): void {
  const { say } = cli;
  const about = say(
    'give it to another owner (whoever keeps improvements, command)',
    '改交他人（改进措施管理岗位、指挥部）',
  );
  const command = reasoned(cli, 'reassign', about)
    .addOption(new Option('--to-post <post>', say('whoever holds it', '交给该岗位')).conflicts('toPerson'))
    .option('--to-person <person>', say('one person', '交给该人员'));
  command.action((id: string, options: ReasonOptions & { toPost?: string; toPerson?: string }) => {
    const body = { action: 'reassign', owner: ownerFrom(options.toPost, options.toPerson), reason: options.reason };
    return cli.inPerson(command, (session) => tell(session, id, body, options));
  });
}

function addCancel(cli: Cli): void {
  const about = cli.say('give it up (whoever keeps improvements, command)', '取消（改进措施管理岗位、指挥部）');
  const command = reasoned(cli, 'cancel', about);
  command.action((id: string, options: ReasonOptions) =>
    cli.inPerson(command, (session) => tell(session, id, { action: 'cancel', reason: options.reason }, options)),
  );
}

function addLink(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('say which version of a plan brings the change', '关联落实修改的预案版本');
  const command = deciding(cli, 'link', about)
    .argument('<plan>', say('its id, see `muster plan list`', '预案编号，见 muster plan list'))
    .argument('<version>', say('number of the version', '版本号'), inputs.wholeNumber);
  command.action((id: string, plan: string, version: number, options: DecisionOptions) =>
    cli.inPerson(command, (session) => tell(session, id, { action: 'link', plan, version }, options)),
  );
}

function addChain(cli: Cli): void {
  const { say } = cli;
  const about = say(
    'from what a drill found to the drill that shows that it works, and how it was rated since',
    '从演练发现问题到验证的全过程，以及此后历次评定',
  );
  const command = withId(cli.program.command('chain'), cli).description(about);
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['improvements', id, 'chain'] });
      session.show(text, ImprovementChain, (chain) => chainLines(chain, session));
      return EXIT.ok;
    }),
  );
}

function withId(command: Command, { say }: Cli): Command {
  return command.argument('<id>', say('of the improvement', '改进措施编号'));
}

function deciding(cli: Cli, name: string, about: string): Command {
  return decisionOptions(withId(cli.program.command(name), cli).description(about), cli);
}

function reasoned(cli: Cli, name: string, about: string): Command {
  return deciding(cli, name, about).requiredOption('--reason <text>', cli.say('goes on the record', '理由，记入记录'));
}

/** A preview of what would be refused counts as refused. */
async function tell(
  session: Session,
  id: string,
  body: object,
  { preview, ifSeq, idempotencyKey = newKey() }: DecisionOptions,
): Promise<ExitCode> {
  const text = await session.api.call({
    method: 'POST',
    path: ['improvements', id, 'decisions'],
    body: { ...body, preview, ifSeq },
    key: idempotencyKey,
  });
  if (preview) {
    const { allowed } = session.show(text, ImprovementPreview, ({ words }) => words);
    return allowed ? EXIT.ok : EXIT.refused;
  }
  const { seq } = session.read(text, ImprovementAnswer);
  const now = await session.api.call({ path: ['improvements', id], query: { minSeq: seq } });
  if (session.json) session.print(text.trim());
  else session.print(...improvementListLines([session.read(now, ImprovementRecord)], session));
  return EXIT.ok;
}

/** The file is stored first, under its hash; a preview stores nothing. */
async function stored(
  session: Session,
  id: string,
  path: string,
  preview: true | undefined,
): Promise<{ sha256: string; name: string }> {
  const [bytes, name] = [readEvidence(path, session), basename(path)];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (preview) return { sha256, name };
  const where = ['improvements', id, 'evidence'];
  const text = await session.api.call({ method: 'POST', path: where, query: { name }, bytes });
  return { sha256: session.read(text, ImprovementEvidence).sha256, name };
}
