import { createHash } from 'node:crypto';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { z } from 'zod';
import {
  DrillList,
  DrillVerification,
  ImprovementList,
  ImprovementVerification,
  IncidentList,
  RecordVerification,
} from '../../api/contract.js';
import type { KnownHead } from '../../domain/record.js';
import { faultWords, oneLine, remarkWords } from '../../domain/words/index.js';
import { checkBundle, productVersion } from '../../record/index.js';
import type { BundleExpected, BundleVerdict } from '../../record/index.js';
import type { HeadInput } from '../inputs.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { fileErrorWords } from '../fileErrorWords.js';
import { mustBeNew, writeNewFrom } from '../newFile.js';
import { verificationLines } from '../print/verification.js';
import { withProgress } from '../progress.js';
import type { Desk, Session } from '../session.js';
import type { Cli } from './cli.js';

/** A long incident with large files, on a busy machine. */
const CHECKED_WITHIN_MS = 600_000;
/** Incidents asked for at a time. */
const PAGE = 100;

interface VerifyOptions {
  all?: true;
  bundle?: string;
  drill?: string;
  sha256?: string;
  head?: HeadInput[];
}

/** That a record is as it was made, and the record to take away. */
export function addProof(cli: Cli): void {
  addVerify(cli);
  addExport(cli);
}

function addVerify(cli: Cli): void {
  const { program, say, inputs } = cli;
  const command: Command = program
    .command('verify-record')
    .description(
      say(
        'check that the record of an incident is as it was made: one, all, or an exported bundle',
        '校验事故记录是否被改动：单起、全部或导出包',
      ),
    )
    .argument('[id]', say('of the incident', '事故编号'))
    .addOption(
      new Option('--all', say('every incident, improvement and drill', '全部事故、改进措施和演练')).conflicts('bundle'),
    )
    .addOption(new Option('--drill <id>', say('a drill by itself', '单次演练')).conflicts(['bundle', 'all']))
    .option('--bundle <file>', say('a bundle, without a running Muster', '导出包，无须运行 Muster'))
    .option(
      '--sha256 <hex>',
      say('of the bundle, as the export printed it', '导出时显示的导出包 SHA-256'),
      inputs.sha256,
    )
    .addOption(
      new Option(
        '--head <event:hash>',
        say(
          'a hash that was kept elsewhere, such as on a signed report; improvement/id@event:hash for one that came of the incident; may come several times',
          '另处（如已签署的报告书）留存的哈希值；由事故产生的改进措施写作 improvement/编号@事件号:哈希值；可多次给出',
        ),
      )
        .argParser(inputs.heads)
        .conflicts('all'),
    );
  command.action((id: string | undefined, { all, bundle, drill, sha256, head = [] }: VerifyOptions) => {
    const ways = [id, all, bundle, drill].filter((one) => one !== undefined);
    if (ways.length !== 1 || (sha256 !== undefined && bundle === undefined)) throw oneOf(cli);
    const heads = head.flatMap(({ improvement, ...one }) => (improvement === undefined ? [one] : []));
    const ofImprovements = head.flatMap(({ improvement, ...one }) =>
      improvement === undefined ? [] : [{ ...one, improvement }],
    );
    // Nothing comes of a drill by itself.
    if (drill !== undefined && ofImprovements.length > 0) throw oneOf(cli);
    if (bundle !== undefined) {
      return cli.local(command, (desk) =>
        verifyBundle(desk, bundle, { sha256, heads, improvementHeads: ofImprovements }),
      );
    }
    return cli.run(command, async (session) => {
      if (drill !== undefined) return verifyDrill(session, drill, heads);
      if (id === undefined) return verifyAll(session);
      const codes = [await verifyOne(session, id, heads)];
      for (const improvement of new Set(ofImprovements.map((one) => one.improvement))) {
        const theirs = ofImprovements.filter((one) => one.improvement === improvement);
        codes.push(await verifyImprovement(session, improvement, theirs));
      }
      return codes.find((code) => code !== EXIT.ok) ?? EXIT.ok;
    });
  });
}

