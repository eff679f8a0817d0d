import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { Option } from 'commander';
import { PublicationList, PublicationTemplate } from '../../api/contract.js';
import { PUBLICATION_KINDS } from '../../domain/incident/index.js';
import { EXIT } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { fileErrorWords } from '../fileErrorWords.js';
import { mustBeNew, writeNew } from '../newFile.js';
import { publicationLines } from '../print/publications.js';
import type { Session } from '../session.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';
import { timeThere } from './timeThere.js';

/** What the public is told: drafted, checked, approved, and only then out. */
export function addPublications(cli: Cli): void {
  const { say } = cli;
  addList(cli);
  const program = cli.program
    .command('publication')
    .description(say('draft, check, approve or withdraw what the public is told', '对外信息的拟稿、审核、批准和撤回'));
  const on = { ...cli, program };
  addTemplate(on);
  addDraft(on);
  addCheck(on);
  addReturn(on);
  addApprove(on);
  addWithdraw(on);
  addWaive(on);
}

function addList(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('publications')
    .description(say('what was drafted for the public, every version, and what is out', '对外信息的各版文稿和发布情况'))
    .argument('<id>', say('of the incident', '事故编号'))
    .argument('[publication]', say('only this one', '只看这一份'));
  command.action((id: string, only: string | undefined) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'publications'] });
      session.show(text, PublicationList, (list) => publicationLines(list, id, only, session));
      return EXIT.ok;
    }),
  );
}

function addTemplate(cli: Cli): void {
  const { say } = cli;
  const about = say(
    'a file to start from, filled in as far as the record answers it',
    '生成可供修改的文稿，已知内容自动填入',
  );
  const command = cli.program
    .command('template')
    .description(about)
    .argument('<id>', say('of the incident', '事故编号'))
    .argument('<template>', say('of the plan, such as public-statement', '预案中的模板，如 public-statement'))
    .option('--out <file>', say('a new one; default: the terminal', '新建的文件，默认输出到终端'));
  command.action((id: string, template: string, { out }: { out?: string }) =>
    cli.run(command, async (session) => {
      if (out !== undefined) mustBeNew(out, say);
      const answer = await session.api.call({
        path: ['incidents', id, 'publications', 'template'],
        query: { template },
      });
      const { kind, texts, facts } = session.readExactly(answer, PublicationTemplate);
      const file = `# ${say('kind: one of', 'kind 可为')} ${PUBLICATION_KINDS.join(', ')}\n${stringify({ kind, facts, texts })}`;
      if (out !== undefined) writeNew(out, file, say);
      if (session.json) session.print(answer.trimEnd());
      else session.print(out ?? file.trimEnd());
      return EXIT.ok;
    }),
  );
}

interface DraftOptions extends DecisionOptions {
  again?: string;
  kind?: string;
  corrects?: string;
  next?: string;
}

function addDraft(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('hand a text in, to be checked and approved', '提交文稿，送审核和批准');
  const command = decision(cli, 'draft', about, { reason: 'none' })
    .argument(
      '<file>',
      say(
        'YAML or JSON: kind, facts, texts; see `publication template`',
        'YAML 或 JSON 文件，含 kind、facts、texts，见 publication template',
      ),
    )
    .option('--again <publication>', say('another version of this one', '作为这一份的新版本'))
    .addOption(
      new Option('--kind <kind>', say('instead of the one in the file', '类型，代替文件中所写')).choices(
        PUBLICATION_KINDS,
      ),
    )
    .option('--corrects <publication>', say('a correction of this one', '更正这一份'))
    .option(
      '--next <time>',
      say('when the text promises the next one: a time, or 1h', '文中承诺的下次发布时间，如 1h'),
      inputs.timeThere,
    );
  command.action((id: string, file: string, options: DraftOptions) =>
    cli.inPerson(command, async (session) => {
      const { again: publication, kind, corrects } = options;
      const nextAt = await timeThere(session, id, options.next);
      const correction = corrects === undefined ? undefined : 'correction';
      const given = { publication, kind: kind ?? correction, corrects, nextAt };
      const said = Object.entries(given).filter(([, value]) => value !== undefined);
      const body = { ...written(file, session), ...Object.fromEntries(said), action: 'draft' };
      return decide(session, id, 'publications', body, options);
    }),
  );
}

/** What is in it the API judges. */
function written(file: string, { lang, say }: Session): object {
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = fileErrorWords(error, lang);
    throw unusable(say(`${file}: ${why}. Nothing was sent.`, `${file}：${why}。未发送任何内容。`));
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  throw unusable(say(`${file} has no keys such as kind and texts.`, `${file} 中没有 kind、texts 等内容。`));

  function unusable(detail: string): CliFailure {
    return new CliFailure(EXIT.usage, {
      code: 'unreadable_file',
      title: say('The file cannot be read', '无法读取文件'),
      detail,
    });
  }
}

function about(cli: Cli, name: string, description: string, reason: 'required' | 'optional' | 'none') {
  const { say, inputs } = cli;
  return decision(cli, name, description, { reason })
    .argument('<publication>', say('such as p1, see `muster publications`', '编号，如 p1，见 muster publications'))
    .argument('<version>', say('the one that you have read', '您阅看的版本'), inputs.wholeNumber);
}

function addCheck(cli: Cli): void {
  const words = cli.say('say that law has no objection (legal check)', '登记法务审核没有意见');
  const command = about(cli, 'check', words, 'none');
  command.action((id: string, publication: string, version: number, options: DecisionOptions) =>
    cli.inPerson(command, (session) =>
      decide(session, id, 'publications', { action: 'check', publication, version }, options),
    ),
  );
}

function addReturn(cli: Cli): void {
  const { say } = cli;
  const command = about(cli, 'return', say('have it drafted anew', '退回重拟'), 'none').requiredOption(
    '--remarks <text>',
    say('what has to change', '修改意见'),
  );
  command.action((id: string, publication: string, version: number, options: DecisionOptions & { remarks: string }) =>
    cli.inPerson(command, (session) => {
      const body = { action: 'return', publication, version, remarks: options.remarks };
      return decide(session, id, 'publications', body, options);
    }),
  );
}

function addApprove(cli: Cli): void {
  const { say } = cli;
  const words = say(
    'let it out; the reason only where command does not wait for the legal check',
    '批准发布；指挥人员不等法务审核的，须写明理由',
  );
  const command = about(cli, 'approve', words, 'optional');
  command.action((id: string, publication: string, version: number, options: DecisionOptions) =>
    cli.inPerson(command, (session) => {
      const body = { action: 'approve', publication, version, reason: options.reason };
      return decide(session, id, 'publications', body, options);
    }),
  );
}

function addWithdraw(cli: Cli): void {
  const { say } = cli;
  const command = decision(
    cli,
    'withdraw',
    say('take it off the public page', '撤回，公开页面只保留撤回说明'),
  ).argument('<publication>', say('such as p1, see `muster publications`', '编号，如 p1，见 muster publications'));
  command.action((id: string, publication: string, options: DecisionOptions) => {
    const body = { action: 'withdraw', publication, reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'publications', body, options));
  });
}

function addWaive(cli: Cli): void {
  const command = decision(cli, 'waive', cli.say('decide that nothing more is published', '决定不再对外发布'));
  command.action((id: string, options: DecisionOptions) => {
    const body = { action: 'waive', reason: options.reason };
    return cli.inPerson(command, (session) => decide(session, id, 'publications', body, options));
  });
}
