import type { Command } from 'commander';
import { DocumentList, NoticeList } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { mustBeNew, writeNew } from '../newFile.js';
import { documentLines } from '../print/documents.js';
import { noticeLines } from '../print/notices.js';
import type { Session } from '../session.js';
import type { Cli } from './cli.js';

/** What is kept with an incident besides its events: who was reached, documents, files of evidence. */
export function addRecord(cli: Cli): void {
  addNotices(cli);
  addDocument(cli);
  addEvidence(cli);
}

function addNotices(cli: Cli): void {
  const { program, say } = cli;
  const command = program
    .command('notices')
    .description(say('who was told what, and whether it reached them', '通知情况：通知了谁、是否送达'))
    .argument('<id>', say('of the incident', '事故编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'notices'] });
      session.show(text, NoticeList, ({ items }) => noticeLines(items, session));
      return EXIT.ok;
    }),
  );
}

function addDocument(cli: Cli): void {
  const { say } = cli;
  const group = cli.program
    .command('document')
    .description(say('list and fetch the documents written about an incident', '列出和下载事故文书'));
  const list = withIncident(
    cli,
    group.command('list').description(say('all of an incident', '列出某一事故的全部文书')),
  );
  list.action((id: string) =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'documents'] });
      session.show(text, DocumentList, ({ items }) => documentLines(items, session));
      return EXIT.ok;
    }),
  );
  const about = say('save one, in the language of --lang', '保存一份文书，语言由 --lang 指定');
  const get = withIncident(cli, group.command('get').description(about))
    .argument('<document>', say('see document list', '文书编号，见 document list'))
    .argument('<format>', say('docx or html', 'docx 或 html'))
    .argument('<file>', say('a new one', '新建的文件'));
  get.action((id: string, document: string, format: string, file: string) =>
    cli.run(get, (session) => save(session, ['incidents', id, 'documents', document, format], file)),
  );
}

function addEvidence(cli: Cli): void {
  const { say } = cli;
  const group = cli.program.command('evidence').description(say('files that show what was done', '任务完成凭证'));
  const about = say('save a file of evidence, as somebody who holds a post', '保存凭证文件，须由任职人员下载');
  const get = withIncident(cli, group.command('get').description(about))
    .argument('<sha256>', say('of the file; see tasks', '文件的 SHA-256，见 tasks'))
    .argument('<file>', say('a new one', '新建的文件'));
  get.action((id: string, sha256: string, file: string) =>
    cli.inPerson(get, (session) => save(session, ['incidents', id, 'evidence', sha256], file)),
  );
}

function withIncident({ say }: Cli, command: Command): Command {
  return command.argument('<id>', say('of the incident', '事故编号'));
}

async function save(session: Session, path: string[], file: string): Promise<ExitCode> {
  const { say } = session;
  mustBeNew(file, say);
  const bytes = await session.api.download(path);
  writeNew(file, bytes, say);
  session.print(session.json ? JSON.stringify({ file, bytes: bytes.length }) : file);
  return EXIT.ok;
}
