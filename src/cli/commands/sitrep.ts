import type { Command } from 'commander';
import { Sitrep, SitrepList } from '../../api/contract.js';
import { SITREP_SECTIONS } from '../../domain/incident/index.js';
import type { SitrepTexts } from '../../domain/incident/index.js';
import { SITREP_HEADINGS } from '../../domain/words/index.js';
import { EXIT } from '../exitCodes.js';
import { sitrepLines, sitrepListLines } from '../print/sitreps.js';
import type { Cli } from './cli.js';
import { decide, decisionOptions } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** Situation reports: what there is, what a draft says, and its way to those who wait for it. */
export function addSitrep(cli: Cli): void {
  const sitrep = cli.program
    .command('sitrep')
    .description(cli.say('list, read, edit and release situation reports', '信息报送：列出、查看、核改、发布'));
  addList(cli, sitrep);
  addShow(cli, sitrep);
  addDraft(cli, sitrep);
  addEdit(cli, sitrep);
  addRelease(cli, sitrep);
}

function command({ say }: Cli, sitrep: Command, name: string, about: string): Command {
  return sitrep.command(name).description(about).argument('<id>', say('of the incident', '事故编号'));
}

function withNumber(to: Command, { say, inputs }: Cli): Command {
  return to.argument('<number>', say('see sitrep list', '期数，见 sitrep list'), inputs.wholeNumber);
}

function addList(cli: Cli, sitrep: Command): void {
  const list = command(cli, sitrep, 'list', cli.say('all of an incident', '列出某一事故的全部信息报送'));
  list.action((id: string) =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'sitreps'] });
      session.show(text, SitrepList, ({ items }) => sitrepListLines(items, session));
      return EXIT.ok;
    }),
  );
}

function addShow(cli: Cli, sitrep: Command): void {
  const about = cli.say('what one says; a draft as of now', '查看一期的内容；草稿以此刻为准');
  const show = withNumber(command(cli, sitrep, 'show', about), cli);
  show.action((id: string, number: number) =>
    cli.run(show, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'sitreps', String(number)] });
      session.show(text, Sitrep, (answer) => sitrepLines(id, answer, session));
      return EXIT.ok;
    }),
  );
}

function addDraft(cli: Cli, sitrep: Command): void {
  const draft = command(
    cli,
    sitrep,
    'draft',
    cli.say('ask for one between the regular ones', '在定期报送之外另起一期'),
  );
  decisionOptions(draft, cli).action((id: string, options: DecisionOptions) =>
    cli.inPerson(draft, (session) => decide(session, id, 'sitreps', {}, options)),
  );
}

function addEdit(cli: Cli, sitrep: Command): void {
  const about = cli.say(
    'put sections into your own words; an empty text brings back what Muster writes',
    '用自己的话改写各部分；填空文字则恢复由系统编写',
  );
  const edit = withNumber(command(cli, sitrep, 'edit', about), cli);
  for (const section of SITREP_SECTIONS) {
    const heading = (lang: 'en' | 'zh-CN') => SITREP_HEADINGS[lang][section];
    edit.option(`--${section} <text>`, cli.say(heading('en'), heading('zh-CN')));
  }
  decisionOptions(edit, cli).action((id: string, number: number, options: DecisionOptions & SitrepTexts) => {
    const given = SITREP_SECTIONS.filter((section) => options[section] !== undefined);
    const sections = Object.fromEntries(given.map((section) => [section, options[section]]));
    const path = ['sitreps', String(number), 'edit'];
    return cli.inPerson(edit, (session) => decide(session, id, path, { sections }, options));
  });
}

function addRelease(cli: Cli, sitrep: Command): void {
  const { say, inputs } = cli;
  const release = withNumber(
    command(cli, sitrep, 'release', say('send it to whom the plan names', '发布，报送预案规定的对象')),
    cli,
  );
  release.option(
    '--up-to <seq>',
    say('as far as you have read; see sitrep show', '以所读到的事件为止，见 sitrep show'),
    inputs.wholeNumber,
  );
  decisionOptions(release, cli).action((id: string, number: number, options: DecisionOptions & { upTo?: number }) => {
    const path = ['sitreps', String(number), 'release'];
    return cli.inPerson(release, (session) => decide(session, id, path, { upTo: options.upTo }, options));
  });
}
