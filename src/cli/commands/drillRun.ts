import type { Command } from 'commander';
import { Drill, DrillAnswer, DrillRecord } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { mayPass } from '../networkFailure.js';
import { drillEndLines, drillProgressLine } from '../print/drillProgress.js';
import { drillWaits } from '../print/drillWaits.js';
import { newKey } from '../session.js';
import type { Session } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';

export interface AbsentOptions {
  simulateAbsent?: true;
  present?: string[];
  seed?: number;
}

/** Who is not there, and who plays them. */
export function withAbsent(command: Command, { say, inputs }: Cli): Command {
  return command
    .option(
      '--simulate-absent',
      say('the simulator plays who is not there, marked as such', '缺席人员由系统模拟，并注明'),
    )
    .option(
      '--present <person...>',
      say('who is there; default: you, if your token is a person', '到场人员；默认为令牌所属的本人'),
    )
    .option(
      '--seed <number>',
      say('the same seed, the same simulated people', '随机种子，相同则模拟人员行为相同'),
      inputs.wholeNumber,
    );
}

interface RunOptions extends KeyOption, AbsentOptions {
  programme?: string;
  pace?: number;
}

/** From the scheme to the report, in one command: whatever needs a person who is there waits for that person. */
export function addDrillRun(cli: Cli): void {
  const { say } = cli;
  const command = cli.program
    .command('run')
    .description(
      say(
        'open a drill, hand in its scheme, and follow it until its report is handed in',
        '开设演练、提交方案，并跟踪到提交评估报告',
      ),
    )
    .argument('<scenario>', say('one of the plan, such as ransomware', '预案中的情景，如 ransomware'))
    .option('--programme <id>', say('the entry of the yearly programme that it is', '对应的年度演练计划项'))
    .option('--pace <factor>', say('how many times as fast as the clock', '时间速度，几倍于实际时间'), cli.inputs.pace);
  withAbsent(command, cli);
  withKey(command, cli);
  command.action((scenario: string, { idempotencyKey = newKey(), ...options }: RunOptions) => {
    // Where the simulator stands in for people, whoever runs this machine may begin it: nobody's name is used.
    const asWhom = options.simulateAbsent ? cli.run : cli.byName;
    return asWhom(command, (session) => run(session, { scenario, ...options }, idempotencyKey));
  });
}

async function run(session: Session, body: object, key: string): Promise<ExitCode> {
  const began = session.world.now();
  const opened = await session.api.call({ method: 'POST', path: ['drills'], body, key });
  const { id, status } = session.read(opened, Drill);
  session.notice('opened', session.say(`Drill ${id} is open.`, `演练 ${id} 已开设。`));
  if (status === 'drafting') {
    const path = ['drills', id, 'decisions'];
    const text = await session.api.call({
      method: 'POST',
      path,
      body: { action: 'submitScheme' },
      key: `${key}.scheme`,
    });
    session.read(text, DrillAnswer);
  }
  const { text, drill } = await follow(session, id, began);
  if (session.json) session.print(text.trimEnd());
  else session.print(...drillEndLines(drill, session.world.now() - began, session));
  return drill.status === 'calledOff' ? EXIT.refused : EXIT.ok;
}

const OVER: readonly DrillRecord['status'][] = ['submitted', 'closed', 'calledOff'];

/** Asks for the event after the last one: the answer comes with it, or after two seconds. */
async function follow(session: Session, id: string, began: number): Promise<{ text: string; drill: DrillRecord }> {
  let told = '';
  let toldToWait = '';
  for (let minSeq = 0; ;) {
    const text = await patiently(session, () => session.api.call({ path: ['drills', id], query: { minSeq } }));
    const drill = session.read(text, DrillRecord);
    const now = drillProgressLine(drill, session.world.now() - began, session);
    if (now.key !== told) session.notice('progress', now.words);
    told = now.key;
    // The simulator accepts a moment after it has handed in.
    const isAccepting =
      drill.status === 'submitted' && drill.report?.handedInBySimulator === true && minSeq <= drill.seq;
    if (OVER.includes(drill.status) && !isAccepting) return { text, drill };
    // Whoever is simulated acts at once: where nothing has come, somebody who is there is waited for.
    const waits = drill.seq < minSeq ? drillWaits(drill, session).join('\n') : toldToWait;
    if (waits !== toldToWait && waits !== '') session.notice('waiting', waits);
    toldToWait = waits;
    minSeq = drill.seq + 1;
  }
}

const PAUSE_MS = 2_000;
/** A restart takes some ten seconds; when nothing has answered for so long, somebody has to look after it. */
const GIVE_UP_AFTER_MS = 10 * 60_000;

/** The drill needs nobody who looks on: while Muster is away it is asked again. */
async function patiently({ world, notice, say }: Session, ask: () => Promise<string>): Promise<string> {
  for (let awaySince: number | undefined; ;) {
    try {
      const answer = await ask();
      if (awaySince !== undefined) notice('connected', say('Connected again.', '连接已恢复。'));
      return answer;
    } catch (error) {
      if (!mayPass(error) || world.now() - (awaySince ?? world.now()) > GIVE_UP_AFTER_MS) throw error;
      if (awaySince === undefined) {
        const words = say(
          'Connection lost. The drill goes on by itself; asking again until Muster answers.',
          '连接中断。演练由服务端继续进行；正在重试，直至恢复。',
        );
        notice('reconnecting', words);
      }
      awaySince ??= world.now();
      await world.sleep(PAUSE_MS);
    }
  }
}