/** As the API reads them. */
function asked(heads: readonly KnownHead[]): { heads?: string } {
  return heads.length === 0 ? {} : { heads: heads.map(({ seq, hash }) => `${seq}:${hash}`).join(',') };
}

async function verifyOne(session: Session, id: string, heads: readonly KnownHead[] = []): Promise<ExitCode> {
  const { say } = session;
  const words = () => say(`Checking ${oneLine(id)} …`, `正在校验 ${oneLine(id)}……`);
  const text = await withProgress(session, words, () =>
    session.api.call({
      path: ['incidents', id, 'record', 'verification'],
      query: asked(heads),
      withinMs: CHECKED_WITHIN_MS,
    }),
  );
  const { intact } = session.show(text, RecordVerification, (answer) => verificationLines(answer, session));
  return intact ? EXIT.ok : EXIT.refused;
}

async function verifyImprovement(session: Session, id: string, heads: readonly KnownHead[] = []): Promise<ExitCode> {
  const text = await session.api.call({
    path: ['improvements', id, 'record', 'verification'],
    query: asked(heads),
    withinMs: CHECKED_WITHIN_MS,
  });
  const { intact } = session.show(text, ImprovementVerification, (answer) => verificationLines(answer, session));
  return intact ? EXIT.ok : EXIT.refused;
}

async function verifyDrill(session: Session, id: string, heads: readonly KnownHead[] = []): Promise<ExitCode> {
  const text = await session.api.call({
    path: ['drills', id, 'record', 'verification'],
    query: asked(heads),
    withinMs: CHECKED_WITHIN_MS,
  });
  const { intact } = session.show(text, DrillVerification, (answer) => verificationLines(answer, session));
  return intact ? EXIT.ok : EXIT.refused;
}

async function verifyAll(session: Session): Promise<ExitCode> {
  const { say } = session;
  const incidents = await verifyEach(session, 'incidents', IncidentList, (id) => verifyOne(session, id));
  const improvements = await verifyEach(session, 'improvements', ImprovementList, (id) =>
    verifyImprovement(session, id),
  );
  const drills = await verifyEach(session, 'drills', DrillList, (id) => verifyDrill(session, id));
  if (!session.json) {
    session.print(
      say(
        `${incidents.done} incidents checked, ${incidents.faulty} not as recorded.`,
        `共校验事故 ${incidents.done} 起，${incidents.faulty} 起与记录不符。`,
      ),
      say(
        `${improvements.done} improvements checked, ${improvements.faulty} not as recorded.`,
        `共校验改进措施 ${improvements.done} 项，${improvements.faulty} 项与记录不符。`,
      ),
      say(
        `${drills.done} drills checked, ${drills.faulty} not as recorded.`,
        `共校验演练 ${drills.done} 次，${drills.faulty} 次与记录不符。`,
      ),
    );
  }
  return incidents.faulty + improvements.faulty + drills.faulty === 0 ? EXIT.ok : EXIT.refused;
}

/** Page by page. */
async function verifyEach(
  session: Session,
  of: string,
  list: z.ZodType<{ items: { id: string }[]; next?: string | undefined }>,
  verify: (id: string) => Promise<ExitCode>,
): Promise<{ done: number; faulty: number }> {
  const count = { done: 0, faulty: 0 };
  await withProgress(
    session,
    () => session.say(`${count.done} checked so far …`, `已校验 ${count.done} 条记录……`),
    async () => {
      let cursor: string | undefined;
      do {
        const text = await session.api.call({ path: [of], query: { limit: PAGE, cursor } });
        const { items, next } = session.read(text, list);
        for (const { id } of items) {
          if ((await verify(id)) !== EXIT.ok) count.faulty += 1;
          count.done += 1;
        }
        cursor = next;
      } while (cursor !== undefined);
    },
  );
  return count;
}

