import { Option } from 'commander';
import { Coverage, Drill, Programme, ProgrammeEntry } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { LANGS } from '../../domain/lang.js';
import { mustBeNew, writeNew } from '../newFile.js';
import { paperFormat } from '../paperFile.js';
import { coverageLines } from '../print/coverage.js';
import { drillListLines } from '../print/drills.js';
import { besidesNotices, entryLines, programmeLines } from '../print/programme.js';
import { newKey } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';

const PATH = ['drill-programme'];

/** The drills of every year. */
export function addProgramme(cli: Cli): void {
  addShow(cli);
  addPause(cli);
  addOpen(cli);
  addCoverage(cli);
}

function addShow(cli: Cli): void {
  const command = cli.program
    .command('programme')
    .description(
      cli.say('the drills of every year: when they are due, what became of them', '年度演练计划：下次时间和以往情况'),
    );
  command.action(() =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: PATH });
      session.show(text, Programme, (programme) => programmeLines(programme, session));
      return EXIT.ok;
    }),
  );
}

function addPause(cli: Cli): void {
  const { say } = cli;
  const pause = withEntry(
    cli,
    'pause-programme',
    say('leave an entry out until it goes on', '暂停年度演练计划中的一项'),
  );
  pause.requiredOption('--reason <text>', say('stands with the entry', '理由，随该项显示'));
  pause.action((entry: string, { reason }: { reason: string }) =>
    cli.byName(pause, async (session) => {
      const text = await session.api.call({ method: 'PUT', path: [...PATH, entry, 'pause'], body: { reason } });
      session.show(text, ProgrammeEntry, (one) => entryLines(one, session));
      return EXIT.ok;
    }),
  );
  const resume = withEntry(cli, 'resume-programme', say('let an entry go on', '恢复年度演练计划中的一项'));
  resume.action((entry: string) =>
    cli.byName(resume, async (session) => {
      const text = await session.api.call({ method: 'DELETE', path: [...PATH, entry, 'pause'] });
      session.show(text, ProgrammeEntry, (one) => entryLines(one, session));
      return EXIT.ok;
    }),
  );
}

/** Besides its times: those stay as they are. */
function addOpen(cli: Cli): void {
  const command = withEntry(
    cli,
    'open-programme',
    cli.say('draft the drill of an entry now, besides its times', '立即按年度演练计划中的一项拟定演练方案'),
  );
  withKey(command, cli);
  command.action((id: string, { idempotencyKey: key = newKey() }: KeyOption) =>
    cli.byName(command, async (session) => {
      const { items } = session.read(await session.api.call({ path: PATH }), Programme);
      // An unknown one is refused by the API, in the same words as everywhere.
      const known = items.find((entry) => entry.id === id);
      const scenario = known?.scenario.id ?? items[0]?.scenario.id ?? id;
      const body = { scenario, programme: id };
      const text = await session.api.call({ method: 'POST', path: ['drills'], body, key });
      const { id: drill } = session.show(text, Drill, (opened) => drillListLines([opened], session));
      // One that a repeat of the request finds stands among them.
      const notices = known === undefined ? [] : besidesNotices(known, drill, session);
      for (const words of notices) session.notice('beside', words);
      return EXIT.ok;
    }),
  );
}

function addCoverage(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('coverage')
    .description(say('what of the plan was exercised when, and what is due', '预案各项内容的演练覆盖情况'))
    .option('--due', say('only what is due', '只列应演练的'))
    .option('--out <file>', say('all of it as a new file, .docx or .html', '全部内容的文件，.docx 或 .html'))
    .addOption(
      new Option('--in <lang>', say('of the file; default: yours', '文件语言，默认为您的语言')).choices(LANGS),
    );
  command.action(({ due, out, in: lang }: { due?: true; out?: string; in?: string }) =>
    cli.run(command, async (session) => {
      const format = out === undefined ? undefined : paperFormat(out, say);
      if (out !== undefined) mustBeNew(out, say);
      const text = await session.api.call({ path: ['drill-coverage'] });
      session.show(text, Coverage, (coverage) => coverageLines(coverage, due === true, session));
      if (out !== undefined) {
        writeNew(out, await session.api.download(['drill-coverage', 'report'], { lang, format }), say);
        session.notice('written', out);
      }
      return EXIT.ok;
    }),
  );
}

function withEntry(cli: Cli, name: string, about: string) {
  return cli.program
    .command(name)
    .description(about)
    .argument('<entry>', cli.say('its id, see `muster drill programme`', '编号，见 muster drill programme'));
}
