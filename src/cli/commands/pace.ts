import type { Cli } from './cli.js';
import { decide, decision } from './decide.js';
import type { DecisionOptions } from './decide.js';

export function addPace(cli: Cli): void {
  const { say, inputs } = cli;
  const about = say('set how fast the clock of a drill goes, as operator', '设定演练时钟速度（系统管理员）');
  const pace = (text: string) => (text === 'pause' ? 0 : inputs.wholeNumber(text));
  const command = decision(cli, 'pace', about, { reason: 'none' }).argument(
    '<pace>',
    say('times the wall clock, 1 to 3600; pause', '实际时间的倍数，1 至 3600；或 pause 暂停'),
    pace,
  );
  command.action((id: string, times: number, options: DecisionOptions) =>
    cli.run(command, (session) => decide(session, id, 'pace', { pace: times }, options)),
  );
}
