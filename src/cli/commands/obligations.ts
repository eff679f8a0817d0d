import type { Command } from 'commander';
import { Incident } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { obligationLines } from '../print/obligations.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';
import { storeEvidence } from './evidence.js';

interface FileOptions extends DecisionOptions {
  at?: string;
  to: string;
  channel: string;
  reference?: string;
  note?: string;
  link?: string;
  file?: string;
  lateReason?: string;
}

/** What law, contract or the plan's own rules want told to whom. */
export function addObligations(cli: Cli): void {
  const { say } = cli;
  addList(cli);
  const program = cli.program
    .command('obligation')
    .description(
      say('register, judge or time the legal reports of an incident', '登记、判定法定报送，改定其时限起算时间'),
    );
  const on = { ...cli, program };
  addFile(on);
  addJudge(on, 'confirm', true, say('say that law asks for it here', '判定须报送'));
  addJudge(on, 'lift', false, say('say that law does not ask for it here', '判定不需要报送'));
  addClock(on);
}

function addList(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('obligations')
    .description(say('what law wants told to whom, by when, and what was filed', '法定报送事项、时限和登记情况'))
    .argument('<id>', say('of the incident', '事故编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id] });
      const { obligations } = session.read(text, Incident);
      session.print(
        ...(session.json ? [JSON.stringify({ id, obligations })] : obligationLines({ obligations }, session)),
      );
      return EXIT.ok;
    }),
  );
}

function idsArgument(command: Command, { say, inputs }: Cli): Command {
  const about = say('ids, comma-separated, see `muster obligations`', '报送编号，以逗号分隔，见 muster obligations');
  return command.argument('<obligations>', about, (text: string) => inputs.ids(text));
}

function addFile(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('register that it was filed, with what shows it', '登记已报送，附凭据');
  const command = idsArgument(decision(cli, 'file', about, { reason: 'none' }), cli)
    .requiredOption('--to <text>', say('who took it', '接报单位和接报人'))
    .requiredOption('--channel <text>', say('by which way', '报送渠道'))
    .option('--at <time>', say('when it was filed; default: now', '报送时间，默认现在'), inputs.time)
    .option('--reference <text>', say('number under which they took it', '回执号'))
    .option('--note <text>', say('what shows it, in words', '凭据：文字记录'))
    .option('--link <url>', say('where it can be seen', '凭据：链接'))
    .option(
      '--file <path>',
      say('the filing or its receipt, which is stored with the incident', '凭据：文件，随事故保存'),
    )
    .option('--late-reason <text>', say('why it was late, where it was', '逾期理由'));
  command.action((id: string, obligations: string[], options: FileOptions) =>
    cli.inPerson(command, async (session) => {
      const { at: filedAt, to, channel, reference, note, link, lateReason, preview } = options;
      const file = options.file === undefined ? undefined : await storeEvidence(session, id, options.file, preview);
      const body = { action: 'file', obligations, filedAt, to, channel, reference, note, link, file, lateReason };
      return decide(session, id, 'obligations', body, options);
    }),
  );
}

function addJudge(cli: Cli, name: string, applies: boolean, about: string): void {
  const command = idsArgument(decision(cli, name, about), cli);
  command.action((id: string, obligations: string[], options: DecisionOptions) => {
    const body = { action: 'judge', obligations, applies, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'obligations', body, options));
  });
}

function addClock(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('say from when its limit runs', '改定时限起算时间');
  const command = decision(cli, 'clock', about)
    .argument('<obligation>', say('its id, see `muster obligations`', '报送编号，见 muster obligations'))
    .argument('<start>', say('a time with offset', '带时区的时间'), inputs.time);
  command.action((id: string, obligation: string, start: string, options: DecisionOptions) => {
    const body = { action: 'setClock', obligation, start, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'obligations', body, options));
  });
}
