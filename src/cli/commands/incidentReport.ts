import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import type { Command } from 'commander';
import { IncidentReport } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { incidentReportLines } from '../print/incidentReport.js';
import type { Voice } from '../session.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** The report at the end, from draft to approval. */
export function addIncidentReport(cli: Cli): void {
  const { say } = cli;
  const program = cli.program
    .command('incident-report')
    .description(
      say('edit, submit, review, approve and show the incident report', '编写、提交、审核、批准、查看事故报告书'),
    );
  const on = { ...cli, program };
  addShow(on);
  addEdit(on);
  addPlain(on, 'submit', say('make a version of it, for somebody else to review', '提交一版，由另一人审核'));
  addOfVersion(on, 'review', say('say that a version is reviewed', '审核通过一版'));
  addReturn(on);
  addOfVersion(on, 'approve', say('approve a version that is reviewed', '批准已审核的一版'));
  addRevise(on);
}

function addShow(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('show')
    .description(say('where it stands, its sections and versions', '查看现状、各章节和各版'))
    .argument('<id>', say('of the incident', '事故编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'report'] });
      session.show(text, IncidentReport, (answer) => incidentReportLines(answer, session));
      return EXIT.ok;
    }),
  );
}

interface EditOptions extends DecisionOptions {
  text?: string;
  file?: string;
  clear?: true;
}

function addEdit(cli: Cli): void {
  const { say } = cli;
  const about = say(
    'put a section into your words; a version under review is thereby taken back',
    '改写一个章节；正在审核的一版就此撤回',
  );
  const command = decision(cli, 'edit', about, { reason: 'none' })
    .argument('<section>', say('its id, see incident-report show', '章节编号，见 incident-report show'))
    .option('--text <text>', say('the words', '文字'))
    .addOption(new Option('--file <path>', say('the words, in a text file', '文字所在的文本文件')).conflicts('text'))
    .addOption(new Option('--clear', say('leave it to Muster again', '恢复由系统编写')).conflicts(['text', 'file']));
  command.action((id: string, section: string, options: EditOptions) =>
    cli.inPerson(command, (session) => {
      const sections = { [section]: wordsFrom(options, session) };
      return decide(session, id, 'report', { action: 'edit', sections }, options);
    }),
  );
}

function wordsFrom({ text, file, clear }: EditOptions, { say }: Voice): string {
  if (clear === true) return '';
  if (text !== undefined) return text;
  const failure = (title: string, detail: string) =>
    new CliFailure(EXIT.usage, { code: file === undefined ? 'text_needed' : 'unreadable_file', title, detail });
  if (file === undefined) {
    throw failure(
      say('Words are needed', '须填写文字'),
      say(
        'Give --text or --file, or --clear to leave it to Muster.',
        '请给出 --text 或 --file；恢复由系统编写用 --clear。',
      ),
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw failure(
      say('The file cannot be read', '无法读取文件'),
      say(
        `${file} is not there or is not UTF-8 text. Nothing was sent.`,
        `${file} 不存在，或不是 UTF-8 文本。未发送任何内容。`,
      ),
    );
  }
}

type Action = 'submit' | 'review' | 'approve';

function addPlain(cli: Cli, action: Action, about: string): void {
  const command = decision(cli, action, about, { reason: 'none' });
  command.action((id: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'report', { action }, options)),
  );
}

function withVersion(command: Command, { say, inputs }: Cli): Command {
  return command.argument('<version>', say('the one that you have read', '您所阅读的版次'), inputs.wholeNumber);
}

function addOfVersion(cli: Cli, action: Action, about: string): void {
  const command = withVersion(decision(cli, action, about, { reason: 'none' }), cli);
  command.action((id: string, version: number, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'report', { action, version }, options)),
  );
}

function addReturn(cli: Cli): void {
  const { say } = cli;
  const about = say('send a version back to be changed', '退回一版，要求修改');
  const command = withVersion(decision(cli, 'return', about, { reason: 'none' }), cli).requiredOption(
    '--remarks <text>',
    say('what is to be changed', '修改意见'),
  );
  command.action((id: string, version: number, options: DecisionOptions & { remarks: string }) => {
    const body = { action: 'return', version, remarks: options.remarks };
    return cli.inPerson(command, (session) => decide(session, id, 'report', body, options));
  });
}

function addRevise(cli: Cli): void {
  const command = decision(cli, 'revise', cli.say('open the approved report again', '重新打开已批准的报告书'));
  command.action((id: string, options: DecisionOptions) => {
    const body = { action: 'revise', reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'report', body, options));
  });
}
