import { Analysis } from '../../api/contract.js';
import { said } from '../../domain/lang.js';
import { inYaml, PlanFileError, readText } from '../../planfiles/index.js';
import { EXIT } from '../exitCodes.js';
import { usable } from '../planFolder.js';
import { analysisLines } from '../print/analysis.js';
import type { Voice } from '../session.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** Why it happened: recorded as a whole from a file, and declared complete. */
export function addAnalysis(cli: Cli): void {
  const { say } = cli;
  const program = cli.program
    .command('analysis')
    .description(say('record, complete and show the cause analysis', '登记、确认、查看事故原因分析'));
  const on = { ...cli, program };
  addRecord(on);
  addComplete(on);
  addShow(on);
}

const EXAMPLE = `
  method: Five whys
  nature: Made by people, not meant, our own
  items:
    - { id: t1, kind: timeline, at: 2026-11-22T03:14:00+08:00, text: First errors, link: https://logs.example/1 }
    - { id: c1, kind: direct, text: The new table had no index }
    - { id: w1, kind: why, of: c1, text: Nobody had tried it with as many rows }
    - { id: r1, kind: root, of: w1, text: Releases need no trial at the real size }`;

function addRecord(cli: Cli): void {
  const { say } = cli;
  const about = say('the whole analysis, in place of what was there', '登记全部分析，取代此前的内容');
  const command = decision(cli, 'record', about, { reason: 'none' })
    .argument('<file>', say('YAML or JSON', 'YAML 或 JSON 文件'))
    .addHelpText(
      'after',
      say(
        `\nKinds: timeline, contributing, direct, indirect, root, why. For example:${EXAMPLE}`,
        `\n类别：timeline 时间线、contributing 促成因素、direct 直接原因、indirect 间接原因、root 根本原因、why 追问。示例：${EXAMPLE}`,
      ),
    );
  command.action((id: string, file: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => {
      const content = contentOf(file, session);
      return decide(session, id, 'analysis', { ...content, action: 'record' }, options);
    }),
  );
}

/** JSON is YAML as well. What is wrong in it besides, the server says. */
function contentOf(file: string, voice: Voice): object {
  const title = voice.say('The analysis cannot be used', '原因分析无法使用');
  return usable(() => read(file), { code: 'unusable_analysis', title, file }, voice);
}

function read(file: string): object {
  const what = said(`The analysis ${file}`, `原因分析 ${file} `);
  const hint = said('it lists items with id, kind and text', '文件列出各条目的编号、类别和文字');
  const { content, problems } = inYaml(file, readText(file, { what, code: 'no_analysis', hint }));
  if (typeof content !== 'object' || content === null) throw new PlanFileError(what, problems);
  return content;
}

function addComplete(cli: Cli): void {
  const about = cli.say('declare that it is complete', '确认分析完成');
  const command = decision(cli, 'complete', about, { reason: 'none' });
  command.action((id: string, options: DecisionOptions) =>
    cli.inPerson(command, (session) => decide(session, id, 'analysis', { action: 'complete' }, options)),
  );
}

function addShow(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('show')
    .description(say('what was recorded last, and what it lacks', '查看最后登记的内容和所缺事项'))
    .argument('<id>', say('of the incident', '事故编号'));
  command.action((id: string) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'analysis'] });
      session.show(text, Analysis, (answer) => analysisLines(answer, session));
      return EXIT.ok;
    }),
  );
}
