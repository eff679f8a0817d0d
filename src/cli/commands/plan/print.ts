import { existsSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { PLAN_FORMATS, printPlan } from '../../../documents/index.js';
import type { PlanFormat } from '../../../documents/index.js';
import type { Lang } from '../../../domain/lang.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import { EXIT } from '../../exitCodes.js';
import { CliFailure } from '../../failure.js';
import { rosterBeside, SAMPLE_PLAN, usablePlan } from '../../planFolder.js';
import { printNoteWords } from '../../print/printNotes.js';
import type { Say } from '../../say.js';
import type { Cli } from '../cli.js';

interface PrintOptions {
  format?: PlanFormat;
  out: string;
  people: boolean;
  force?: true;
}

export function addPlanPrint(cli: Cli, plan: Command): void {
  const { say } = cli;
  const command = plan
    .command('print')
    .description(
      say(
        'write the whole plan as a formal document, in the language of --lang, without a running Muster',
        '把整部预案写成正式文本，语言由 --lang 指定，无需运行 Muster',
      ),
    )
    .argument('[folder]', say('of the plan', '预案文件夹'), SAMPLE_PLAN)
    .requiredOption('--out <file>', say('the file to write', '输出文件'))
    .addOption(
      new Option('--format <format>', say('default: by the name of the file', '默认取自文件名')).choices(PLAN_FORMATS),
    )
    .option('--no-people', say('leave out names and contacts', '不印人员姓名和联系方式'))
    .option('--force', say('replace the file if it is there', '文件已存在时予以替换'));
  command.action((folder: string, { out, format, people, force }: PrintOptions) =>
    cli.local(command, async (desk) => {
      const { document, hash } = usablePlan(folder, desk);
      const lang = languageOf(document, command.optsWithGlobals<{ lang?: Lang }>().lang, desk.lang, say);
      if (force !== true && existsSync(out)) throw occupied(out, say);
      const roster = people ? rosterBeside(folder, desk) : undefined;
      desk.notice('printing', say('Printing; this takes some seconds …', '正在打印，需要数秒……'));
      const printed = await printPlan({
        document,
        ...(roster === undefined ? {} : { roster }),
        hash,
        lang,
        format: format ?? formatOf(out),
        generatedAt: desk.world.now(),
      });
      write(out, printed.bytes, force === true, say);
      for (const note of printed.notes) desk.notice(note.code, printNoteWords(note, say));
      desk.print(desk.json ? JSON.stringify({ file: out, lang, bytes: printed.bytes.length, hash }) : out);
      return EXIT.ok;
    }),
  );
}

function formatOf(file: string): PlanFormat {
  return /^\.html?$/i.test(extname(file)) ? 'html' : 'docx';
}

/** The language asked for; where none was, the reader's own if the plan speaks it, else the first that it does. */
function languageOf({ languages }: PlanDocument, asked: Lang | undefined, own: Lang, say: Say): Lang {
  if (asked !== undefined && !languages.includes(asked)) {
    throw new CliFailure(EXIT.refused, {
      code: 'language_missing',
      title: say('The plan is not written in this language', '预案没有该语言的文本'),
      detail: say('Choose one of the languages of the plan with --lang.', '请用 --lang 选择预案已有的语言。'),
      found: { lang: asked },
      needed: { languages },
    });
  }
  return asked ?? (languages.includes(own) ? own : languages[0]!);
}

function occupied(file: string, say: Say): CliFailure {
  return new CliFailure(EXIT.refused, {
    code: 'file_exists',
    title: say('The file is there already', '文件已存在'),
    detail: say(
      `${file} is left as it is. Name another file, or add --force.`,
      `${file} 未改动。请换文件名，或加 --force。`,
    ),
  });
}

/** Somebody else may have written the file while it was being printed. */
function write(file: string, bytes: Buffer, force: boolean, say: Say): void {
  try {
    writeFileSync(file, bytes, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw occupied(file, say);
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure(EXIT.refused, {
      code: 'cannot_write',
      title: say('The file cannot be written', '文件无法写入'),
      detail: say(
        `${reason}. Choose a folder that is there and may be written to.`,
        `${reason}。请选择存在且可写的文件夹。`,
      ),
    });
  }
}