async function verifyBundle(desk: Desk, file: string, kept: Omit<BundleExpected, 'version'>): Promise<ExitCode> {
  const { say, lang, json, print, time } = desk;
  const words = () => say(`Checking ${file} …`, `正在校验 ${file}……`);
  const { sha256 } = kept;
  const expected = { ...kept, version: productVersion() };
  const verdict = await withProgress(desk, words, () => checkBundle(file, expected).catch(unreadable(file, desk)));
  const told = asAnswer({ ...verdict, incidentId: oneLine(verdict.incidentId) || file }, lang);
  if (json) print(JSON.stringify(told));
  else {
    const { exported } = verdict;
    const by =
      exported &&
      say(
        `  Exported ${time(exported.at)} by ${oneLine(exported.by)}`,
        `  导出时间 ${time(exported.at)}，导出人 ${oneLine(exported.by)}`,
      );
    print(...verificationLines(told, desk), ...(by === undefined ? [] : [by]), `  SHA-256: ${verdict.sha256}`);
    if (sha256 === undefined && verdict.faultsInAll === 0)
      print(
        say(
          '  Whether it is the file that was exported only its SHA-256 tells: give it with --sha256.',
          '  是否为当初导出的文件，只能由其 SHA-256 证明：请用 --sha256 提供。',
        ),
      );
  }
  return verdict.faultsInAll === 0 ? EXIT.ok : EXIT.refused;
}

/** In the form in which the API answers. What stands in a bundle comes from anywhere. */
function asAnswer(
  { faults, remarks, ...verdict }: BundleVerdict,
  lang: Desk['lang'],
): RecordVerification & BundleVerdict {
  return {
    ...verdict,
    intact: verdict.faultsInAll === 0,
    faults: faults.map((fault) => ({ ...fault, words: oneLine(faultWords(fault, lang)) })),
    remarks: remarks.map((remark) => ({ ...remark, words: oneLine(remarkWords(remark, lang)) })),
  };
}

function unreadable(file: string, { lang, say }: Desk) {
  return (error: unknown): never => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CliFailure(EXIT.usage, {
      code: 'unreadable_file',
      title: say('The file cannot be read', '无法读取文件'),
      detail: say(`${file}: ${fileErrorWords(error, lang)}.`, `${file}：${fileErrorWords(error, lang)}。`),
    });
  };
}

function oneOf({ say }: Cli): CliFailure {
  return new CliFailure(EXIT.usage, {
    code: 'usage',
    title: say('Which record?', '校验哪一份记录？'),
    detail: say(
      'Give the id of an incident, --drill with one of a drill, --all, or --bundle with a file; --sha256 goes with --bundle alone, --head of an improvement with an incident or its bundle.',
      '请给出事故编号、--drill 加演练编号、--all 或 --bundle 加文件名；--sha256 只与 --bundle 同用，改进措施的 --head 只与事故编号或导出包同用。',
    ),
  });
}

function addExport(cli: Cli): void {
  const { program, say } = cli;
  const command = program
    .command('export')
    .description(say('save the whole record of an incident as one ZIP', '将一起事故的全部记录导出为一个 ZIP 文件'))
    .argument('<id>', say('of the incident', '事故编号'))
    .argument('<file>', say('a new one', '新建的文件'));
  command.action((id: string, file: string) =>
    cli.run(command, async (session) => {
      mustBeNew(file, say);
      const hash = createHash('sha256');
      let bytes = 0;
      async function* counted() {
        for await (const piece of session.api.pieces(['incidents', id, 'bundle'], CHECKED_WITHIN_MS)) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
      }
      const words = () => say(`${bytes} bytes so far …`, `已接收 ${bytes} 字节……`);
      await withProgress(session, words, () => writeNewFrom(file, counted(), say));
      const sha256 = hash.digest('hex');
      if (session.json) session.print(JSON.stringify({ file, bytes, sha256 }));
      else
        session.print(
          file,
          `SHA-256: ${sha256}`,
          say(
            `Keep this number elsewhere. To check: muster verify-record --bundle ${file} --sha256 ${sha256}`,
            `请将此值另行保存。校验命令：muster verify-record --bundle ${file} --sha256 ${sha256}`,
          ),
        );
      return EXIT.ok;
    }),
  );
}
