import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { DrillRecord } from '../../api/contract.js';
import type { IncidentEvent } from '../../domain/incident/index.js';
import { compilePlan } from '../../domain/plan/compile.js';
import type { CompiledPlan } from '../../domain/plan/compiled.js';
import { namesFrom, namesOver } from '../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { eventWords, noBundleWords } from '../../domain/words/index.js';
import { NoBundle, recordedIncident } from '../../record/index.js';
import { whatIf } from '../../rehearsal/index.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { CliFailure } from '../failure.js';
import { writeNewFrom } from '../newFile.js';
import { ledgerBeside, mustHaveRoster, SAMPLE_PLAN, usablePlan } from '../planFolder.js';
import { whatIfLines } from '../print/whatIf.js';
import type { WhatIfTold } from '../print/whatIf.js';
import { fileErrorWords } from '../fileErrorWords.js';
import { withProgress } from '../progress.js';
import type { Desk, Session } from '../session.js';
import type { Cli } from './cli.js';

/** A long incident with large files, on a busy machine. */
const FETCHED_WITHIN_MS = 600_000;

interface WhatIfOptions {
  bundle?: string;
  plan: string;
}

/** A past incident under another plan: what would have differed. */
export function addWhatIf(cli: Cli): void {
  const { program, say } = cli;
  const command: Command = program
    .command('what-if')
    .description(
      say(
        'run what people said in a past incident against another plan, and show what would have differed',
        '以往期事故中各人的决定在另一预案下重演，比较有何不同',
      ),
    )
    .argument('[id]', say('of the incident', '事故编号'))
    .option('--bundle <file>', say('a bundle, without a running Muster', '导出包，无须运行 Muster'))
    .option('--plan <folder>', say('the other plan, with roster and ledger', '另一预案的文件夹'), SAMPLE_PLAN);
  command.action((id: string | undefined, options: WhatIfOptions) => {
    const { bundle } = options;
    if ((id === undefined) === (bundle === undefined)) throw oneOf(cli, id, bundle);
    if (bundle !== undefined) return cli.local(command, (desk) => compare(desk, bundle, options));
    return cli.run(command, async (session) => {
      const folder = mkdtempSync(join(tmpdir(), 'muster-what-if-'));
      const file = join(folder, 'bundle.zip');
      try {
        const pieces = session.api.pieces(['incidents', id!, 'bundle'], FETCHED_WITHIN_MS);
        const words = () => say('Fetching the record …', '正在读取记录……');
        const fetched = () =>
          writeNewFrom(file, pieces, say).catch((error: unknown) => notFetched(session, id!, error));
        await withProgress(session, words, fetched);
        return await compare(session, file, options);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}

async function compare(desk: Desk, file: string, { plan: folder }: WhatIfOptions): Promise<ExitCode> {
  const { lang, say } = desk;
  const { document, hash } = usablePlan(folder, desk);
  const roster = mustHaveRoster(folder, desk);
  const recorded = await recordedIncident(file).catch(unreadable(file, desk));
  const { basis, incidentId } = recorded;
  const names = namesOver(
    namesFrom(document, roster),
    ...(recorded.plan === undefined ? [] : [namesFrom(recorded.plan as PlanDocument, roster)]),
  );
  const other = { plan: compilePlan(document, hash), ledger: ledgerBeside(folder, desk, document, roster) };
  const working = () => say('Running it again …', '正在重演……');
  const found = await withProgress(desk, working, async () =>
    whatIf(recorded, other, (event: IncidentEvent) => eventWords(event, names, lang)),
  );
  const about = { incident: incidentId, then: versionOf(basis.plan), now: versionOf(other.plan), ...found };
  desk.print(...(desk.json ? [JSON.stringify(about)] : whatIfLines(about, { ...desk, names })));
  return EXIT.ok;
}

function versionOf({ id, version, hash }: CompiledPlan): WhatIfTold['then'] {
  return { plan: id, version, hash };
}

/** Whoever gives the id of a drill means what was played in it. */
async function notFetched({ api, read, say }: Session, id: string, error: unknown): Promise<never> {
  if (!(error instanceof CliFailure) || error.exitCode !== EXIT.notFound) throw error;
  const drill = await api.call({ path: ['drills', id] }).catch(() => undefined);
  if (drill === undefined) throw error;
  const { incidentId } = read(drill, DrillRecord);
  throw new CliFailure(EXIT.notFound, {
    code: 'is_a_drill',
    title: say('This is a drill, not an incident', '这是演练，不是事故'),
    detail: say(
      `The incident of the drill ${id} is ${incidentId}. Give that id: muster what-if ${incidentId}`,
      `演练 ${id} 中的事故是 ${incidentId}。请改用该编号：muster what-if ${incidentId}`,
    ),
  });
}

function unreadable(file: string, { lang, say }: Desk) {
  return (error: unknown): never => {
    if (error instanceof NoBundle) {
      const why = noBundleWords(error.why, error.part, lang);
      throw new CliFailure(EXIT.usage, {
        code: 'no_bundle',
        title: say('This file is no bundle of Muster', '该文件不是 Muster 导出包'),
        detail: say(
          `${file}: ${why}. Needed: a file as "muster export" wrote it. What is wrong with it: muster verify-record --bundle ${file}`,
          `${file}：${why}。应为 muster export 写出的原样文件。问题所在可用 muster verify-record --bundle ${file} 查看。`,
        ),
      });
    }
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new CliFailure(EXIT.usage, {
      code: 'unreadable_file',
      title: say('The bundle cannot be read', '无法读取导出包'),
      detail: say(
        `${file}: ${fileErrorWords(error, lang)}. Give a file that "muster export" wrote.`,
        `${file}：${fileErrorWords(error, lang)}。请给出 muster export 写出的文件。`,
      ),
    });
  };
}

function oneOf({ say }: Cli, id: string | undefined, bundle: string | undefined): CliFailure {
  const both = say(
    `There are both: the id ${id} and the bundle ${bundle}. Only one is taken; leave out the other.`,
    `同时给出了编号 ${id} 和导出包 ${bundle}。只取其一，请去掉另一个。`,
  );
  return new CliFailure(EXIT.usage, {
    code: 'usage',
    title: say('Which incident?', '哪一起事故？'),
    detail:
      id === undefined ? say('Give its id, or --bundle with a file.', '请给出事故编号，或 --bundle 加文件名。') : both,
  });
}
