import type { Command } from 'commander';
import { Lessons } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import { lessonLines } from '../print/lessons.js';
import type { Session } from '../session.js';
import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

/** What departments have learnt: asked at the end, given by each, collected by one. */
export function addLessons(cli: Cli): void {
  const lesson = cli.program
    .command('lesson')
    .description(cli.say('what the departments have learnt', '各部门的经验教训：提交、汇总、查看'));
  const on = { ...cli, program: lesson };
  addList(on);
  addGive(on);
  addCollect(on);
}

function addList(cli: Cli): void {
  const { program, say } = cli;
  const list = program
    .command('list')
    .description(say('the questions, what was said, and who is missing', '列出问题、各部门的总结和尚缺的部门'))
    .argument('<id>', say('of the incident', '事故编号'));
  list.action((id: string) =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['incidents', id, 'lessons'] });
      session.show(text, Lessons, (lessons) => lessonLines(lessons, session));
      return EXIT.ok;
    }),
  );
}

interface GiveOptions extends DecisionOptions {
  answer?: Record<string, string>;
  free?: string;
  finding?: string[];
}

function addGive(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say(
    'answer for a department; what was said before stays unless it is said anew, an empty text takes it back',
    '代表部门提交；先前写的保留，重写的替换，填空文字则撤回',
  );
  const give: Command = decision(cli, 'give', about, { reason: 'optional' })
    .argument('<post>', say('the department, by the id of its post', '部门的岗位编号'))
    .option(
      '--answer <n=text>',
      say('to a question, by its number; may be repeated', '某个问题的答复，可重复'),
      inputs.numbered,
    )
    .option('--free <text>', say('whatever else there is to say', '其他'))
    .option(
      '--finding <numbers>',
      say('answers that name what has to change (numbers, or free)', '须改进的答复，写问题编号或 free'),
      inputs.ids,
    );
  give.action((id: string, post: string, options: GiveOptions) =>
    cli.inPerson(give, async (session) => {
      const { seq, said } = await saidBefore(session, id, post);
      const { answer = {}, free, finding = [], reason } = options;
      const merged = { ...said.answers, ...answer };
      const kept = said.findings.filter((one) => isSaid(one === 'free' ? (free ?? said.free) : merged[one]));
      const body = {
        action: 'give',
        post,
        answers: Object.fromEntries(Object.entries(merged).filter(([, text]) => isSaid(text))),
        free: free ?? said.free,
        findings: [...new Set([...kept, ...finding])],
        reason,
      };
      return decide(session, id, 'lessons', body, { ifSeq: seq, ...options });
    }),
  );
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** The API takes all that a department says; whoever adds one answer at the terminal must not lose the others. */
async function saidBefore({ api, readExactly }: Session, id: string, post: string) {
  const { seq, departments } = readExactly(await api.call({ path: ['incidents', id, 'lessons'] }), Lessons);
  const given = departments.find((department) => department.post.id === post)?.given?.answers ?? [];
  const texts = given.flatMap(({ question, text }) => (text === undefined ? [] : [[question, text] as const]));
  const { free, ...answers } = Object.fromEntries(texts) as Record<string, string>;
  const findings = given.filter(({ finding }) => finding !== undefined).map(({ question }) => question);
  return { seq, said: { answers, free, findings } };
}

function addCollect(cli: Cli): void {
  const about = cli.say('bring them together; without some only for a reason', '汇总；有部门未提交的须写明理由');
  const collect = decision(cli, 'collect', about, { reason: 'optional' });
  collect.action((id: string, options: DecisionOptions) =>
    cli.inPerson(collect, (session) =>
      decide(session, id, 'lessons', { action: 'collect', reason: options.reason }, options),
    ),
  );
}
