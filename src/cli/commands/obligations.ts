import { Option } from 'commander';
import type { Command } from 'commander';
import type { FilingFormat } from '../../api/contract.js';
import { Incident } from '../../api/contract.js';
import { LANGS } from '../../domain/lang.js';
import type { Lang } from '../../domain/lang.js';
import { cleanText } from '../../domain/words/index.js';
import { EXIT } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { mustBeNew, writeNew } from '../newFile.js';
import { obligationLines } from '../print/obligations.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';
import type { Session } from '../session.js';
import { storeBytes, storeEvidence } from './evidence.js';

interface FileOptions extends DecisionOptions {
  at?: string;
  to: string;
  channel: string;
  reference?: string;
  note?: string;
  link?: string;
  file?: string;
  draft?: true;
  lateReason?: string;
}

/** What law, contract or the plan's own rules want told to whom. */
export function addObligations(cli: Cli): void {
  const { say } = cli;
  addList(cli);
  const program = cli.program
    .command('obligation')
    .description(
      say(
        'draft, register, judge or time the legal reports of an incident',
        '起草、登记、判定法定报送，改定其时限起算时间',
      ),
    );
  const on = { ...cli, program };
  addDraft(on);
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
    .addOption(
      new Option(
        '--draft',
        say('what Muster drafts now is what was filed; it is stored', '凭据：报送的就是系统此刻起草的文书，随事故保存'),
      ).conflicts('file'),
    )
    .option('--late-reason <text>', say('why it was late, where it was', '逾期理由'));
  command.action((id: string, obligations: string[], options: FileOptions) =>
    cli.inPerson(command, async (session) => {
      const { at: filedAt, to, channel, reference, note, link, lateReason } = options;
      const file = await enclosed(session, id, obligations, options);
      const body = { action: 'file', obligations, filedAt, to, channel, reference, note, link, file, lateReason };
      return decide(session, id, 'obligations', body, options);
    }),
  );
}

/** What was filed is stored first, under its hash. One draft for all: they are met by one filing. */
async function enclosed(
  session: Session,
  id: string,
  [obligation = '']: string[],
  { file, draft, preview }: FileOptions,
): Promise<{ sha256: string; name: string } | undefined> {
  if (file !== undefined) return storeEvidence(session, id, file, preview);
  if (draft === undefined) return undefined;
  const bytes = await session.api.download(draftOf(id, obligation), { format: 'docx' });
  return storeBytes(session, id, { bytes, name: `${id}-${obligation}.docx` }, preview);
}

function draftOf(id: string, obligation: string): string[] {
  return ['incidents', id, 'obligations', obligation, 'draft'];
}

interface DraftOptions {
  in?: Lang;
  format?: FilingFormat;
  out?: string;
}

function addDraft(cli: Cli): void {
  const { say } = cli;
  const about = say('what is to be filed, drafted from the record for you to check', '按记录起草报送文书，供核对');
  const command = cli.program
    .command('draft')
    .description(about)
    .argument('<id>', say('of the incident', '事故编号'))
    .argument('<obligation>', say('its id, see `muster obligations`', '报送编号，见 muster obligations'))
    .addOption(
      new Option('--in <lang>', say('default: what the addressee reads', '文书语言，默认为接报方使用的语言')).choices(
        LANGS,
      ),
    )
    .addOption(
      new Option('--format <format>', say('default: text', '默认 text')).choices(['text', 'html', 'docx'] as const),
    )
    .option('--out <file>', say('a new one; docx is written to a file only', '新建的文件；docx 只能写入文件'));
  command.action((id: string, obligation: string, options: DraftOptions) =>
    cli.run(command, async (session) => {
      const { in: lang, out, format = out === undefined ? 'text' : 'docx' } = options;
      if (out !== undefined) mustBeNew(out, say);
      else if (format === 'docx') throw fileNeeded(session);
      const bytes = await session.api.download(draftOf(id, obligation), { lang, format });
      if (out === undefined) session.print(printable(bytes, session));
      else {
        writeNew(out, bytes, say);
        session.print(session.json ? JSON.stringify({ file: out, bytes: bytes.length }) : out);
      }
      return EXIT.ok;
    }),
  );
}

function printable(bytes: Buffer, { json }: Session): string {
  const text = cleanText(bytes.toString('utf8'));
  return json ? JSON.stringify({ text }) : text;
}

function fileNeeded({ say }: Session): CliFailure {
  return new CliFailure(EXIT.usage, {
    code: 'file_needed',
    title: say('A file is needed', '须指定文件'),
    detail: say('Name a new file for it with --out.', '请用 --out 指定新建的文件。'),
  });
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
